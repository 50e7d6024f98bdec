/** @jest-config-loader ts-node */
/** @jest-config-loader-options {"transpileOnly": true, "compilerOptions": {"module": "commonjs", "moduleResolution": "node10", "ignoreDeprecations": "6.0"}} */
import type { Config } from 'jest';

const config: Config = {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/scripts/jest-global-setup.mjs',
  roots: ['<rootDir>/libs', '<rootDir>/tools'],
  testMatch: ['**/*.test.ts'],
  modulePathIgnorePatterns: ['/dist/'],
  moduleNameMapper: {
    '^@g6/dashboards$': '<rootDir>/libs/engine/src/index.ts',
    '^@g6/dashboards/testing$': '<rootDir>/libs/engine/testing/index.ts',
    '^@g6/preview$': '<rootDir>/tools/preview/src/index.ts',
    '^@g6/cli$': '<rootDir>/tools/cli/src/run-cli.ts',
    '^@g6/(?!plugin)([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^@g6/([a-z-]+)/testing$': '<rootDir>/libs/$1/testing/index.ts',
  },
  transform: {
    '\\.(ts|js)$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }],
    '\\.ya?ml$': '<rootDir>/scripts/jest-text.cjs',
  },
  collectCoverageFrom: ['libs/*/src/**/*.ts', 'tools/*/src/**/*.ts', '!**/*.test.ts'],
  // For tests and hooks alike. It only ends what hangs: the slowest hook takes a minute on two idle
  // cores, and must also pass on a machine ten times slower.
  testTimeout: 1_200_000,
  // In CI, a summary and the failures with their names; at a desk, each file as it passes.
  reporters: process.env['CI']
    ? [['summary', { summaryThreshold: 0 }], 'github-actions']
    : ['default'],
  // The longest tests mostly wait for other processes, so the core that Jest leaves free is better used.
  maxWorkers: '100%',
};

export default config;
