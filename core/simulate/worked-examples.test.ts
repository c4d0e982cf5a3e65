import { testWorkedExamples } from '#core/base/testing/worked-examples.ts';
import { exampleCompany } from '#core/plan/testing/example-company.ts';

const others = ['core/base', 'core/statistics', 'core/model', 'core/frame', 'core/plan'];
testWorkedExamples('core/simulate', others, await exampleCompany());
