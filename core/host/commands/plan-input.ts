import { openPackage } from '#core/backend/package/open-package.ts';
import type { PlanInput } from '#core/backend/plan/run-plan.ts';
import { createCacheStore } from '#core/backend/store/create-cache-store.ts';
import { buildFrame } from '#core/frame/build-frame.ts';
import type { OptionValues } from '#core/host/command.ts';
import { UsageError } from '#core/host/usage-error.ts';
import { requiredOption } from './package-options.ts';

/**
 * What `--package DIR` or `--db FILE` names, as a frame, with the forecast that a store keeps. Throws a UsageError unless there is
 * one of both. Errors: those of the package or the store; a package with an error is refused as a whole.
 */
export async function planInputOf(values: OptionValues): Promise<PlanInput> {
  const { db, package: path } = values;
  if ((typeof db === 'string') === (typeof path === 'string')) throw new UsageError('Give either --package DIR or --db FILE.');
  if (typeof db === 'string') {
    const store = createCacheStore(db, { buildFrame });
    try {
      const frame = await store.frame();
      const forecast = store.kept(store.status().version, 'forecast');
      return { frame, ...(forecast && { forecast }) };
    } finally {
      store.close();
    }
  }
  const opened = await openPackage(requiredOption(values, 'package', 'DIR'));
  try {
    const frame = await buildFrame(opened, 1);
    await opened.readRest();
    opened.refuseErrors();
    return { frame };
  } finally {
    opened.close();
  }
}
