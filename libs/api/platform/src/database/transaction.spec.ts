import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { Transaction } from './transaction';

const failure = new Error('There is no such thing');

/** What the driver calls on what it was given. */
interface Sent {
  readonly text: string;
  submit(connection: object): unknown;
  handleCommandComplete(message: { text: string }, connection: object): void;
  handleReadyForQuery(): void;
  handleError(failure: Error, connection: object): void;
}

/** A transaction, and the journeys in which its statements were sent: each is answered with its number, or none is. */
function begun({ fails = false, most = Infinity } = {}): {
  readonly tx: Transaction;
  readonly journeys: string[];
} {
  const journeys: string[] = [];
  let letter = '';
  const connection = {
    ...{ parsedStatements: {}, submittedNamedStatements: {} },
    stream: { writable: true, write: (piece: Buffer) => (letter += piece.toString()) },
  };
  const client = {
    query: (sent: Sent): void => {
      letter = '';
      sent.submit(connection);
      journeys.push(letter);
      if (fails) sent.handleError(failure, connection);
      else
        for (const text of letter.match(/select \d/gu) ?? [])
          sent.handleCommandComplete({ text: text.toUpperCase() }, connection);
      sent.handleReadyForQuery();
    },
  } as unknown as PoolClient;
  return { tx: new Transaction(client, {} as DataSource, [], undefined, most), journeys };
}

const said = (tx: Transaction, text: string): Promise<number | null> =>
  tx.run(text, []).then(({ rowCount }) => rowCount);

describe('statements that do not wait for one another', () => {
  it('travel together, in their order, and each gets its own answer', async () => {
    const { tx, journeys } = begun();
    expect(await Promise.all([said(tx, 'select 1'), said(tx, 'select 2')])).toEqual([1, 2]);
    expect(await said(tx, 'select 3')).toBe(3);
    expect(journeys.map((text) => text.match(/select \d/gu))).toEqual([
      ['select 1', 'select 2'],
      ['select 3'],
    ]);
  });

  it('take along what was to be done before the next', async () => {
    const { tx, journeys } = begun();
    tx.lead('select 4', []);
    expect(await Promise.all([said(tx, 'select 5'), said(tx, 'select 6')])).toEqual([5, 6]);
    expect(journeys.map((text) => text.match(/select \d/gu))).toEqual([['select 4', 'select 5', 'select 6']]);
  });

  it('fail together', async () => {
    const { tx } = begun({ fails: true });
    const both = await Promise.allSettled([said(tx, 'select 1'), said(tx, 'select 2')]);
    expect(both).toEqual([
      { status: 'rejected', reason: failure },
      { status: 'rejected', reason: failure },
    ]);
  });

  it('are one journey of those it may take', async () => {
    const { tx, journeys } = begun({ most: 1 });
    await Promise.all([said(tx, 'select 1'), said(tx, 'select 2')]);
    await expect(said(tx, 'select 3')).rejects.toThrow('This transaction was to be of fewer journeys.');
    expect(journeys).toHaveLength(1);
  });
});

describe('a transaction that is closed', () => {
  it('sends nothing any more, neither what waits nor what is said then', async () => {
    const { tx, journeys } = begun();
    const waits = said(tx, 'select 1');
    tx.close();
    await expect(waits).rejects.toThrow('This transaction is over.');
    await expect(said(tx, 'select 2')).rejects.toThrow('This transaction is over.');
    expect(journeys).toEqual([]);
    expect(tx.hasBegun).toBe(false);
  });
});

describe('what leads the next statement, and that it is the last', () => {
  it('is not said while another has not left', async () => {
    const { tx } = begun();
    const waits = said(tx, 'select 1');
    expect(() => {
      tx.lead('select 2', []);
    }).toThrow('What was said before has not left yet.');
    expect(() => {
      tx.endWithNext();
    }).toThrow('What was said before has not left yet.');
    expect(await waits).toBe(1);
  });
});
