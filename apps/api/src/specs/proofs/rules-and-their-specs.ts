import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import * as contract from '@common-ground/contract';
import fc from 'fast-check';
import ts from 'typescript';
import type { Mutant } from './mutants-of-rules';

const RULES = resolve(__dirname, '../../../../../libs/rules/src');
export const ACCESS = join(RULES, 'access');

/** Packages a rule or its spec takes from outside the library; a new one has to be written down here. */
const FROM_OUTSIDE: Readonly<Record<string, unknown>> = {
  '@common-ground/contract': contract,
  'fast-check': { __esModule: true, default: fc },
};

interface Told {
  readonly sentence: string;
  readonly run: () => void;
}

const files = readdirSync(ACCESS).filter((file) => file.endsWith('.ts'));
export const SPECS: readonly string[] = files.filter((file) => file.endsWith('.spec.ts'));
export const RULE_FILES: readonly string[] = files.filter(
  (file) => !file.endsWith('.spec.ts') && file !== 'index.ts' && file !== 'actors-for-specs.ts',
);

export function textOf(file: string): string {
  return readFileSync(join(ACCESS, file), 'utf8');
}

const compiled = new Map<string, string>();

/**
 * Runs specs of the rules in this process, against the rules as they are or with one file changed: hundreds of times
 * in the time Jest takes to start once. Answers how many sentences held, or the first that did not.
 */
export function runSpecs(
  specs: readonly string[],
  mutant?: Pick<Mutant, 'file' | 'text'>,
): { readonly held: number; readonly broken: string | null } {
  const loaded = new Map<string, object>();
  const told: Told[] = [];
  const load = (path: string): object => {
    const known = loaded.get(path);
    if (known) return known;
    const module = { exports: {} };
    loaded.set(path, module.exports);
    const isMutated = mutant !== undefined && path === join(ACCESS, mutant.file);
    const code = isMutated ? toJavaScript(mutant.text) : codeOf(path);
    const need = (wanted: string): unknown => FROM_OUTSIDE[wanted] ?? load(fileOf(path, wanted));
    const names = ['require', 'exports', 'module', 'describe', 'it', 'expect'];
    const evaluate = compileFunction(code, names) as (...known: unknown[]) => void;
    evaluate(need, module.exports, module, describing, telling(told), expect);
    return module.exports;
  };
  let held = 0;
  for (const spec of specs) {
    told.length = 0;
    try {
      load(join(ACCESS, spec));
    } catch (failure) {
      return { held, broken: `${spec} cannot be read: ${String(failure)}` };
    }
    for (const { sentence, run } of told) {
      try {
        run();
      } catch {
        return { held, broken: `${spec}: ${sentence}` };
      }
      held += 1;
    }
  }
  return { held, broken: null };
}

function describing(_subject: string, body: () => void): void {
  body();
}

/** `it` and `it.each`, as far as the specs of the rules use them; anything else is missing and fails loudly. */
function telling(told: Told[]): object {
  const it = (sentence: string, body: () => unknown): void => {
    const run = (): void => {
      if (body() instanceof Promise) throw new Error('The rules are pure: their specs wait for nothing.');
    };
    told.push({ sentence, run });
  };
  const each =
    (rows: readonly unknown[]) =>
    (sentence: string, body: (...row: unknown[]) => unknown): void => {
      for (const row of rows) {
        const values: unknown[] = Array.isArray(row) ? row : [row];
        it(`${sentence} ${JSON.stringify(values)}`, () => body(...values));
      }
    };
  return Object.assign(it, { each });
}

function codeOf(path: string): string {
  const known = compiled.get(path);
  if (known !== undefined) return known;
  const code = toJavaScript(readFileSync(path, 'utf8'));
  compiled.set(path, code);
  return code;
}

function toJavaScript(text: string): string {
  return ts.transpileModule(text, {
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2023,
      esModuleInterop: true,
    },
  }).outputText;
}

function fileOf(from: string, wanted: string): string {
  const path = `${resolve(dirname(from), wanted)}.ts`;
  if (existsSync(path)) return path;
  throw new Error(`${relative(RULES, from)} takes ${wanted} from outside the rules.`);
}

/**
 * Whether the compiler refuses a mutant: then it never runs, whatever the specs say of it. Only asked about those
 * that all specs let through, as when a comparison with null goes that the types demand.
 */
export function refusedByCompiler(): (mutant: Mutant) => boolean {
  const config = join(RULES, '..', 'tsconfig.json');
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(config, (path) => ts.sys.readFile(path)).config,
    ts.sys,
    dirname(config),
  );
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  const unchanged = new Map<string, ts.SourceFile | undefined>();
  return ({ file, text }) => {
    const path = join(ACCESS, file);
    host.getSourceFile = (name, target) => {
      if (resolve(name) === path) return ts.createSourceFile(name, text, target, true);
      if (!unchanged.has(name)) unchanged.set(name, read(name, target));
      return unchanged.get(name);
    };
    const program = ts.createProgram([path], { ...options, noEmit: true }, host);
    return program.getSemanticDiagnostics(program.getSourceFile(path)).length > 0;
  };
}
