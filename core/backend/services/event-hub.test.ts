import { describe, expect, it } from 'vitest';
import { createEventHub } from './event-hub.ts';

describe('the event hub', () => {
  it('tells every listener once per kind that it has not heard yet', async () => {
    const hub = createEventHub();
    const controller = new AbortController();
    const events = hub.listen(controller.signal);
    const first = events.next();
    hub.announce('outboxChanged');
    expect((await first).value).toEqual({ kind: 'outboxChanged' });
    hub.announce('scenarioChanged');
    hub.announce('scenarioChanged');
    hub.announce('datasetChanged');
    expect((await events.next()).value).toEqual({ kind: 'scenarioChanged' });
    expect((await events.next()).value).toEqual({ kind: 'datasetChanged' });
    const waiting = events.next();
    controller.abort();
    expect((await waiting).done).toBe(true);
  });
});
