import { testWorkedExamples } from '#core/base/testing/worked-examples.ts';

testWorkedExamples('core/statistics', ['core/base']);
