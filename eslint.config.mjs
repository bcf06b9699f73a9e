import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * The fences of the house. A project may only look at what its scope (which side of the wire) *and* its domain (how
 * far down the direction) allow. tools/check-fences refuses a `*`, a project without tags and a missing row.
 */
const scopes = {
  'scope:api': ['scope:api', 'scope:shared'],
  'scope:web': ['scope:web', 'scope:shared'],
  'scope:shared': ['scope:shared'],
  'scope:test': ['scope:test', 'scope:shared'],
  'scope:e2e': ['scope:e2e', 'scope:test', 'scope:shared'],
  'scope:tools': ['scope:tools', 'scope:shared'],
};

const domains = {
  'domain:contract': [],
  'domain:rules': ['domain:contract'],
  'domain:platform': ['domain:rules', 'domain:contract'],
  'domain:people': ['domain:platform', 'domain:rules', 'domain:contract'],
  'domain:documents': ['domain:people', 'domain:platform', 'domain:rules', 'domain:contract'],
  'domain:homework': [
    'domain:documents',
    'domain:people',
    'domain:platform',
    'domain:rules',
    'domain:contract',
  ],
  'domain:sessions': [
    'domain:homework',
    'domain:documents',
    'domain:people',
    'domain:platform',
    'domain:rules',
    'domain:contract',
  ],
  'domain:records': [
    'domain:sessions',
    'domain:homework',
    'domain:documents',
    'domain:people',
    'domain:platform',
    'domain:rules',
    'domain:contract',
  ],
  'domain:root': [
    'domain:records',
    'domain:sessions',
    'domain:homework',
    'domain:documents',
    'domain:people',
    'domain:platform',
    'domain:rules',
    'domain:contract',
  ],
  'domain:testing': ['domain:rules', 'domain:contract'],
  'domain:journeys': ['domain:testing', 'domain:rules', 'domain:contract'],
  'domain:tooling': ['domain:rules', 'domain:contract'],
};

const serverPackages = [
  '@nestjs/*',
  'typeorm',
  'pg',
  'pg-boss',
  'fastify',
  '@fastify/*',
  'nodemailer',
  'otplib',
  '@simplewebauthn/server',
];
const webPackages = ['@angular/*', 'idb', 'intl-messageformat', '@simplewebauthn/browser'];

/** What a scope or a domain may not take from npm, whoever asks. */
const packages = {
  'scope:web': { bannedExternalImports: serverPackages },
  'scope:api': { bannedExternalImports: webPackages },
  'scope:shared': { bannedExternalImports: [...serverPackages, ...webPackages] },
  'domain:contract': { allowedExternalImports: ['class-validator', 'class-transformer'] },
};

const boundaries = (rows) =>
  Object.entries(rows).map(([sourceTag, onlyDependOnLibsWithTags]) => ({
    sourceTag,
    onlyDependOnLibsWithTags,
    ...packages[sourceTag],
  }));

const moduleBoundaries = (rows) => [
  'error',
  {
    enforceBuildableLibDependency: true,
    allowCircularSelfDependency: false,
    // A room's pages are loaded when they are opened, its door is not: one lib holds both, and budgets watch the size.
    checkDynamicDependenciesExceptions: ['.*'],
    depConstraints: boundaries(rows),
  },
];

/** A spec may also use the scratch database, the personas and the factories. */
const withTesting = (rows, tag) =>
  Object.fromEntries(Object.entries(rows).map(([from, to]) => [from, [...to, tag]]));

const onlyStorageTalksToTypeorm = {
  name: 'typeorm',
  message:
    'Only entities, repositories, migrations, the data source and api/platform/src/database talk to TypeORM.',
};

