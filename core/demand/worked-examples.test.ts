import { testWorkedExamples } from '#core/base/testing/worked-examples.ts';
import { exampleCompany } from '#core/plan/testing/example-company.ts';

testWorkedExamples('core/demand', ['core/base', 'core/statistics'], await exampleCompany());
