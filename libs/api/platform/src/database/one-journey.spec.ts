import type { Connection, PoolClient, Submittable } from 'pg';
import { inOneJourney, type Statement } from './one-journey';

/** What the driver calls on what it has sent. */
interface Sent extends Submittable {
  readonly name: string;
  submit(connection: Connection): unknown;
  handleRowDescription(message: object): void;
  handleDataRow(message: { fields: (string | null)[] }): void;
  handleCommandComplete(message: { text: string }, connection: Connection): void;
  handleEmptyQuery(connection: Connection): void;
  handleReadyForQuery(): void;
  handleError(failure: Error, connection: Connection): void;
}

const NUMBER = 23;
const LIST: Statement = { text: 'select a, b from things', parameters: [] };

/** A connection on which a journey is sent, and what of it has left. */
function connected(): { journey: (...statements: Statement[]) => Going; prepared: Record<string, string> } {
  const prepared: Record<string, string> = {};
  const sent: Buffer[] = [];
  const connection = {
    ...{ parsedStatements: prepared, submittedNamedStatements: {} },
    stream: { writable: true, write: (piece: Buffer) => sent.push(piece) },
  } as unknown as Connection;
  return {
    prepared,
    journey: (...statements) => {
      let going: Sent | undefined;
      let fault: unknown;
      const client = {
        query: (what: Sent) => {
          going = what;
          fault = what.submit(connection);
        },
      } as unknown as PoolClient;
      const before = sent.length;
      const answers = inOneJourney(client, statements);
      if (going === undefined) throw new Error('Nothing was sent.');
      return { sent: going, connection, answers, fault, text: Buffer.concat(sent.slice(before)).toString() };
    },
  };
}

interface Going {
  readonly sent: Sent;
  readonly connection: Connection;
  readonly answers: ReturnType<typeof inOneJourney>;
  readonly fault: unknown;
  /** What has left. */
  readonly text: string;
}

const described = { fields: ['a', 'b'].map((name) => ({ name, dataTypeID: NUMBER })) };

describe('statements in one journey', () => {
  it('that are the same twice are prepared once', () => {
    const { text } = connected().journey(LIST, LIST);
    expect(text.split(LIST.text)).toHaveLength(2);
  });

  it('of no words and rows with one name twice are no riddle', async () => {
    const { sent, connection, answers } = connected().journey({ text: '', parameters: [] }, LIST);
    sent.handleEmptyQuery(connection);
    sent.handleRowDescription({ fields: ['a', 'a'].map((name) => ({ name, dataTypeID: NUMBER })) });
    sent.handleDataRow({ fields: ['1', null] });
    sent.handleCommandComplete({ text: 'SELECT 1' }, connection);
    sent.handleReadyForQuery();
    expect(await answers).toMatchObject([{ command: '', rows: [] }, { rows: [{ a: null }] }]);
  });

  it('are answered each for itself, and described once', async () => {
    const { journey, prepared } = connected();
    const first = journey({ text: 'begin', parameters: [] }, LIST);
    expect(first.text).toContain(LIST.text);
    first.sent.handleCommandComplete({ text: 'BEGIN' }, first.connection);
    prepared[first.sent.name] = LIST.text;
    first.sent.handleRowDescription(described);
    first.sent.handleDataRow({ fields: ['1', null] });
    first.sent.handleCommandComplete({ text: 'SELECT 1' }, first.connection);
    first.sent.handleReadyForQuery();
    const expected = { command: 'SELECT', rowCount: 1, rows: [{ a: 1, b: null }] };
    expect(await first.answers).toMatchObject([{ command: 'BEGIN', rowCount: null, rows: [] }, expected]);

    const again = journey(LIST);
    expect(again.text).not.toContain(LIST.text);
    // Bind and execute, then the word that asks for an answer; the word for describing a portal is DP.
    expect(again.text).not.toMatch(/D\0\0\0.P/u);
    expect(first.text).toMatch(/D\0\0\0.P/u);
    again.sent.handleDataRow({ fields: ['1', null] });
    again.sent.handleCommandComplete({ text: 'SELECT 1' }, again.connection);
    again.sent.handleReadyForQuery();
    expect(await again.answers).toMatchObject([expected]);
  });

  it.each([
    ['INSERT 0 3', 'INSERT', 3],
    ['UPDATE 0', 'UPDATE', 0],
    ['CREATE TABLE', 'CREATE', null],
  ])('say how many rows they changed: %s', async (text, command, rowCount) => {
    const { sent, connection, answers } = connected().journey({ text: `for ${text}`, parameters: [] });
    sent.handleCommandComplete({ text }, connection);
    sent.handleReadyForQuery();
    expect(await answers).toMatchObject([{ command, rowCount }]);
  });

  it('are not sent at all where one of them cannot be written', async () => {
    const { journey } = connected();
    const unwritten = journey(LIST, { text: 'select $1', parameters: [Symbol('nothing')] });
    expect([unwritten.fault instanceof TypeError, unwritten.text]).toEqual([true, '']);
    unwritten.sent.handleError(unwritten.fault as Error, unwritten.connection);
    await expect(unwritten.answers).rejects.toBe(unwritten.fault);
    // None of them was heard of.
    expect(journey(LIST).text).toContain(LIST.text);
  });

  it('are prepared anew where one before them failed', async () => {
    const { journey } = connected();
    const failure = new Error('It failed.');
    const failed = journey({ text: 'select 1/0', parameters: [] }, LIST);
    failed.sent.handleError(failure, failed.connection);
    await expect(failed.answers).rejects.toBe(failure);
    const again = journey(LIST);
    expect(again.text).toContain(LIST.text);
  });

  it('fail where what came back cannot be read, once all of it has come', async () => {
    const JSONB = 3802;
    const { sent, connection, answers } = connected().journey({ text: 'select broken', parameters: [] });
    sent.handleRowDescription({ fields: [{ name: 'a', dataTypeID: JSONB }] });
    sent.handleDataRow({ fields: ['{'] });
    sent.handleCommandComplete({ text: 'SELECT 1' }, connection);
    sent.handleReadyForQuery();
    await expect(answers).rejects.toThrow(SyntaxError);
  });
});