/** One document kind never reads another: what they share lives beside the kinds, not inside one of them. */
const kinds = ['worksheet', 'role-play-script', 'boundary-plan', 'support-plan', 'hour-plan'];
const kindsApart = kinds.map((kind) => ({
  name: `kinds/${kind}`,
  files: [`libs/**/kinds/${kind}/**/*.ts`],
  rules: {
    // The TypeScript twin of the core rule, so that the two lists of forbidden imports do not replace each other.
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^\\.\\.?/(.*/)?(${kinds.filter((other) => other !== kind).join('|')})(/|$)`,
            message: `${kind} does not read another kind.`,
          },
        ],
      },
    ],
  },
}));

export default defineConfig(
  globalIgnores([
    '**/dist',
    '**/.nx',
    '**/.angular',
    '**/node_modules',
    'test-results',
    'playwright-report',
    '.data*',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  { name: 'plain programs', files: ['**/*.mjs'], languageOptions: { globals: nodeGlobals() } },
  {
    name: 'what the browser runs beside the pages',
    files: ['apps/web/public/**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        ['self', 'caches', 'fetch', 'URL', 'setTimeout', 'clearTimeout'].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    name: 'typescript',
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict, tseslint.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-shadow': 'error',
      // `send<void>` says that nothing is answered, which is worth saying.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // Some promises are promises because an interface says so.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // An unused word is a compile error already (noUnusedLocals); parameters kept for their position start with _.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings are read once, in the settings class.' },
      ],
    },
  },
  {
    name: 'fences',
    files: ['**/*.ts'],
    plugins: { '@nx': nx },
    rules: { '@nx/enforce-module-boundaries': moduleBoundaries({ ...scopes, ...domains }) },
  },
  {
    name: 'fences for specs',
    files: [
      'apps/api/src/specs/**/*.ts',
      'libs/{api,web}/**/testing/**/*.ts',
      'libs/{api,web}/**/*.spec.ts',
      'apps/**/*.spec.ts',
      'apps/api/src/specs/**/*.ts',
    ],
    rules: {
      '@nx/enforce-module-boundaries': moduleBoundaries({
        ...withTesting(scopes, 'scope:test'),
        ...withTesting(domains, 'domain:testing'),
      }),
    },
  },
  {
    name: 'server',
    files: ['apps/api/**/*.ts', 'libs/api/**/*.ts'],
    ignores: [
      '**/*.{entity,repository}.ts',
      '**/*.sql.spec.ts',
      '**/migrations/*.ts',
      '**/data-source.ts',
      'libs/api/platform/src/database/**',
    ],
    rules: { 'no-restricted-imports': ['error', { paths: [onlyStorageTalksToTypeorm] }] },
  },
  {
    name: 'shared',
    files: ['libs/contract/**/*.ts', 'libs/rules/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [...serverPackages, ...webPackages, 'node:*'],
              message: 'Shared rooms know no framework.',
            },
          ],
        },
      ],
    },
  },
  {
    name: 'web',
    files: ['apps/web/**/*.ts', 'libs/web/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-class-suffix': 'off',
      '@angular-eslint/directive-class-suffix': 'off',
      '@angular-eslint/prefer-on-push-component-change-detection': 'error',
      '@angular-eslint/prefer-signals': 'error',
      'no-console': ['error', { allow: ['error'] }],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@common-ground/rules/access',
              message: 'Who may do what is decided by the server; the web reads `may` in the answer.',
            },
          ],
          patterns: [{ group: serverPackages, message: 'The browser knows no server package.' }],
        },
      ],
    },
  },
  {
    name: 'templates',
    files: ['apps/web/**/*.html', 'libs/web/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: {
      '@angular-eslint/template/prefer-control-flow': 'error',
      '@angular-eslint/template/button-has-type': 'error',
    },
  },
  ...kindsApart,
  {
    name: 'programs that read their surroundings',
    files: ['apps/api/src/settings*.ts', 'tools/**', 'libs/testing/**', 'e2e/**'],
    rules: { 'no-restricted-properties': 'off', 'no-console': 'off' },
  },
  {
    name: 'journeys',
    files: ['e2e/**/*.ts'],
    // Playwright insists on a pattern as the first parameter, even where nothing is taken from it.
    rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] },
  },
  {
    name: 'specs',
    files: ['**/*.spec.ts'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  prettier,
);

function nodeGlobals() {
  const names = [
    'structuredClone',
    'process',
    'console',
    'URL',
    'Buffer',
    'fetch',
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
  ];
  return Object.fromEntries(names.map((name) => [name, 'readonly']));
}
