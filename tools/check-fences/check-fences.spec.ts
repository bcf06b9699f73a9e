import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

jest.setTimeout(60_000);

const root = join(__dirname, '..', '..');
const settings = ['package.json', 'package-lock.json', 'nx.json', 'tsconfig.base.json', 'eslint.config.mjs'];

/** A house of the same shape with empty rooms, in which fences can be broken. */
function copyOfTheHouse(): string {
  const copy = mkdtempSync(join(tmpdir(), 'common-ground-fences-'));
  for (const file of settings) cpSync(join(root, file), join(copy, file));
  const rooms = globSync('{apps,libs,e2e,tools}/**/{project,tsconfig,tsconfig.base}.json', {
    cwd: root,
    exclude: ['**/node_modules/**'],
  });
  for (const file of rooms) cpSync(join(root, file), join(copy, file));
  for (const entry of Object.values(aliases())) write(copy, entry, 'export const here = true;\n');
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
  return copy;
}

function aliases(): Record<string, string> {
  const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.base.json'), 'utf8')) as {
    compilerOptions: { paths: Record<string, [string]> };
  };
  return Object.fromEntries(Object.entries(compilerOptions.paths).map(([alias, [file]]) => [alias, file]));
}

function write(house: string, file: string, text: string): void {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), text);
}

function change(house: string, file: string, from: string, to: string): void {
  const text = readFileSync(join(house, file), 'utf8');
  expect(text).toContain(from);
  write(house, file, text.replace(from, to));
}

function run(house: string, ...args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: house,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', NX_DAEMON: 'false', NX_WORKSPACE_ROOT_PATH: house },
  });
  return { status, said: stdout + stderr };
}

const checkFences = (house: string) => run(house, join(root, 'tools/check-fences/check-fences.ts'), house);

/** What stands in the way of each planted file: file → the rules that refuse it. */
function lint(house: string): Map<string, (string | null)[]> {
  const { said } = run(
    house,
    join(root, 'node_modules/eslint/bin/eslint.js'),
    '--format=json',
    'apps',
    'libs',
  );
  const results = JSON.parse(said) as { filePath: string; messages: { ruleId: string | null }[] }[];
  return new Map(
    results.map(({ filePath, messages }) => [
      relative(realpathSync(house), filePath),
      messages.map(({ ruleId }) => ruleId),
    ]),
  );
}

const imports = 'no-restricted-imports';
const boundaries = '@nx/enforce-module-boundaries';

describe('a fence', () => {
  let house: string;

  beforeEach(() => {
    house = copyOfTheHouse();
  });

  afterEach(() => {
    rmSync(house, { recursive: true, force: true });
  });

  it('stands around every room of an untouched house', () => {
    const { status, said } = checkFences(house);
    expect(said).toContain('The fences stand');
    expect(status).toBe(0);
  });

  it('is missed around a project without tags', () => {
    write(house, 'libs/web/homework/project.json', JSON.stringify({ name: 'web-homework', tags: [] }));
    const { status, said } = checkFences(house);
    expect(status).toBe(1);
    expect(said).toContain('Project web-homework needs exactly one scope: tag.');
    expect(said).toContain('Project web-homework needs exactly one domain: tag.');
  });

  it('is no fence when its row lets everybody through', () => {
    change(house, 'eslint.config.mjs', `'scope:web': ['scope:web', 'scope:shared']`, `'scope:web': ['*']`);
    const { status, said } = checkFences(house);
    expect(status).toBe(1);
    expect(said).toContain('The row of scope:web contains a *');
  });

  it('is missed where somebody took it away', () => {
    change(house, 'eslint.config.mjs', `name: '@common-ground/rules/access'`, `name: 'somewhere-else'`);
    const { status, said } = checkFences(house);
    expect(status).toBe(1);
    expect(said).toContain('should name @common-ground/rules/access');
  });
});

describe('an import that climbs over a fence is refused:', () => {
  const planted = [
    ['the web reading who may do what', 'libs/web/homework/src', '@common-ground/rules/access', imports],
    ['the web reading the server', 'libs/web/documents/src', '@common-ground/api/documents', boundaries],
    ['the web taking a server package', 'libs/web/people/src', '@nestjs/common', imports],
    ['the server taking a web package', 'libs/api/documents/src', '@angular/core', boundaries],
    ['a lower room reading a higher one', 'libs/api/people/src', '@common-ground/api/homework', boundaries],
    [
      'a room importing itself by its name',
      'libs/api/platform/src',
      '@common-ground/api/platform',
      boundaries,
    ],
    ['storage outside a repository', 'libs/api/homework/src', 'typeorm', imports],
    ['the contract reading the rules', 'libs/contract/src', '@common-ground/rules/content', boundaries],
    ['rules taking a framework', 'libs/rules/src/content', '@nestjs/common', imports],
    [
      'one kind reading another',
      'libs/rules/src/content/kinds/worksheet',
      '../boundary-plan/check',
      '@typescript-eslint/no-restricted-imports',
    ],
  ] as const;
  let house: string;
  let refused: ReturnType<typeof lint>;

  beforeAll(() => {
    house = copyOfTheHouse();
    write(house, 'libs/rules/src/content/kinds/boundary-plan/check.ts', 'export const here = true;\n');
    for (const [, folder, target] of planted) {
      write(
        house,
        `${folder}/planted.ts`,
        `import * as seen from '${target}';\n\nexport const planted = seen;\n`,
      );
    }
    write(house, 'apps/api/src/planted.ts', `export const home = process.env['HOME'];\n`);
    // The fence reads the map of the house that check-fences draws.
    checkFences(house);
    refused = lint(house);
  });

  afterAll(() => {
    rmSync(house, { recursive: true, force: true });
  });

  it.each(planted)('%s', (_what, folder, _target, rule) => {
    expect(refused.get(`${folder}/planted.ts`)).toContain(rule);
  });

  it('a look at the environment outside the settings', () => {
    expect(refused.get('apps/api/src/planted.ts')).toContain('no-restricted-properties');
  });

  it('and nothing else is', () => {
    expect(refused.get('libs/web/platform/src/index.ts')).toEqual([]);
    expect(refused.get('libs/contract/src/index.ts')).toEqual([]);
  });
});
