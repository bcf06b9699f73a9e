// Looks after the fences themselves. ESLint refuses an import that climbs over one; this refuses a fence that is open:
// a `*`, a project without tags, a tag without a row, a rule that somebody turned off. Another root may be given.
import { globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(process.argv[2] ?? join(import.meta.dirname, '..', '..'));
process.chdir(root);
process.env['NX_WORKSPACE_ROOT_PATH'] = root;
// Read only now: both look at the folder they stand in while they are loaded.
const { createProjectGraphAsync } = await import('@nx/devkit');
const { ESLint } = await import('eslint');

const boundaries = '@nx/enforce-module-boundaries';

interface Row {
  sourceTag?: string;
  onlyDependOnLibsWithTags?: string[];
}
interface Options {
  allow?: string[];
  allowCircularSelfDependency?: boolean;
  depConstraints?: Row[];
}
type Rules = Record<string, unknown>;

const projects = await projectsWithTags();
const complaints = [
  ...tagComplaints(),
  ...homelessFiles(),
  ...(await rowComplaints()),
  ...(await offComplaints()),
];
if (complaints.length > 0) {
  console.error(complaints.join('\n'));
  process.exit(1);
}
console.log(`The fences stand around ${projects.length} projects.`);
process.exit(0);

async function projectsWithTags(): Promise<{ name: string; folder: string; tags: string[] }[]> {
  const graph = await createProjectGraphAsync({ exitOnError: false });
  return Object.values(graph.nodes).map(({ name, data }) => ({
    name,
    folder: data.root,
    tags: data.tags ?? [],
  }));
}

function tagComplaints(): string[] {
  return projects.flatMap(({ name, tags }) =>
    ['scope:', 'domain:']
      .filter((kind) => tags.filter((tag) => tag.startsWith(kind)).length !== 1)
      .map((kind) => `Project ${name} needs exactly one ${kind} tag.`),
  );
}

/** A file outside every project has no tags, so no fence sees it. */
function homelessFiles(): string[] {
  const folders = projects.map(({ folder }) => `${folder}/`);
  return globSync('{apps,libs,e2e,tools}/**/*.ts', { exclude: ['**/node_modules/**', '**/dist/**'] })
    .filter((file) => !folders.some((folder) => file.replaceAll('\\', '/').startsWith(folder)))
    .map((file) => `${file} belongs to no project.`);
}

async function rowComplaints(): Promise<string[]> {
  const { default: config } = (await import(pathToFileURL(join(root, 'eslint.config.mjs')).href)) as {
    default: { rules?: Rules }[];
  };
  const fences = config.flatMap(({ rules }) => (rules?.[boundaries] ? [rules[boundaries]] : []));
  if (fences.length === 0) return [`eslint.config.mjs does not mention ${boundaries}.`];
  // Nx adds tags of its own (npm:…) where a package.json stands; those fence nothing.
  const tags = new Set(projects.flatMap((project) => project.tags).filter((tag) => !tag.startsWith('npm:')));

  return fences.flatMap((fence) => {
    const [severity, options = {}] = Array.isArray(fence) ? (fence as [unknown, Options?]) : [fence];
    const rows = options.depConstraints ?? [];
    const rowTags = new Set(rows.map(({ sourceTag }) => sourceTag));
    const complaintsHere: string[] = [];
    if (severity !== 'error') complaintsHere.push(`${boundaries} is not an error.`);
    if (options.allow?.length) complaintsHere.push(`${boundaries} lets ${options.allow.join(', ')} through.`);
    if (options.allowCircularSelfDependency)
      complaintsHere.push('A project may not import itself by its name.');
    for (const { sourceTag = '', onlyDependOnLibsWithTags: targets } of rows) {
      if (!targets) complaintsHere.push(`The row of ${sourceTag} says nothing about where it may look.`);
      if ([sourceTag, ...(targets ?? [])].some((tag) => tag.includes('*'))) {
        complaintsHere.push(`The row of ${sourceTag} contains a *: a fence that everybody may pass.`);
      }
    }
    for (const tag of tags) if (!rowTags.has(tag)) complaintsHere.push(`The tag ${tag} has no row.`);
    return complaintsHere;
  });
}

/** What must be closed for a file of each sort, asked from ESLint itself, after every override. */
async function offComplaints(): Promise<string[]> {
  const eslint = new ESLint({ cwd: root });
  const expected: [file: string, rule: string, mention: string][] = [
    ...projects.map(({ folder }): [string, string, string] => [
      `${folder}/src/any.ts`,
      boundaries,
      'sourceTag',
    ]),
    ['apps/web/src/any.ts', 'no-restricted-imports', '@common-ground/rules/access'],
    ['libs/web/homework/src/any.ts', 'no-restricted-imports', '@common-ground/rules/access'],
    ['libs/web/homework/src/any.ts', 'no-restricted-imports', '@nestjs/*'],
    ['libs/web/homework/src/any.ts', 'no-restricted-imports', 'typeorm'],
    ['libs/api/homework/src/any.service.ts', 'no-restricted-imports', 'typeorm'],
    ['apps/api/src/any.ts', 'no-restricted-imports', 'typeorm'],
    ['libs/rules/src/access/any.ts', 'no-restricted-imports', '@nestjs/*'],
    ['libs/contract/src/any.ts', 'no-restricted-imports', '@angular/*'],
    ['libs/api/homework/src/any.ts', 'no-restricted-properties', 'env'],
    ['libs/web/homework/src/any.ts', 'no-restricted-properties', 'env'],
    [
      'libs/rules/src/content/kinds/worksheet/any.ts',
      '@typescript-eslint/no-restricted-imports',
      'boundary-plan',
    ],
  ];
  const open = await Promise.all(
    expected.map(async ([file, rule, mention]) => {
      const { rules = {} } = (await eslint.calculateConfigForFile(file)) as { rules?: Rules };
      const [severity, ...options] = (rules[rule] ?? [0]) as [number, ...unknown[]];
      return severity === 2 && JSON.stringify(options).includes(mention)
        ? []
        : [`${file} is not fenced: ${rule} should name ${mention}.`];
    }),
  );
  return open.flat();
}
