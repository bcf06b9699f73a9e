// The last step of building the web app: its files, and beside each one that shrinks the same file pressed with Brotli.
// The server sends the pressed one to every browser that takes it, and has nothing to work out for that.
import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const BUILT = 'dist/bundles/web';
const OUTPUT = 'dist/apps/web';
/** What is made of letters. Fonts in `woff2` are pressed already. */
const SHRINKS = new Set(['.js', '.css', '.json', '.svg']);

const press = promisify(brotliCompress);

await rm(OUTPUT, { recursive: true, force: true });
await cp(BUILT, OUTPUT, { recursive: true });
const files = await readdir(join(OUTPUT, 'browser'), { recursive: true });
await Promise.all(files.filter((file) => SHRINKS.has(extname(file))).map(pressBeside));

/** At its highest quality, as `brotliCompress` presses where nothing is said: it is done once for each build. */
async function pressBeside(file: string): Promise<void> {
  const path = join(OUTPUT, 'browser', file);
  const text = await readFile(path);
  const pressed = await press(text);
  if (pressed.length < text.length) await writeFile(`${path}.br`, pressed);
}
