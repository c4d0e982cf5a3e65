import { createDemoCompany } from '#core/demo/create-demo-company.ts';
import { nothingExcluded } from '#core/demand/nodes/excluded-history.ts';
import { forecastFrame } from '#core/demand/nodes/forecast-frame.ts';
import { frameTexts } from '#core/frame/frame-texts.ts';
import { planCase } from '#core/plan/testing/plan-case.ts';
import type { Planned } from '#renderer/stores/plan-state.ts';

/** The demo company of `itemLocations`, forecast and planned without changes on 2026-01-05, as the plan store holds it. */
export async function plannedCompany(itemLocations: number): Promise<Planned> {
  const { frame, result } = await planCase(createDemoCompany({ seed: 1, itemLocations, planDay: 20_458, historyWeeks: 60 }));
  return {
    frame,
    forecast: forecastFrame(frame).views,
    excluded: nothingExcluded,
    result,
    texts: frameTexts(frame),
    firmOrders: [],
    datasetVersion: 1,
    scenarioRevision: 0,
    times: { forecastMs: 0, planMs: 0 },
  };
}
