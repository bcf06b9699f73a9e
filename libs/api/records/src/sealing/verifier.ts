import { sealedRows, namedChanges, type ChangedRow, type Finding, type FindingSort } from './findings';
import { rootOf } from './merkle';
import { hashOfSeal, isSigned, NO_SEAL_BEFORE, type SignedSeal, type TrustedKeys } from './seal';
import { BEFORE_ALL, type PlaceInOrder, type SealReader, type StoredSeal } from './seal-reader';
import { leafOfTrace, type Trace } from './trace';

/** Who writes the audit. A row by anybody else was put there past the product. */
const WRITER = 'common_ground_app';
/** As many findings of one practice are named one by one; the rest is only counted. */
const MOST_NAMED = 1_000;
/** Swaps are looked for among this many seals. */
const MOST_BROKEN = 200;

export interface Checked {
  readonly practiceId: string;
  readonly rows: number;
  readonly seals: number;
  /** Rows so new that no seal covers them yet. */
  readonly unsealed: number;
  readonly findings: number;
}

/** Recomputes everything that was sealed, and names what is no longer as it was. */
export class Verifier {
  constructor(
    private readonly reader: SealReader,
    private readonly keys: TrustedKeys,
    private readonly name: (finding: Finding) => void,
  ) {}

  async check(practiceId: string): Promise<Checked> {
    const practice = new PracticeCheck(practiceId, this.reader, this.keys, this.name);
    return practice.run();
  }

  /**
   * Compares the database with seals that were copied out of it. A database that was put back to an earlier state is
   * sound in itself and lacks what the copies know, or has put something else in its place.
   * @param copies lines of a file made by `npm run records:copy-seals`
   */
  async compare(copies: AsyncIterable<string>): Promise<number> {
    const rolledBack = new Set<string>();
    let findings = 0;
    const find = (sort: FindingSort, practiceId: string, what: string): void => {
      findings += 1;
      this.name({ sort, practiceId, what });
    };
    for await (const line of copies) {
      if (line.trim() === '') continue;
      const copy = JSON.parse(line) as SignedSeal;
      if (!isSigned(copy, this.keys)) {
        find(
          'changed',
          copy.practiceId,
          `the copy of seal ${copy.number}: it is not signed by a trusted key`,
        );
        continue;
      }
      if (rolledBack.has(copy.practiceId)) continue;
      const held = await this.reader.seal(copy.practiceId, copy.number);
      if (held?.hash === copy.hash) continue;
      rolledBack.add(copy.practiceId);
      const last = await this.reader.lastNumber(copy.practiceId);
      const what =
        held === null
          ? `the records end at seal ${last}; a copy knows seal ${copy.number} of ${copy.madeAt}`
          : `seal ${copy.number} is another one than the copy of ${copy.madeAt}`;
      find('rolled-back', copy.practiceId, what);
    }
    return findings;
  }
}

/** One pass over the records of one practice. */
class PracticeCheck {
  private readonly changed: ChangedRow[] = [];
  private readonly brokenSeals: SignedSeal[] = [];
  private findings = 0;
  private rows = 0;
  private seals = 0;

  constructor(
    private readonly practiceId: string,
    private readonly reader: SealReader,
    private readonly keys: TrustedKeys,
    private readonly tell: (finding: Finding) => void,
  ) {}

  async run(): Promise<Checked> {
    let previous = NO_SEAL_BEFORE;
    let expected = 1;
    let place = BEFORE_ALL;
    for await (const seal of this.reader.seals(this.practiceId)) {
      this.seals += 1;
      const follows = seal.number === expected;
      for (; expected < seal.number; expected += 1) this.find('removed', `seal ${expected}`);
      this.#checkSeal(seal, previous);
      await this.#checkRows(seal, place, follows);
      previous = seal.hash;
      expected = seal.number + 1;
      place = { writtenIn: seal.upToWrittenIn, id: seal.upToId };
    }
    const unsealed = await this.#readUnsealed(place);
    this.#nameBrokenSeals();
    for (const { sort, what } of namedChanges(this.practiceId, this.changed)) this.find(sort, what);
    const { practiceId, rows, seals, findings } = this;
    await this.reader.noteCheck(practiceId, rows, seals, findings);
    return { practiceId, rows, seals, unsealed, findings };
  }

  private find(sort: FindingSort, what: string): void {
    this.findings += 1;
    if (this.findings <= MOST_NAMED) this.tell({ sort, practiceId: this.practiceId, what });
  }

