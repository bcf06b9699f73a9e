import { types, type Connection, type PoolClient, type Submittable } from 'pg';
import { Letter } from './letter-to-the-database';

export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

/** What a statement was answered with. */
export interface Answered<Row extends object = object> {
  readonly rows: Row[];
  /** How many rows it gave or changed; null where it does neither. */
  readonly rowCount: number | null;
  /** What was done, in the database’s word for it. */
  readonly command: string;
}

/** The name under which each connection keeps a statement prepared; one for each text the program has. */
const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `statement-${names.size + 1}`;
  names.set(text, name);
  return name;
}

/**
 * Sends statements in one journey to the database, each prepared once for each connection: planning the walls around a
 * query costs more than running it, and so does waiting for an answer that only says that the next may come.
 * After one that fails those behind it are not run.
 * @returns what each of them was answered with
 */
export function inOneJourney(
  connection: PoolClient,
  statements: readonly Statement[],
): Promise<readonly Answered[]> {
  return new Promise((answered, failed) => {
    connection.query(
      new Journey(statements, (failure, answers) => {
        if (failure) failed(failure);
        else answered(answers);
      }),
    );
  });
}

/** What the rows of a statement look like: nothing, where it has none. */
interface Shape {
  readonly columns: readonly { readonly name: string; readonly read: (text: string) => unknown }[];
  readonly empty: Readonly<Record<string, unknown>>;
}

const NOTHING: Shape = { columns: [], empty: {} };

interface Description {
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
}

function shapeOf({ fields }: Description): Shape {
  return {
    columns: fields.map(({ name, dataTypeID }) => ({
      name,
      read: types.getTypeParser(dataTypeID, 'text') as (text: string) => unknown,
    })),
    empty: Object.fromEntries(fields.map(({ name }) => [name, null])),
  };
}

/**
 * The shapes of what each connection has prepared, by name: the database says it once and holds to it, as a prepared
 * statement that would give other columns fails.
 */
const shapes = new WeakMap<object, Map<string, Shape>>();

function shapesOn(connection: object): Map<string, Shape> {
  const known = shapes.get(connection);
  if (known !== undefined) return known;
  const none = new Map<string, Shape>();
  shapes.set(connection, none);
  return none;
}

/** What the driver keeps on a connection. */
export interface PreparingConnection extends Connection {
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
}

interface Sent {
  readonly name: string;
  readonly statement: Statement;
  rows: object[];
  rowCount: number | null;
  command: string;
}

/** Several statements, of which only the last asks the database to answer. */
class Journey implements Submittable {
  readonly #sent: readonly Sent[];
  #at = 0;
  #shape: Shape | undefined;
  #unreadable: Error | undefined;

  constructor(
    statements: readonly Statement[],
    private readonly told: (failure: Error | undefined, answers: readonly Answered[]) => void,
  ) {
    this.#sent = statements.map((statement) => ({
      ...{ name: nameOf(statement.text), statement },
      ...{ rows: [], rowCount: null, command: '' },
    }));
  }

  /** The driver notes under this name that the statement it has just heard of is prepared. */
  get name(): string {
    return this.#current.name;
  }
  get text(): string {
    return this.#current.statement.text;
  }

  /** @returns why it cannot be sent; the driver tells `handleError`, and nothing of it has left */
  submit(connection: Connection): Error | null {
    const { parsedStatements, submittedNamedStatements } = connection as PreparingConnection;
    const known = shapesOn(connection);
    const letter = new Letter();
    try {
      for (const { name, statement } of this.#sent) {
        const { text, parameters } = statement;
        const isPrepared = name in parsedStatements || name in submittedNamedStatements;
        if (!isPrepared) submittedNamedStatements[name] = text;
        letter.add({ name, parameters, text: isPrepared ? null : text, describes: !known.has(name) });
      }
    } catch (failure) {
      return failure instanceof Error ? failure : new Error('A statement cannot be written down.');
    }
    letter.send(connection);
    this.#shape = known.get(this.#current.name);
    return null;
  }

  handleRowDescription(message: Description): void {
    this.#shape = shapeOf(message);
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const { columns, empty } = this.#shape ?? NOTHING;
    const row = { ...empty };
    try {
      for (let at = 0; at < columns.length; at += 1) {
        const column = columns[at];
        const field = fields[at];
        if (column !== undefined) row[column.name] = typeof field === 'string' ? column.read(field) : null;
      }
    } catch (failure) {
      this.#unreadable ??= failure instanceof Error ? failure : new Error('A row cannot be read.');
    }
    this.#current.rows.push(row);
  }

  handleCommandComplete({ text }: { readonly text: string }, connection: Connection): void {
    const done = this.#current;
    // As `SELECT 21`, `INSERT 0 1` or `COMMIT`.
    const count = Number(text.slice(text.lastIndexOf(' ') + 1));
    done.rowCount = Number.isNaN(count) ? null : count;
    done.command = /^[A-Z]*/u.exec(text)?.[0] ?? '';
    const known = shapesOn(connection);
    if (!known.has(done.name)) known.set(done.name, this.#shape ?? NOTHING);
    this.#at += 1;
    this.#shape = known.get(this.#current.name);
  }

  /** A statement of no words is done at once. */
  handleEmptyQuery(connection: Connection): void {
    this.handleCommandComplete({ text: '' }, connection);
  }

  handleReadyForQuery(): void {
    this.told(this.#unreadable, this.#sent);
  }

  handleError(failure: Error, connection: Connection): void {
    // Those behind were sent and not read: they are not prepared.
    for (const { name } of this.#sent.slice(this.#at))
      Reflect.deleteProperty((connection as PreparingConnection).submittedNamedStatements, name);
    this.told(failure, this.#sent);
  }

  get #current(): Sent {
    const sent = this.#sent[Math.min(this.#at, this.#sent.length - 1)];
    if (sent === undefined) throw new Error('A journey carries a statement.');
    return sent;
  }
}
