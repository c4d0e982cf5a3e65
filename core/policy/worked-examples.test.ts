import { testWorkedExamples } from '#core/base/testing/worked-examples.ts';

testWorkedExamples('core/policy', ['core/base', 'core/statistics']);
