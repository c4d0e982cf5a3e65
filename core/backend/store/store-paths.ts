import { basename, dirname, extname, join } from 'node:path';

/**
 * The two files of a store, named by the first (STO-5): `cache.sqlite` has `plan.sqlite` beside it, any other `x.sqlite`
 * has `x.plan.sqlite`.
 *
 * @example storePaths('/data/company.sqlite').plan === '/data/company.plan.sqlite'
 */
export function storePaths(file: string): { readonly cache: string; readonly plan: string } {
  const extension = extname(file);
  const stem = basename(file, extension);
  const plan = stem === 'cache' ? 'plan' : `${stem}.plan`;
  return { cache: file, plan: join(dirname(file), `${plan}${extension || '.sqlite'}`) };
}
