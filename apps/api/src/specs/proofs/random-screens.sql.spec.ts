import { mayBeShown } from '@common-ground/rules/access';
import { howMany, LONGEST_PROOF, scratchDatabase, type ScratchDatabase, seeds } from '@common-ground/testing';
import fc from 'fast-check';
import { Client } from 'pg';
import { randomId } from './drawing';
import { mutantsOfFunctions, type SqlMutant } from './mutants-of-policies';
import { openHours, withRandomHours } from './random-hours';
import { randomPractice } from './random-practice';
import { openPractice, plant } from './rows-of-a-practice';
import { ScreensByTheBook } from './screens-by-the-book';
import { twinOf } from './twin-practice';

const PRACTICES = howMany(5, 60);
/** Each condition is tried in the long run; the short one tries the same part of them each time. */
const ONE_IN = howMany(5, 1);

/** Conditions that are there for another reason than to keep something off a screen, and what keeps it off. */
const SAID_TWICE: Readonly<Record<string, readonly string[]>> = {
  'whoever is kept from somebody who comes is not in the room': [
    'function may_be_shown without «and not access.are_apart(r.member_id, mine.member_id)»',
  ],
};

/** Everything that is offered in the family of one hour, and what the rule lets stand on its screen. */
interface Look {
  readonly where: string;
  readonly practiceId: string;
  readonly hourId: string;
  readonly offered: readonly string[];
  readonly shown: readonly string[];
}

describe('what may stand on the screen of a random hour', () => {
  let database: ScratchDatabase;
  let owner: Client;
  const looks: Look[] = [];

  beforeAll(async () => {
    database = await scratchDatabase({ demo: true });
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    for (const seed of seeds().slice(0, PRACTICES)) {
      const [id, twin] = [randomId(), randomId()];
      const { today } = await openPractice(owner, id);
      await openPractice(owner, twin);
      const [rows] = fc.sample(
        randomPractice(id, today).chain((one) => withRandomHours(one, today)),
        { seed, numRuns: 1 },
      );
      if (rows === undefined) throw new Error('A practice was to be drawn.');
      await plant(owner, rows);
      await plant(owner, openHours(rows, twinOf(rows, twin)));
      const book = new ScreensByTheBook(rows, today);
      for (const session of rows.family_session) {
        const { hour, pieces, isUnderWay } = book.of(session);
        const may = pieces.flatMap((piece) => piece.offers.filter((one) => mayBeShown(one, piece, hour)));
        looks.push({
          ...{ where: `seed ${seed}, hour ${session.id}`, practiceId: id, hourId: session.id },
          offered: rows.offer.filter((one) => one.family_id === session.family_id).map((one) => one.id),
          shown: isUnderWay ? may.map((one) => one.id).sort() : [],
        });
      }
    }
    await owner.query('analyze');
  }, LONGEST_PROOF);
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  it(
    'is the same by the rule and in the database, offer for offer',
    async () => {
      const wrong: string[] = [];
      for (const look of looks) {
        const found = await shownIn(look);
        if (found.join() !== look.shown.join())
          wrong.push(
            `${look.where}: the rule ${look.shown.join() || 'none'}, the rows ${found.join() || 'none'}`,
          );
      }
      expect(wrong).toEqual([]);
      const screens = looks.filter(({ shown }) => shown.length > 0);
      expect(screens.length).toBeGreaterThan(PRACTICES);
      expect(looks.length - screens.length).toBeGreaterThan(PRACTICES);
    },
    LONGEST_PROOF,
  );

  it(
    'is another one by any condition that is forgotten in the database',
    async () => {
      const unnoticed: string[] = [];
      const all = await mutantsOfFunctions(owner, ['may_be_shown']);
      const said = Object.values(SAID_TWICE).flat();
      expect(said.filter((name) => all.every((mutant) => mutant.name !== name))).toEqual([]);
      for (const mutant of all.filter(({ name }, at) => at % ONE_IN === 0 && !said.includes(name))) {
        if (!(await isNoticed(mutant))) unnoticed.push(mutant.name);
      }
      expect(unnoticed).toEqual([]);
    },
    LONGEST_PROOF,
  );

  /** Those in which something stands, or could, come first. */
  function telling(): readonly Look[] {
    return looks.toSorted((one, other) => other.shown.length - one.shown.length);
  }

  async function shownIn({ practiceId, hourId, offered }: Look): Promise<string[]> {
    await owner.query(`select set_config('app.practice_id', $1, false)`, [practiceId]);
    const { rows } = await owner.query<{ id: string }>(
      'select id from unnest($2::uuid[]) id where access.may_be_shown($1, id) order by id',
      [hourId, offered],
    );
    return rows.map(({ id }) => id);
  }

  async function isNoticed({ apply, restore }: SqlMutant): Promise<boolean> {
    try {
      await owner.query(apply);
    } catch {
      // What PostgreSQL does not take can be put into no database.
      return true;
    }
    try {
      for (const look of telling()) if ((await shownIn(look)).join() !== look.shown.join()) return true;
      return false;
    } catch {
      return true;
    } finally {
      await owner.query(restore);
    }
  }
});