  #checkSeal(seal: StoredSeal, previous: string): void {
    const isWhole = isSigned(seal, this.keys) && rootOf(seal.leaves).toString('hex') === seal.root;
    if (!isWhole) this.#breakSeal(seal);
    else if (seal.previous !== previous) this.find('removed', `what was sealed before seal ${seal.number}`);
  }

  #breakSeal({ rowIds: _rowIds, leaves: _leaves, ...seal }: StoredSeal): void {
    if (this.brokenSeals.length < MOST_BROKEN) this.brokenSeals.push(seal);
    else this.find('changed', `seal ${seal.number}`);
  }

  /** Compares the rows that stand between two seals with those that were sealed there. */
  async #checkRows(seal: StoredSeal, after: PlaceInOrder, follows: boolean): Promise<void> {
    const sealed = sealedRows(seal.rowIds, seal.leaves);
    const strangers: Trace[] = [];
    for await (const trace of this.reader.rows(this.practiceId, after, {
      writtenIn: seal.upToWrittenIn,
      id: seal.upToId,
    })) {
      this.rows += 1;
      const leaf = sealed.get(trace.id);
      // Where a seal is missing its rows are not strangers; which they are can no longer be told.
      if (leaf === undefined) strangers.push(...(follows ? [trace] : []));
      else {
        sealed.delete(trace.id);
        this.#compare(trace, leaf, seal.number);
      }
      if (strangers.length >= MOST_NAMED) await this.#nameStrangers(strangers.splice(0), seal.number);
    }
    await this.#nameStrangers(strangers, seal.number);
    await this.#nameMissing(sealed, seal.number);
  }

  #compare(trace: Trace, leaf: Buffer, seal: number): void {
    if (!leafOfTrace(trace).equals(leaf)) {
      if (this.changed.length < MOST_NAMED) this.changed.push({ trace, sealed: Buffer.from(leaf), seal });
      else this.find('changed', `row ${trace.id} (seal ${seal})`);
    } else if (trace.writer !== WRITER) {
      this.find(
        'inserted',
        `row ${trace.id} (seal ${seal}), written by ${trace.writer} and not by the product`,
      );
    }
  }

  /** Rows among sealed ones that were not sealed with them: put there later, or moved there from another place. */
  async #nameStrangers(strangers: readonly Trace[], seal: number): Promise<void> {
    for (const { id } of strangers) {
      if (!(await this.reader.isSealed(this.practiceId, id))) {
        this.find('inserted', `row ${id} (among those of seal ${seal})`);
      }
    }
  }

  /** Sealed rows that are not where they were: gone, or moved by a change of their transaction's number. */
  async #nameMissing(missing: ReadonlyMap<string, Buffer>, seal: number): Promise<void> {
    const ids = [...missing.keys()];
    if (ids.length === 0) return;
    const moved = new Map(
      (await this.reader.rowsNamed(this.practiceId, ids)).map((trace) => [trace.id, trace]),
    );
    for (const [id, leaf] of missing) {
      const trace = moved.get(id);
      if (trace === undefined) this.find('removed', `row ${id} (seal ${seal})`);
      else this.#compare(trace, leaf, seal);
    }
  }

  async #readUnsealed(after: PlaceInOrder): Promise<number> {
    let unsealed = 0;
    for await (const trace of this.reader.rows(this.practiceId, after, null)) {
      this.rows += 1;
      unsealed += 1;
      if (trace.writer !== WRITER && !(await this.reader.isSealed(this.practiceId, trace.id))) {
        this.find(
          'inserted',
          `row ${trace.id} (not sealed yet), written by ${trace.writer} and not by the product`,
        );
      }
    }
    return unsealed;
  }

  /** Two seals that carry each other's numbers were swapped; any other that does not hold was changed. */
  #nameBrokenSeals(): void {
    const left = new Set(this.brokenSeals);
    for (const one of this.brokenSeals) {
      const other = [...left].find(
        (candidate) =>
          candidate !== one && hashOfSeal({ ...candidate, number: one.number }) === candidate.hash,
      );
      if (!left.has(one) || other === undefined) continue;
      left.delete(one);
      left.delete(other);
      this.find('swapped', `seals ${one.number} and ${other.number}`);
    }
    for (const { number } of left) this.find('changed', `seal ${number}`);
  }
}
