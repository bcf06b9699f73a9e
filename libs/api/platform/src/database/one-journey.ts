import { Query, type Connection, type PoolClient, type QueryResult, type Submittable } from 'pg';

export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

/** The name under which each connection keeps a statement prepared; one for each text the program has. */
const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? `statement-${names.size + 1}`;
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
): Promise<readonly QueryResult<object>[]> {
  return new Promise((answered, failed) => {
    connection.query(
      new Journey(statements, (failure, results) => {
        if (failure) failed(failure);
        else answered(results);
      }),
    );
  });
}

/** What the driver itself calls on a query it has sent, and keeps on a connection. */
interface SentQuery extends Submittable {
  readonly name: string;
  readonly text: string;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
  handleReadyForQuery(connection: Connection): void;
  handleError(failure: Error, connection: Connection): void;
}
interface PreparingConnection extends Connection {
  readonly submittedNamedStatements: Record<string, string>;
}
type Told<Result> = (failure: Error | undefined, result: Result) => void;

/** Several of the driver's queries, of which only the last asks the database to answer. */
class Journey implements Submittable {
  readonly #queries: readonly SentQuery[];
  #at = 0;

  constructor(statements: readonly Statement[], told: Told<readonly QueryResult<object>[]>) {
    const last = statements.length - 1;
    const results: QueryResult<object>[] = [];
    this.#queries = statements.map(({ text, parameters }, at) => {
      const ended: Told<QueryResult<object>> = (failure, result) => {
        results.push(result);
        if (failure || at === last) told(failure, results);
      };
      const config = { name: nameOf(text), text, values: [...parameters] };
      return new Query(config, ended) as unknown as SentQuery;
    });
  }

  /** The driver notes under this name that the statement it has just heard of is prepared. */
  get name(): string {
    return this.#current.name;
  }
  get text(): string {
    return this.#current.text;
  }

  submit(connection: Connection): void {
    const unanswered = Object.create(connection, { sync: { value: () => undefined } }) as Connection;
    // Corked, all of it leaves in one piece.
    connection.stream.cork();
    try {
      for (const query of this.#queries.slice(0, -1)) query.submit(unanswered);
      this.#queries.at(-1)?.submit(connection);
    } finally {
      connection.stream.uncork();
    }
  }

  handleRowDescription(message: unknown): void {
    this.#current.handleRowDescription(message);
  }
  handleDataRow(message: unknown): void {
    this.#current.handleDataRow(message);
  }
  handleCommandComplete(message: unknown, connection: Connection): void {
    this.#current.handleCommandComplete(message, connection);
    this.#at += 1;
  }
  handleReadyForQuery(connection: Connection): void {
    for (const query of this.#queries) query.handleReadyForQuery(connection);
  }
  handleError(failure: Error, connection: Connection): void {
    // Those behind were sent and not read: they are not prepared.
    for (const { name } of this.#queries.slice(this.#at))
      Reflect.deleteProperty((connection as PreparingConnection).submittedNamedStatements, name);
    this.#current.handleError(failure, connection);
  }

  get #current(): SentQuery {
    const query = this.#queries[Math.min(this.#at, this.#queries.length - 1)];
    if (query === undefined) throw new Error('A journey carries a statement.');
    return query;
  }
}
