import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What was asked of a database: also what opens a transaction, says who asks, or ends it. */
export interface Asked {
  readonly statements: number;
  /** How often somebody waited for an answer: several statements may go together. */
  readonly journeys: number;
}

export interface OverheardDatabase {
  /** The database, by a line that is overheard. */
  readonly url: string;
  /** What was asked since the last time somebody wanted to know, transaction for transaction, in the words of SQL. */
  transactions(): string[][];
  /** How much was asked since the last time somebody counted. */
  count(): Asked;
  close(): Promise<void>;
}

/** The kinds of messages a statement goes to PostgreSQL in: by itself, or given a name, and run by that with values. */
const SIMPLE = 'Q';
const PARSE = 'P';
const BIND = 'B';
const SYNC = 'S';

/** Connections of the same program that do something else: jobs, and the bell. */
const OF_REQUESTS = 'application_name\0common-ground\0';

/** Stands between a program and its database and writes down each statement: for specs about how many there are. */
export async function overheard(databaseUrl: string): Promise<OverheardDatabase> {
  const { hostname, port } = new URL(databaseUrl);
  const lines = new Set<Socket>();
  let done: string[][] = [];
  let asked: Asked = { statements: 0, journeys: 0 };

  const door = createServer((program) => {
    const database = connect(Number(port), hostname);
    let transaction: string[] = [];
    const names = new Map<string, string>();
    const hear = (statement: string): void => {
      asked = { ...asked, statements: asked.statements + 1 };
      // What was asked before, by itself, was no part of it.
      if (/^begin/iu.test(statement)) transaction = [];
      transaction.push(statement);
      if (!/^(?:commit|rollback)/iu.test(statement)) return;
      done.push(transaction);
      transaction = [];
    };
    onEachMessage(program, (letter, [first = '', second = '']) => {
      if (letter === SIMPLE) hear(first);
      if (letter === PARSE) names.set(first, second);
      if (letter === BIND) hear(names.get(second) ?? '');
      if (letter === SIMPLE || letter === SYNC) asked = { ...asked, journeys: asked.journeys + 1 };
    });
    for (const line of [program, database]) {
      lines.add(line);
      line.on('error', () => line.destroy()).once('close', () => lines.delete(line));
    }
    program.pipe(database).pipe(program);
    program.once('close', () => database.destroy());
    database.once('close', () => program.destroy());
  });
  await new Promise<void>((open) => door.listen(0, '127.0.0.1', open));

  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(door.address() as AddressInfo).port}`;
  return {
    url: url.href,
    transactions: () => {
      const heard = done;
      done = [];
      return heard;
    },
    count: () => {
      const counted = asked;
      asked = { statements: 0, journeys: 0 };
      return counted;
    },
    close: () =>
      new Promise((closed) => {
        door.close(() => closed());
        for (const line of lines) line.destroy();
      }),
  };
}

/** Every message of one connection, with the texts in it. Its first has no letter: it says who asks. */
function onEachMessage(program: Socket, tell: (letter: string, texts: readonly string[]) => void): void {
  let waiting = Buffer.alloc(0);
  let isFirst = true;
  let isOfRequests = false;
  program.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk]);
    for (;;) {
      const kind = isFirst ? 0 : 1;
      if (waiting.length < kind + 4) return;
      const end = kind + waiting.readInt32BE(kind);
      if (waiting.length < end) return;
      const body = waiting.toString('utf8', kind + 4, end);
      if (isFirst) isOfRequests = body.includes(OF_REQUESTS);
      else if (isOfRequests) tell(waiting.toString('latin1', 0, 1), body.split('\0'));
      isFirst = false;
      waiting = waiting.subarray(end);
    }
  });
}
