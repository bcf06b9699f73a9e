// Builds the API. A TypeScript program checks the types and writes decorator metadata and OpenAPI schemas, which
// esbuild alone would lose; esbuild then bundles our own files and leaves packages in node_modules.
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { before as describeForOpenApi } from '@nestjs/swagger/plugin';
import { build, type Plugin } from 'esbuild';
import ts from 'typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const project = join(root, 'apps/api/tsconfig.build.json');
const output = join(root, 'dist/apps/api');

const emitted = compile(readProject());
await bundle(emitted);
finish();

function readProject(): ts.ParsedCommandLine {
  const parsed = ts.getParsedCommandLineOfConfigFile(
    project,
    { noEmit: false, allowImportingTsExtensions: false, module: ts.ModuleKind.ESNext, inlineSourceMap: true },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
        stopOn([diagnostic]);
      },
    },
  );
  if (!parsed) throw new Error(`${project} cannot be read.`);
  stopOn(parsed.errors);
  return parsed;
}

/** Source file → the JavaScript it became. Nothing is written to disk on the way. */
function compile({ fileNames, options }: ts.ParsedCommandLine): Map<string, string> {
  const program = ts.createProgram(fileNames, { ...options, sourceMap: false });
  stopOn(ts.getPreEmitDiagnostics(program));

  const files = new Map<string, string>();
  const remember: ts.WriteFileCallback = (name, text, _mark, _onError, sources) => {
    const source = sources?.[0];
    if (source && name.endsWith('.js')) files.set(source.fileName, text);
  };
  program.emit(undefined, remember, undefined, false, {
    before: [
      // The marks are parts of a path: every request class of the contract is described, and every controller.
      describeForOpenApi(
        {
          dtoFileNameSuffix: ['/libs/contract/src/'],
          controllerFileNameSuffix: ['.controller.ts'],
          classValidatorShim: true,
          introspectComments: true,
          esmCompatible: true,
        },
        program,
      ),
    ],
  });
  return files;
}

async function bundle(files: Map<string, string>): Promise<void> {
  const fromTypeScript: Plugin = {
    name: 'from-typescript',
    setup(esbuild) {
      esbuild.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const contents = files.get(path);
        return contents === undefined
          ? { errors: [{ text: `${path} is not in the program.` }] }
          : { contents };
      });
    },
  };
  rmSync(output, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: {
      main: 'apps/api/src/main.ts',
      prepare: 'apps/api/src/prepare.ts',
      'found-practice': 'apps/api/src/found-practice.ts',
      records: 'apps/api/src/records.ts',
      'print-access': 'apps/api/src/print-access.ts',
      // Started by file name, as a thread of its own, from beside the bundle.
      'typesetting.worker': 'libs/api/documents/src/printing/typesetting.worker.ts',
    },
    outdir: output,
    tsconfig: project,
    plugins: [fromTypeScript],
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    sourcemap: 'linked',
    sourcesContent: false,
    keepNames: true,
    logLevel: 'warning',
    // The OpenAPI transformer writes some keys twice, the same both times.
    logOverride: { 'duplicate-object-key': 'silent' },
  });
}

function finish(): void {
  const assets = join(root, 'apps/api/assets');
  if (existsSync(assets)) cpSync(assets, join(output, 'assets'), { recursive: true });
  // Beside the bundle, so that Node reads it as ESM wherever dist is copied to.
  writeFileSync(join(output, 'package.json'), '{ "type": "module" }\n');
}

function stopOn(diagnostics: readonly ts.Diagnostic[]): void {
  if (diagnostics.length === 0) return;
  const host: ts.FormatDiagnosticsHost = {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => root,
    getNewLine: () => '\n',
  };
  console.error(ts.formatDiagnosticsWithColorAndContext(diagnostics, host));
  process.exit(1);
}
