import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface OverheardDatabase {
  /** The database, by a line that is overheard. */
  readonly url: string;
  /** What was asked since the last time somebody wanted to know, transaction for transaction, in the words of SQL. */
  transactions(): string[][];
  close(): Promise<void>;
}

/** The kinds of messages a statement goes to PostgreSQL in: by itself, or to be bound to values. */
const SIMPLE = 'Q';
const PARSE = 'P';

/** Stands between a program and its database and writes down each statement: for specs about how many there are. */
export async function overheard(databaseUrl: string): Promise<OverheardDatabase> {
  const { hostname, port } = new URL(databaseUrl);
  const lines = new Set<Socket>();
  let done: string[][] = [];

  const door = createServer((program) => {
    const database = connect(Number(port), hostname);
    const statements = statementsIn(program);
    let transaction: string[] = [];
    statements((statement) => {
      transaction.push(statement);
      if (!/^(?:commit|rollback)/iu.test(statement)) return;
      done.push(transaction);
      transaction = [];
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
    close: () =>
      new Promise((closed) => {
        door.close(() => closed());
        for (const line of lines) line.destroy();
      }),
  };
}

/** Every statement of one connection. Its first message has no kind: it says who asks. */
function statementsIn(program: Socket): (tell: (statement: string) => void) => void {
  return (tell) => {
    let waiting = Buffer.alloc(0);
    let isFirst = true;
    program.on('data', (chunk: Buffer) => {
      waiting = Buffer.concat([waiting, chunk]);
      for (;;) {
        const kind = isFirst ? 0 : 1;
        if (waiting.length < kind + 4) return;
        const end = kind + waiting.readInt32BE(kind);
        if (waiting.length < end) return;
        const letter = isFirst ? '' : waiting.toString('latin1', 0, 1);
        const texts = waiting.toString('utf8', kind + 4, end).split('\0');
        if (letter === SIMPLE) tell(texts[0] ?? '');
        if (letter === PARSE) tell(texts[1] ?? '');
        isFirst = false;
        waiting = waiting.subarray(end);
      }
    });
  };
}
