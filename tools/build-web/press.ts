// The last step of building the web app. What the app begins with says that it is used at once, and the first of it to run
// says that all has come; and beside each file that
// shrinks stands the same file pressed with Brotli. The server sends the pressed one to every browser that takes it, and
// has nothing to work out for that.
import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const BUILT = 'dist/bundles/web';
const OUTPUT = 'dist/apps/web';
/** What is made of letters. Fonts in `woff2` are pressed already. */
const SHRINKS = new Set(['.js', '.css', '.json', '.svg']);

/**
 * Chromium then compiles a file as a whole and while it arrives, and not each function when it is first called, while
 * the page waits. To other browsers it is a comment.
 */
const USED_AT_ONCE = '//# allFunctionsCalledOnLoad\n';
/** Nothing is gained where a script is hardly longer than what is said about it. */
const SHORT = 4_000;
/** A script of ours that the page names: what the app begins with. */
const NAMED = /(?:src|href)="([\w-]+\.js)"/gu;

/** What `index.html` has to do before the scripts run, but not before all of them have come. */
const ARE_HERE = 'globalThis.scriptsAreHere?.();\n';
const IMPORTED = /(?:from|import)\s*["`]\.\/([\w-]+\.js)["`]/u;

const press = promisify(brotliCompress);

await rm(OUTPUT, { recursive: true, force: true });
await cp(BUILT, OUTPUT, { recursive: true });
const page = await readFile(join(OUTPUT, 'browser/index.html'), 'utf8');
await writeFile(join(OUTPUT, 'browser/index.html'), withoutNotes(page));
const named = [...page.matchAll(NAMED)].map(([, file = '']) => file);
const first = await firstToRun(named.find((file) => file.startsWith('main-')) ?? '');
for (const file of named) {
  const path = join(OUTPUT, 'browser', file);
  const script = await readFile(path, 'utf8');
  // Browsers look for the note on the very first line.
  const said = (script.length > SHORT ? USED_AT_ONCE : '') + (file === first ? ARE_HERE : '');
  if (said !== '') await writeFile(path, said + script);
}
const files = await readdir(join(OUTPUT, 'browser'), { recursive: true });
await Promise.all(files.filter((file) => SHRINKS.has(extname(file))).map(pressBeside));

/** At its highest quality, as `brotliCompress` presses where nothing is said: it is done once for each build. */
async function pressBeside(file: string): Promise<void> {
  const path = join(OUTPUT, 'browser', file);
  const text = await readFile(path);
  const pressed = await press(text);
  if (pressed.length < text.length) await writeFile(`${path}.br`, pressed);
}

/** The page goes out as it stands, before all else: what its script says to its readers, and its lines' indents, stay here. */
function withoutNotes(html: string): string {
  return html.replaceAll(/^\s*\/\/.*\n/gmu, '').replaceAll(/^\s+/gmu, '');
}

/** A browser runs scripts when all have come, and of each first what it imports first: the one at the end of those. */
async function firstToRun(file: string, before: readonly string[] = []): Promise<string> {
  const [, imported] = IMPORTED.exec(await readFile(join(OUTPUT, 'browser', file), 'utf8')) ?? [];
  return imported === undefined || before.includes(imported) ? file : firstToRun(imported, [...before, file]);
}
