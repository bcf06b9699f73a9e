import fc from 'fast-check';
import type { PracticeRows } from './rows-of-a-practice';

/** Days from today: long ago, the day before, today, the day after, far off. Mistakes live on the days around today. */
const AROUND_TODAY = [-400, -1, 0, 1, 400] as const;

export function randomId(): string {
  return crypto.randomUUID();
}

/** What random rows are drawn with, and where they are kept. */
export abstract class Drawing {
  abstract readonly rows: PracticeRows;
  protected readonly now = new Date().toISOString();
  protected readonly past = new Date(Date.now() - 3_600_000).toISOString();
  protected readonly future = new Date(Date.now() + 30 * 86_400_000).toISOString();

  constructor(
    private readonly draw: fc.GeneratorValue,
    protected readonly practiceId: string,
    private readonly today: string,
  ) {}

  protected upTo(most: number): number {
    return this.draw(fc.nat, { max: most });
  }
  protected oneOf<T>(choices: readonly T[]): T {
    return choices[this.upTo(choices.length - 1)] as T;
  }
  /** True once in so many times. */
  protected once(inSoMany: number): boolean {
    return this.upTo(inSoMany - 1) === 0;
  }
  protected maybe(inSoMany: number): string | null {
    return this.once(inSoMany) ? this.now : null;
  }
  protected times<T>(least: number, most: number, make: (at: number) => T): T[] {
    return Array.from({ length: least + this.upTo(most - least) }, (_, at) => make(at));
  }
  protected some<T>(choices: readonly T[]): T[] {
    return choices.filter(() => this.once(2));
  }
  protected day(): string {
    const day = new Date(`${this.today}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + this.oneOf(AROUND_TODAY));
    return day.toISOString().slice(0, 10);
  }
  protected lastDay(): string | null {
    return this.once(3) ? null : this.day();
  }
  row<T extends object>(known: T): T & { practice_id: string; id: string } {
    return { practice_id: this.practiceId, id: randomId(), ...known };
  }
}
