import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const projects = ['pure', 'node', 'web', 'electron', 'preload', 'test'].map((name) => `tsconfig.${name}.json`);

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: a default export can be renamed on import, and then it is found by no search.',
};

/** Paths go through the imports of package.json, so that a moved file breaks loudly and every path reads the same. */
const noParentImport = { group: ['../*', '../**'], message: 'Import across folders with #core/…, #workers/…, #renderer/…' };

const electronOnlyInElectron = { name: 'electron', message: 'Electron is an adapter: only electron/ may know it.' };

export default defineConfig(
  { ignores: ['dist/', 'artifacts/', 'test-results/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: projects, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', noDefaultExport],
      'no-restricted-imports': ['error', { patterns: [noParentImport], paths: [electronOnlyInElectron] }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
      // Typed arrays are read at indices the loop has already bounded; the rule of the house asks for a reason on the line.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // "No context" of the contract's router is written as the empty record.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // Services here are closures without `this`, so their functions may be handed around.
      '@typescript-eslint/unbound-method': 'off',
      // A port is often satisfied by a function that has nothing to await.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['electron/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [noParentImport] }] },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    // These tools look for a default export and accept nothing else.
    files: ['*.config.ts', '*.config.js', 'e2e/**/*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.{mjs,js,cjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        performance: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
        module: 'writable',
        AbortSignal: 'readonly',
      },
    },
  },
);
