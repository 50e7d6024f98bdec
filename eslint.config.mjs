import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** What the pure part of the core must not touch: the world outside its arguments. */
const IMPURE_MODULES = [
  'fs',
  'node:fs',
  'fs/promises',
  'node:fs/promises',
  'http',
  'node:http',
  'https',
  'node:https',
  'child_process',
  'node:child_process',
  'os',
  'node:os',
];

export default tseslint.config(
  {
    ignores: ['**/node_modules', '**/dist', 'coverage', '**/tmp', '.nx', 'dashboards/generated'],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      // One program for the whole workspace lints it in 60 % of the time that one a project takes.
      parserOptions: {
        project: ['./tsconfig.json', './tools/preview/page/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Two rules that leave no way to say that a value cannot be undefined here; `as` it is.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // Grafana's enums are written as the literals that stand in the JSON.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // Nx asks executors for a promise, whether or not they wait.
      '@typescript-eslint/require-await': 'off',
      'max-lines': ['error', { max: 260, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 45, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['libs/*/src/**/*.ts'],
    ignores: ['libs/*/src/files/**', '**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: IMPURE_MODULES.map((name) => ({
            name,
            message: 'The core is pure; only src/files touches the world.',
          })),
        },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'The core reads no environment; take it as an argument.' },
      ],
      'no-restricted-properties': [
        'error',
        {
          object: 'Date',
          property: 'now',
          message: 'The core has no clock; take the time as an argument.',
        },
        { object: 'Math', property: 'random', message: 'The core has no randomness.' },
        {
          property: 'localeCompare',
          message: 'Order must not depend on the locale; compare by code unit.',
        },
      ],
    },
  },
  {
    // Input may be large and hostile: the time of a pattern grows in line with the text.
    files: ['libs/*/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.property.name=/^(?:push|max|min|fromCharCode)$/] > SpreadElement',
          message: 'A long list is too many arguments for the stack; use addAll, or reduce.',
        },
      ],
      'no-console': ['error'],
    },
  },
  {
    // Texts from inputs are printed by a Printer and renderProblems only, which make them safe.
    files: ['tools/{cli,plugin}/src/**/*.ts'],
    ignores: ['**/*.test.ts', 'tools/cli/src/main.ts', 'tools/plugin/src/print.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.property.name="write"][callee.object.object.name="process"]',
          message: 'Print through a Printer, or tools/plugin/src/print.ts.',
        },
      ],
    },
  },
  {
    files: ['libs/**/*.ts', 'tools/**/*.{ts,tsx}'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          depConstraints: [
            { sourceTag: 'room:problems', onlyDependOnLibsWithTags: ['room:problems'] },
            { sourceTag: 'room:yaml', onlyDependOnLibsWithTags: ['room:yaml', 'room:problems'] },
            {
              sourceTag: 'room:promql',
              onlyDependOnLibsWithTags: ['room:promql', 'room:problems'],
            },
            {
              sourceTag: 'room:settings',
              onlyDependOnLibsWithTags: ['room:settings', 'room:problems', 'room:yaml'],
            },
            {
              sourceTag: 'room:model',
              onlyDependOnLibsWithTags: [
                'room:model',
                'room:problems',
                'room:yaml',
                'room:promql',
                'room:settings',
              ],
            },
            {
              sourceTag: 'room:generation',
              onlyDependOnLibsWithTags: [
                'room:generation',
                'room:problems',
                'room:yaml',
                'room:promql',
                'room:settings',
                'room:model',
              ],
            },
            {
              sourceTag: 'room:dashboard-files',
              onlyDependOnLibsWithTags: [
                'room:dashboard-files',
                'room:problems',
                'room:yaml',
                'room:model',
                'room:generation',
              ],
            },
            {
              sourceTag: 'room:delivery',
              onlyDependOnLibsWithTags: [
                'room:delivery',
                'room:problems',
                'room:model',
                'room:generation',
                'room:dashboard-files',
                'room:rules',
              ],
            },
            {
              sourceTag: 'room:rules',
              onlyDependOnLibsWithTags: [
                'room:rules',
                'room:problems',
                'room:yaml',
                'room:promql',
                'room:settings',
                'room:model',
                'room:generation',
              ],
            },
            {
              sourceTag: 'room:inventory',
              onlyDependOnLibsWithTags: [
                'room:inventory',
                'room:problems',
                'room:yaml',
                'room:promql',
                'room:model',
                'room:generation',
                'room:dashboard-files',
              ],
            },
            {
              sourceTag: 'room:lint',
              onlyDependOnLibsWithTags: [
                'room:lint',
                'room:problems',
                'room:yaml',
                'room:promql',
                'room:model',
                'room:generation',
                'room:dashboard-files',
                'room:inventory',
              ],
            },
            {
              sourceTag: 'room:import',
              onlyDependOnLibsWithTags: [
                'room:import',
                'room:dashboard-files',
                'room:model',
                'room:generation',
                'room:problems',
                'room:yaml',
                'room:promql',
              ],
            },
            {
              sourceTag: 'room:prometheus-api',
              onlyDependOnLibsWithTags: ['room:prometheus-api', 'room:problems'],
            },
            {
              sourceTag: 'room:check',
              onlyDependOnLibsWithTags: [
                'room:check',
                'room:problems',
                'room:promql',
                'room:model',
                'room:generation',
                'room:dashboard-files',
                'room:lint',
                'room:prometheus-api',
              ],
            },
            {
              sourceTag: 'room:live-grafana',
              onlyDependOnLibsWithTags: [
                'room:live-grafana',
                'room:problems',
                'room:model',
                'room:generation',
                'room:dashboard-files',
              ],
            },
            {
              sourceTag: 'room:engine',
              onlyDependOnLibsWithTags: [
                'room:engine',
                'room:problems',
                'room:yaml',
                'room:promql',
                'room:settings',
                'room:model',
                'room:generation',
                'room:dashboard-files',
                'room:rules',
                'room:inventory',
                'room:lint',
                'room:import',
                'room:prometheus-api',
                'room:check',
                'room:delivery',
                'room:live-grafana',
              ],
            },
            // The inference of the plugin reads the record of settings without the rest of the core.
            {
              sourceTag: 'room:shell',
              onlyDependOnLibsWithTags: ['room:engine', 'room:settings'],
            },
            {
              sourceTag: 'room:preview',
              onlyDependOnLibsWithTags: [
                'room:preview',
                'room:engine',
                'room:promql',
                'room:prometheus-api',
              ],
            },
            { sourceTag: 'room:repository', onlyDependOnLibsWithTags: ['*'] },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.test.ts', '*/*/{test,testing,e2e}/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // A component is one function with its markup, which is long and simple.
    files: ['tools/preview/page/**/*.tsx'],
    rules: {
      'max-lines-per-function': ['error', { max: 110, skipBlankLines: true, skipComments: true }],
      // Types of the browser, whose properties may be missing in other versions.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Parts of Grafana's libraries that are called deprecated, and pinned to a version.
      '@typescript-eslint/no-deprecated': 'off',
    },
  },
  {
    // A table, which grows by entries.
    files: ['libs/problems/src/problem-codes.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
        URL: 'readonly',
        performance: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
      },
    },
  },
);
