import '@fontsource-variable/inter/wght.css';
import './look/tokens.css';
import './look/base.css';
import { createRoot } from 'react-dom/client';
import { connectPage } from '#core/contract/client/connect-page.ts';
import { createPlanService } from '#workers/create-plan-service.ts';
import { spawnWebWorker } from '#workers/spawn-web.ts';
import { Shell } from './shell/shell.tsx';
import { StartFailure } from './shell/start-failure.tsx';
import { createDeskStore } from './stores/create-desk-store.ts';
import { createPlanStore } from './stores/create-plan-store.ts';
import { DeskContext } from './stores/desk-context.tsx';
import { failureOf } from './stores/failure.ts';
import { fetchFrame } from './stores/fetch-frame.ts';
import { text } from './text/text.ts';

const container = document.getElementById('root');
if (!container) throw new Error('The page has no place for the desk');
const root = createRoot(container);

async function start(): Promise<void> {
  try {
    const client = await connectPage(window);
    const service = createPlanService({
      workers: Math.max(1, Math.min(navigator.hardwareConcurrency, 4)),
      spawn: spawnWebWorker,
      shared: crossOriginIsolated,
      now: () => performance.now(),
    });
    const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
    const plan = createPlanStore(client, {
      connect: () => connectPage(window),
      fetchFrame: (version) => fetchFrame(version, crossOriginIsolated),
      service,
      wait,
    });
    const desk = createDeskStore(window, matchMedia('(prefers-color-scheme: dark)').matches);
    root.render(
      <DeskContext value={{ plan, desk }}>
        <Shell />
      </DeskContext>,
    );
  } catch (error) {
    root.render(<StartFailure message={failureOf(error)?.message ?? text('app.unexpected')} />);
  }
}

void start();
