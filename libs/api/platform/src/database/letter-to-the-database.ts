import { Connection } from 'pg';

interface Written {
  /** The name under which the statement is prepared. */
  readonly name: string;
  /** Its text, where it has to be prepared first. */
  readonly text: string | null;
  readonly parameters: readonly unknown[];
  /** Whether the database is to say what its rows look like. */
  readonly describes: boolean;
}

/**
 * What is sent in one journey, written by the driver and kept until all of it is there: it leaves in one piece, and
 * where one value cannot be written, nothing has left.
 */
export class Letter {
  readonly #pieces: Buffer[] = [];

  /** The driver calls it with each piece that it has written. */
  _send(piece: Buffer): void {
    this.#pieces.push(piece);
  }

  add({ name, text, parameters, describes }: Written): void {
    const { prototype: driver } = Connection;
    // The types of parameters are left to the database.
    if (text !== null) driver.parse.call(this, { name, text, types: [] }, true);
    driver.bind.call(this, { statement: name, values: parameters.map(wireValue) }, true);
    if (describes) driver.describe.call(this, { type: 'P' }, true);
    driver.execute.call(this, {}, true);
  }

  /** After it the database answers. A line that is broken says so by itself. */
  send({ stream }: Connection): void {
    Connection.prototype.sync.call(this);
    if (stream.writable) stream.write(Buffer.concat(this.#pieces));
  }
}

/** A value as PostgreSQL reads it. Bytes stay bytes; whatever has no form of its own is JSON. */
export function wireValue(value: unknown): string | Buffer | null {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return null;
  if (Buffer.isBuffer(value)) return value;
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return listText(value);
  if (typeof value === 'object') return JSON.stringify(value);
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  throw new TypeError('No column takes such a value.');
}

function listText(list: readonly unknown[]): string {
  return `{${list.map(elementText).join(',')}}`;
}

function elementText(element: unknown): string {
  if (Array.isArray(element)) return listText(element);
  const value = wireValue(element);
  if (value === null) return 'NULL';
  if (typeof value !== 'string') return `\\\\x${value.toString('hex')}`;
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
