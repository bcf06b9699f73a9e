import { readFileSync } from 'node:fs';
import angular from 'jest-preset-angular/presets/index.js';

/** The aliases of tsconfig.base.json, so that they are written once. */
const { paths } = JSON.parse(
  readFileSync(new URL('tsconfig.base.json', import.meta.url), 'utf8'),
).compilerOptions;
const moduleNameMapper = {
  ...Object.fromEntries(
    Object.entries(paths).map(([alias, [file]]) => [`^${alias}$`, file.replace('./', '<rootDir>/')]),
  ),
  // Our own imports may name the file they become (`./day.js`); Jest reads the file that is there.
  '^(\\.{1,2}/.*)\\.js$': '$1',
};

/** The API's side: SWC keeps the decorator metadata that Nest, TypeORM and class-validator live on. */
const server = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  setupFiles: ['reflect-metadata'],
  moduleNameMapper,
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
      },
    ],
  },
};

/** Specs that meet the real PostgreSQL or the real, built API: one database server for all of them. */
const withDatabase = {
  ...server,
  globalSetup: '<rootDir>/libs/testing/src/database/global-setup.ts',
  globalTeardown: '<rootDir>/libs/testing/src/database/global-teardown.ts',
};

export default {
  // Against hanging only: what a test does is bounded by counts, and machines differ by a factor of three.
  testTimeout: 180_000,
  testSequencer: '<rootDir>/libs/testing/src/proofs-first.mjs',
  projects: [
    {
      ...server,
      displayName: 'unit',
      testMatch: ['<rootDir>/{libs/{contract,rules,api,testing},apps/api,tools}/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.(sql|http)\\.spec\\.ts$'],
    },
    { ...withDatabase, displayName: 'sql', testMatch: ['<rootDir>/{libs,apps}/**/*.sql.spec.ts'] },
    { ...withDatabase, displayName: 'http', testMatch: ['<rootDir>/{libs,apps}/**/*.http.spec.ts'] },
    {
      ...angular.createCjsPreset({ tsconfig: '<rootDir>/libs/testing/src/screen/tsconfig.json' }),
      rootDir: import.meta.dirname,
      displayName: 'screen',
      testEnvironment: '<rootDir>/libs/testing/src/screen/environment.mjs',
      // Angular's packages are ES modules and are loaded as they are, see tools/test/jest.ts.
      transformIgnorePatterns: ['/node_modules/'],
      setupFiles: ['reflect-metadata'],
      testMatch: ['<rootDir>/{libs/web,apps/web}/**/*.spec.ts'],
      setupFilesAfterEnv: ['<rootDir>/libs/testing/src/screen/setup.ts'],
      moduleNameMapper,
    },
  ],
};
