import { Query, type Connection } from 'pg';
import { Letter, wireValue } from './letter-to-the-database';

/** What the driver itself makes of a value, as it would send it. */
function asTheDriver(value: unknown): unknown {
  let sent: unknown;
  const broad = {
    ...{ parsedStatements: {}, submittedNamedStatements: {}, stream: { cork: nothing, uncork: nothing } },
    ...{ parse: nothing, describe: nothing, execute: nothing, sync: nothing },
    bind: ({ values, valueMapper }: Bound) => {
      sent = valueMapper(values[0]);
    },
  };
  new Query({ name: 'one', text: 'select $1', values: [value] }).submit(broad as unknown as Connection);
  return sent;
}

interface Bound {
  readonly values: readonly unknown[];
  readonly valueMapper: (value: unknown) => unknown;
}

function nothing(): void {
  // The driver tells it, and nobody listens.
}

/** A line that takes what is sent to it. */
function line(writable: boolean): { connection: Connection; sent: Buffer[] } {
  const sent: Buffer[] = [];
  const stream = { writable, write: (piece: Buffer) => sent.push(piece) };
  return { connection: { stream } as unknown as Connection, sent };
}

const ONE = { name: 'one', text: 'select $1', parameters: ['a'], describes: true };

describe('what is written to the database', () => {
  it.each([
    ...['', 'words', 'a "quoted" \\ word', 'ñ 💬', 0, -1.5, 12n, true, false, null, undefined],
    ...[Buffer.from('bytes'), { a: [1, 'two'], b: null }, [], ['a', null, undefined, 2, true]],
    ...[['{', '"', '\\', ',', 'NULL', ''], [['a'], ['b']], [Buffer.from([0, 255])], [{ a: '"\\' }]],
    ...[new Uint8Array([0, 255, 7]).subarray(1), [new Uint8Array([1, 2])]],
  ])('is what the driver makes of it: %j', (value) => {
    expect(wireValue(value)).toEqual(asTheDriver(value));
  });

  it('is the same moment as the driver’s, in words that need no time zone', () => {
    const moment = new Date('2026-03-29T01:30:00.123Z');
    expect(wireValue(moment)).toBe('2026-03-29T01:30:00.123Z');
    expect(new Date(String(asTheDriver(moment)))).toEqual(moment);
  });

  it('leaves in one piece, prepared and described only where that has to be', () => {
    const codes = (piece: Buffer | undefined): string => {
      let [found, at] = ['', 0];
      while (piece !== undefined && at < piece.length) {
        found += String.fromCharCode(piece[at] ?? 0);
        at += 1 + piece.readInt32BE(at + 1);
      }
      return found;
    };
    const { connection, sent } = line(true);
    const letter = new Letter();
    letter.add(ONE);
    letter.add({ ...ONE, text: null, describes: false });
    expect(sent).toEqual([]);
    letter.send(connection);
    // Parse, bind, describe, execute; then bind, execute; then the word that asks for an answer.
    expect(sent.map(codes)).toEqual(['PBDEBES']);
  });

  it('is not sent on a line that is broken', () => {
    const { connection, sent } = line(false);
    const letter = new Letter();
    letter.add(ONE);
    letter.send(connection);
    expect(sent).toEqual([]);
  });
});
