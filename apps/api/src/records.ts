// What is done with the records from outside the product: `seal` now, `verify` that nothing was tampered with,
// `copy-seals` to a place of one's own, and make a `new-key`.
import 'reflect-metadata';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { Database } from '@common-ground/api/platform';
import {
  keyIn,
  Sealer,
  SealReader,
  SealRepository,
  trustedKeys,
  Verifier,
  type Finding,
} from '@common-ground/api/records';
import { Client } from 'pg';
import { dataSource } from './data-source';
import { demandOwnerUrl, demandSealKeyFile, EnvironmentSettings, SettingsFault } from './settings';

/** The verifier asks as this role: it may read the records and write nothing but that it has read them. */
const READER = 'common_ground_records';

const USAGE = `Use one of:
  verify [--seals <file>] [--key <file>]…   recomputes every seal; ends with 1 when something is not as it was sealed
  copy-seals <file>                         writes every seal to a file, one a line
  seal                                      seals what can be sealed now
  new-key <file>                            makes a key for seals, unless the file is there`;

async function run(): Promise<number> {
  const [command = '', ...more] = process.argv.slice(2);
  const { values, positionals } = parseArgs({
    args: more,
    allowPositionals: true,
    options: { seals: { type: 'string' }, key: { type: 'string', multiple: true } },
  });
  const [file] = positionals;
  switch (command) {
    case 'verify':
      return verify(values.seals ?? file ?? null, values.key ?? []);
    case 'copy-seals':
      return file === undefined ? explain() : copySeals(file);
    case 'seal':
      return seal();
    case 'new-key':
      return file === undefined ? explain() : newKey(file);
    default:
      return explain();
  }
}

async function verify(copies: string | null, keyFiles: readonly string[]): Promise<number> {
  const files = keyFiles.length > 0 ? keyFiles : [demandSealKeyFile()];
  const keys = trustedKeys(files.map((name) => readFileSync(name, 'utf8')));
  return reading(async (reader) => {
    const verifier = new Verifier(reader, keys, (finding) => {
      say(lineOf(finding));
    });
    let findings = 0;
    for (const practiceId of await reader.practices()) {
      const checked = await verifier.check(practiceId);
      findings += checked.findings;
      say(
        `practice ${practiceId}: ${checked.rows} rows under ${checked.seals} seals read, ` +
          `${checked.unsealed} not sealed yet, ${checked.findings} not as they were sealed`,
      );
    }
    if (copies !== null) findings += await verifier.compare(createInterface(createReadStream(copies)));
    say(findings === 0 ? 'The records are as they were sealed.' : `NOT AS SEALED: ${findings} findings.`);
    return findings === 0 ? 0 : 1;
  });
}

async function copySeals(file: string): Promise<number> {
  return reading(async (reader) => {
    // Never over an older copy: that one may be what proves a rollback.
    const out = createWriteStream(file, { flags: 'wx', mode: 0o600 });
    await once(out, 'open');
    let count = 0;
    for (const practiceId of await reader.practices()) {
      for await (const { rowIds: _rowIds, leaves: _leaves, ...copy } of reader.seals(practiceId)) {
        count += 1;
        if (!out.write(`${JSON.stringify(copy)}\n`)) await once(out, 'drain');
      }
    }
    out.end();
    await finished(out);
    say(`${count} seals copied to ${file}`);
    return 0;
  });
}

async function seal(): Promise<number> {
  const settings = EnvironmentSettings.ofThisProcess(import.meta.dirname);
  const key = keyIn(demandSealKeyFile());
  const source = dataSource(settings.databaseUrl, 1);
  await source.initialize();
  try {
    const sealed = await new Sealer(new Database(source), new SealRepository(), settings).sealWith(key);
    say(sealed === null ? 'Another process is sealing.' : `${sealed} rows sealed.`);
    return 0;
  } finally {
    await source.destroy();
  }
}

function newKey(file: string): number {
  if (existsSync(file)) {
    say(`${file} is there already and stays as it is.`);
    return 0;
  }
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  say(`A key for seals is in ${file}. Keep a copy of it away from the database.`);
  return 0;
}

async function reading(work: (reader: SealReader) => Promise<number>): Promise<number> {
  const client = new Client({
    connectionString: demandOwnerUrl(),
    application_name: 'common-ground records',
  });
  await client.connect();
  try {
    await client.query(`set role ${READER}`);
    return await work(new SealReader(client));
  } finally {
    await client.end();
  }
}

function lineOf({ sort, practiceId, what }: Finding): string {
  return `${sort}: ${what}, practice ${practiceId}`;
}

function explain(): number {
  process.stderr.write(`${USAGE}\n`);
  return 2;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

run().then(
  (code) => {
    process.exitCode = code;
  },
  (failure: unknown) => {
    const words =
      failure instanceof SettingsFault ? failure.message : failure instanceof Error ? failure.stack : failure;
    process.stderr.write(`${String(words)}\n`);
    process.exitCode = 2;
  },
);
