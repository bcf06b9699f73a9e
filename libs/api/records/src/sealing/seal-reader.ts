import type { Client } from 'pg';
import type { SignedSeal } from './seal';
import type { Trace } from './trace';

export interface StoredSeal extends SignedSeal {
  readonly rowIds: readonly string[];
  readonly leaves: Buffer;
}

/** The place of a row in the order in which rows are sealed. */
export interface PlaceInOrder {
  readonly writtenIn: string;
  readonly id: string;
}

export const BEFORE_ALL: PlaceInOrder = { writtenIn: '-1', id: '00000000-0000-0000-0000-000000000000' };

/** How many rows or seals are in memory at once, whatever the size of the audit. */
const ROWS_AT_ONCE = 2_000;
const SEALS_AT_ONCE = 20;

const ISO = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const SEAL = `practice_id as "practiceId", number, ${ISO('made_at')} as "madeAt",
  up_to_written_in::text as "upToWrittenIn", up_to_id as "upToId", cardinality(row_ids) as count,
  encode(root, 'hex') as root, encode(previous, 'hex') as previous, key_id as "keyId", encode(hash, 'hex') as hash,
  encode(signature, 'hex') as signature`;

const TRACE = `practice_id as "practiceId", id, ${ISO('at')} as at, actor_id as "actorId", actor_roles as "actorRoles",
  actor_relation as "actorRelation", action, because, subject_ids::text[] as "subjectIds", family_id as "familyId",
  document_id as "documentId", task_id as "taskId", consent_ids::text[] as "consentIds",
  consent_versions as "consentVersions", fields, written_in::text as "writtenIn", writer`;

/** Reads the records as the role made for it. Whatever it is pointed at, it asks for a handful of rows at a time. */
export class SealReader {
  constructor(private readonly client: Client) {}

  async practices(): Promise<string[]> {
    const { rows } = await this.client.query<{ id: string }>(
      `select id from practice union select practice_id from seal order by 1`,
    );
    return rows.map(({ id }) => id);
  }

  /** The seals of one practice, by number. */
  async *seals(practiceId: string): AsyncGenerator<StoredSeal> {
    let after = 0;
    for (;;) {
      const { rows } = await this.client.query<StoredSeal>(
        `select ${SEAL}, row_ids::text[] as "rowIds", leaves from seal
         where practice_id = $1 and number > $2 order by number limit ${SEALS_AT_ONCE}`,
        [practiceId, after],
      );
      yield* rows;
      if (rows.length < SEALS_AT_ONCE) return;
      after = rows.at(-1)?.number ?? after;
    }
  }

  /** One seal without its rows, for comparing it with a copy. */
  async seal(practiceId: string, number: number): Promise<SignedSeal | null> {
    const { rows } = await this.client.query<SignedSeal>(
      `select ${SEAL} from seal where practice_id = $1 and number = $2`,
      [practiceId, number],
    );
    return rows[0] ?? null;
  }

  /** The number of a practice's last seal; 0 when it has none. */
  async lastNumber(practiceId: string): Promise<number> {
    const { rows } = await this.client.query<{ number: number }>(
      `select coalesce(max(number), 0) as number from seal where practice_id = $1`,
      [practiceId],
    );
    return rows[0]?.number ?? 0;
  }

  /** The rows after one place, up to another one or to the end, in order. */
  async *rows(practiceId: string, after: PlaceInOrder, upTo: PlaceInOrder | null): AsyncGenerator<Trace> {
    let place = after;
    for (;;) {
      const { rows } = await this.client.query<Trace>(
        `select ${TRACE} from audit
         where practice_id = $1 and (written_in, id) > ($2::bigint, $3::uuid)
           and ($4::bigint is null or (written_in, id) <= ($4::bigint, $5::uuid))
         order by written_in, id limit ${ROWS_AT_ONCE}`,
        [practiceId, place.writtenIn, place.id, upTo?.writtenIn ?? null, upTo?.id ?? null],
      );
      yield* rows;
      const last = rows.at(-1);
      if (rows.length < ROWS_AT_ONCE || last === undefined) return;
      place = last;
    }
  }

  /** Rows by their ids, wherever in the order they stand now. */
  async rowsNamed(practiceId: string, ids: readonly string[]): Promise<Trace[]> {
    const { rows } = await this.client.query<Trace>(
      `select ${TRACE} from audit where practice_id = $1 and id = any ($2::uuid[])`,
      [practiceId, ids],
    );
    return rows;
  }

  /** Whether a row was sealed anywhere. Reads every seal, and is asked only about rows that are out of place. */
  async isSealed(practiceId: string, id: string): Promise<boolean> {
    const { rowCount } = await this.client.query(
      `select from seal where practice_id = $1 and $2::uuid = any (row_ids) limit 1`,
      [practiceId, id],
    );
    return rowCount === 1;
  }

  async noteCheck(practiceId: string, rows: number, seals: number, findings: number): Promise<void> {
    await this.client.query(
      `insert into seal_check (practice_id, rows_read, seals_read, findings) values ($1, $2, $3, $4)`,
      [practiceId, rows, seals, findings],
    );
  }
}
