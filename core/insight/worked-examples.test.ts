import { testWorkedExamples } from '#core/base/testing/worked-examples.ts';
import { exampleCompany } from '#core/plan/testing/example-company.ts';

testWorkedExamples('core/insight', ['core/base', 'core/model', 'core/frame'], await exampleCompany());
