// The door every command goes through: `npm start`, `npm test`, `npm run check`, `npm run bench`, `npm run demo:reset`.
// It runs on any Node from 20 on and needs no package: it installs what is missing, then hands over to the program
// that was asked for, under the Node the project brings along.
// (`npm start` says `exec`, so that no shell stands between npm and us and swallows Ctrl-C or SIGTERM; where the shell
// does not know that word, as on Windows, the part behind `||` is what runs.)
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const programs = {
  start: ['tools/start/start.ts'],
  test: ['tools/test/test.ts'],
  check: ['tools/test/test.ts', '--fast'],
  'proofs-long': ['tools/test/proofs.ts'],
  bench: ['tools/bench/bench.ts'],
  'demo-reset': ['tools/start/demo-reset.ts'],
  'practice-found': ['tools/practice/found.ts'],
  'records-seal': ['tools/records/records.ts', 'seal'],
  'records-verify': ['tools/records/records.ts', 'verify'],
  'records-copy-seals': ['tools/records/records.ts', 'copy-seals'],
};
const wantedNode = 24;

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const bin = join(root, 'node_modules', '.bin');
const [command = '', ...more] = process.argv.slice(2);
const program = programs[command];
if (!program) {
  console.error(`There is no "${command}" here. Known: ${Object.keys(programs).join(', ')}.`);
  process.exit(2);
}

const missing = whatIsMissing();
if (missing) await install(missing);
handOver(findNode());

/** One sentence about why the packages have to be installed, or nothing when they are as package-lock.json says. */
function whatIsMissing() {
  // npm keeps its own account of what it installed; comparing it to the lock is right whoever ran npm last.
  const account = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(account)) return 'The packages are not installed yet.';
  const installed = packagesIn(account);
  for (const [path, wanted] of Object.entries(packagesIn(join(root, 'package-lock.json')))) {
    if (path === '' || wanted.link) continue;
    const found = installed[path];
    if (found ? found.version !== wanted.version : !(wanted.optional || wanted.devOptional || wanted.peer)) {
      return `The installed packages are not those of package-lock.json (${path.replace('node_modules/', '')}).`;
    }
  }
  return undefined;
}

function packagesIn(lock) {
  return JSON.parse(readFileSync(lock, 'utf8')).packages ?? {};
}

async function install(reason) {
  console.log(`${reason} Installing them; the first time this takes a minute or two.`);
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const ticking = setInterval(() => {
    console.log(`  still installing … ${seconds()} s`);
  }, 15_000);
  // npm is run by the Node it was started with: ours may just be being replaced. `--include` because NODE_ENV may say
  // production, and the build needs the development packages.
  const npm = process.env.npm_execpath;
  const [tool, first] =
    npm && /\.c?js$/.test(npm) ? [process.env.npm_node_execpath ?? process.execPath, [npm]] : ['npm', []];
  const child = spawn(
    tool,
    [...first, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' && tool === 'npm' },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const stop = () => child.kill('SIGTERM');
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const code = await new Promise((done) => {
    child.once('error', (problem) => {
      said += problem.message;
      done(1);
    });
    child.once('close', done);
  });
  clearInterval(ticking);
  process.off('SIGINT', stop).off('SIGTERM', stop);
  if (code !== 0) {
    console.error(
      `${said}\nThe packages could not be installed. Above is what npm says; try again with: npm ci`,
    );
    process.exit(1);
  }
  console.log(`  packages installed in ${seconds()} s`);
}

/** The Node that was brought along, else the one we run on when it is new enough. */
function findNode() {
  const brought = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node');
  if (!existsSync(brought)) spawnSync(process.execPath, [join(root, 'tools/start/link-node.mjs')]);
  if (process.platform !== 'win32' && existsSync(brought)) {
    const node = realpathSync(brought);
    if (majorOf(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout) >= wantedNode) return node;
  }
  if (majorOf(process.version) >= wantedNode) return process.execPath;
  console.error(
    `Node ${wantedNode} or newer is needed for this platform (${process.platform}-${process.arch}); ` +
      `this is ${process.version}, and the one that npm should have brought does not run.`,
  );
  process.exit(1);
}

function majorOf(version) {
  return Number(/^v(\d+)/.exec(version ?? '')?.[1] ?? 0);
}

function handOver(node) {
  const child = spawn(node, [...program, ...more], {
    cwd: root,
    // The channel closes when this process dies, however it dies: the program then stops what it started.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      PATH: [dirname(node), bin, process.env.PATH].join(delimiter),
      NX_DAEMON: 'false',
      NX_TUI: 'false',
      NG_CLI_ANALYTICS: 'false',
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('error', (problem) => {
    console.error(problem.message);
    process.exit(1);
  });
  child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
  stopWhenNpmIsGone(child);
}

/** `kill -9` of npm leaves us without anybody who would pass on a signal: look now and then. */
function stopWhenNpmIsGone(child) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 500).unref();
}
