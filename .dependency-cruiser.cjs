/**
 * Who may import whom: the table of resources/docs/architecture.md, as rules. A folder not named here may be
 * imported by nobody but itself. Tests may reach further than the code beside them.
 */
const mayImport = {
  'core/base': [],
  'core/statistics': ['core/base'],
  'core/model': ['core/base'],
  'core/frame': ['core/base', 'core/model', 'core/demand/cleansing'],
  // The frame holds a cleansed history, so the cleansing lies below the frame and the rest of demand above it.
  'core/demand/cleansing': ['core/base', 'core/statistics', 'core/model'],
  'core/demand': ['core/base', 'core/statistics', 'core/model', 'core/frame'],
  'core/policy': ['core/base', 'core/statistics', 'core/model', 'core/frame'],
  'core/plan': ['core/base', 'core/statistics', 'core/model', 'core/frame', 'core/demand', 'core/policy'],
  'core/simulate': ['core/base', 'core/statistics', 'core/model', 'core/frame', 'core/demand', 'core/policy', 'core/plan'],
  'core/insight': [
    'core/base',
    'core/statistics',
    'core/model',
    'core/frame',
    'core/demand',
    'core/policy',
    'core/plan',
    'core/simulate',
  ],
  'core/govern': ['core/base', 'core/model'],
  'core/demo': ['core/base', 'core/model'],
  'core/contract': ['core/base', 'core/model'],
  'core/sandbox-erp': ['core/base', 'core/model'],
  'core/backend': [
    'core/(base|statistics|model|frame|demand|policy|plan|simulate|insight|govern|contract)',
    'workers',
    'resources',
  ],
  'core/host': ['core', 'workers', 'resources'],
  workers: ['core/(base|statistics|model|frame|demand|policy|plan|simulate|insight)'],
  renderer: ['core/(base|model|frame|demand|policy|plan|insight|govern|contract)', 'workers', 'resources'],
  electron: ['core', 'resources'],
};

/** Packages and Node modules, where the folder is not free to use them. */
const mayUse = {
  'core/base': '^$',
  'core/statistics': '^$',
  'core/model': '^$',
  'core/frame': '^$',
  'core/demand': '^$',
  'core/policy': '^$',
  'core/plan': '^$',
  'core/simulate': '^$',
  'core/insight': '^$',
  'core/govern': '^$',
  'core/demo': '^$',
  'core/contract': 'node_modules/(zod|@orpc/(contract|client|shared))/',
  'core/sandbox-erp': '^$',
};

const ours = '^(core|workers|renderer|electron|resources|e2e|bench)/';
const test = '\\.test\\.tsx?$|/testing/';

const folderRules = Object.entries(mayImport).map(([folder, targets]) => ({
  name: `${folder.replace('/', '-')}-imports`,
  comment: `${folder} may import only ${targets.length === 0 ? 'itself' : targets.join(', ')}.`,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: test },
  to: { path: ours, pathNot: [folder, ...targets].map((target) => `^${target}/`) },
}));

const packageRules = Object.entries(mayUse).map(([folder, packages]) => ({
  name: `${folder.replace('/', '-')}-packages`,
  comment: `${folder} stays free of packages it does not need, so that it runs anywhere.`,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: test },
  to: { path: 'node_modules/', pathNot: packages },
}));

module.exports = {
  forbidden: [
    ...folderRules,
    ...packageRules,
    {
      name: 'pure-core-without-node',
      comment: 'The pure core runs in a page, in a worker and in Node; it may not know which.',
      severity: 'error',
      from: {
        path: '^core/(base|statistics|model|frame|demand|policy|plan|simulate|insight|govern|demo|contract)/',
        pathNot: test,
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-without-node',
      severity: 'error',
      from: { path: '^renderer/', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'page-of-electron-without-backend',
      comment:
        'Main owns windows and the preload hands over a port; only the utility process runs the backend. What it is, all may know.',
      severity: 'error',
      from: { path: '^electron/', pathNot: `^electron/utility\\.ts$|${test}` },
      to: { path: '^core/(backend|sandbox-erp|demo)/', pathNot: '^core/backend/(backend|ports)\\.ts$' },
    },
    {
      name: 'electron-only-in-electron',
      severity: 'error',
      from: { pathNot: '^(electron|e2e/electron)/' },
      to: { path: '(^|node_modules/)electron(/|$)', pathNot: '^electron/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { pathNot: 'node_modules' } } },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: { path: ours },
      to: { couldNotResolve: true, pathNot: '^virtual:|\\?' },
    },
    {
      name: 'product-without-test-code',
      severity: 'error',
      from: { path: ours, pathNot: `${test}|^(e2e|bench)/` },
      to: { path: test },
    },
    {
      name: 'product-without-development-packages',
      severity: 'error',
      from: { path: '^(core|workers|renderer)/', pathNot: test },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.test.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
