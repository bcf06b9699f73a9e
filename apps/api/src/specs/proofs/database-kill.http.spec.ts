import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  howMany,
  LONGEST_PROOF,
  type RunningApi,
  type ServerToKill,
  serverToKill,
  startApi,
} from '@common-ground/testing';
import { Client } from 'pg';
import {
  approved,
  everybody,
  familyNamed,
  memberIn,
  share,
  sheet,
  taskTitled,
  until,
  write,
  type Cast,
} from '../acts';
import {
  answering,
  drafting,
  nextWords,
  NOTHING_MISSING,
  whatIsMissing,
  type Look,
  type Missing,
  type Writer,
} from '../writers';

const KILLS = howMany(20, 100);
/** With `synchronous_commit=off` the first or second kill shows it. */
const KILLS_WITHOUT_FLUSHING = 6;

/**
 * The program lives on and its database is killed: what trust.md calls the worst but one. Each person writes on
 * whatever happens, and tries the same words under the same key until they are told that they are saved.
 */
describe('a database that is killed while people write', () => {
  let server: ServerToKill;
  let api: RunningApi;
  let cast: Cast;

  beforeAll(async () => {
    server = await serverToKill();
    api = await startApi({ database: server.database });
    cast = await everybody(api);
  }, LONGEST_PROOF);
  afterAll(async () => {
    await api.stop();
    await server.stop();
  });

  it(
    'has lost nothing that was called saved, and holds nothing twice',
    async () => {
      const writers = await peopleWriting('On and on');
      const { missing, triedAgain } = await killed(writers, KILLS, () => false);
      expect(missing).toEqual(NOTHING_MISSING);
      for (const { name, saved } of writers) expect([name, saved.length > KILLS]).toEqual([name, true]);
      // The kills met people in the middle of saving.
      expect(triedAgain).toBeGreaterThan(KILLS);
    },
    LONGEST_PROOF,
  );

  it(
    'would be seen losing words if a commit did not wait for the disk',
    async () => {
      const writers = await peopleWriting('Without the disk');
      await look('alter role common_ground_app set synchronous_commit = off', []);
      const { missing } = await killed(writers, KILLS_WITHOUT_FLUSHING, ({ lost }) => lost.length > 0);
      expect(missing.lost).not.toEqual([]);
      expect(missing.couldNotReadBack).toEqual([]);
    },
    LONGEST_PROOF,
  );

  async function peopleWriting(title: string): Promise<Writer[]> {
    const torres = await familyNamed(cast.therapist, 'Torres family');
    const { id } = await approved(cast, torres.id, title);
    await share(cast.therapist, id, [memberIn(torres, 'mother'), memberIn(torres, 'father')]);
    const [hers, his] = [await taskTitled(cast.mother, title), await taskTitled(cast.father, title)];
    const drafted = await write(cast.therapist, torres.id, `${title}, drafted`, sheet('Begun.'));
    return [
      answering('mother, first question', cast.mother, hers, 'told', look),
      answering('mother, second question', cast.mother, hers, 'kept', look),
      answering('father', cast.father, his, 'told', look),
      drafting('therapist', cast.therapist, drafted, look),
    ];
  }

  /** Kills again and again, each time in the middle of writing, and looks each time at all that was ever acknowledged. */
  async function killed(
    writers: readonly Writer[],
    kills: number,
    isEnough: (missing: Missing) => boolean,
  ): Promise<{ missing: Missing; triedAgain: number }> {
    let isOver = false;
    let triedAgain = 0;
    const writing = Promise.all(
      writers.map((writer) =>
        writeOn(
          writer,
          () => isOver,
          () => (triedAgain += 1),
        ),
      ),
    );
    let missing = NOTHING_MISSING;
    for (let kill = 0; kill < kills && !isSomethingWrong(missing); kill += 1) {
      const before = writers.map(({ saved }) => saved.length);
      await until(
        () => writers.every(({ saved, refused }, at) => refused !== null || saved.length > (before[at] ?? 0)),
        (wrote) => wrote,
      );
      await pause(randomInt(20, 250));
      await server.kill();
      await server.startAgain();
      await until(isReady, (ready) => ready);
      missing = await whatIsMissing(writers);
      if (isEnough(missing)) break;
    }
    isOver = true;
    await writing;
    return { missing: isSomethingWrong(missing) ? missing : await whatIsMissing(writers), triedAgain };
  }

  async function isReady(): Promise<boolean> {
    return (await fetch(`${api.origin}/health/ready`)).ok;
  }

  /** The database is asked over a connection of its own each time: the one of before the kill is dead. */
  async function look<Row extends object>(...[sql, parameters]: Parameters<Look>): Promise<Row[]> {
    const owner = new Client({ connectionString: server.database.ownerUrl });
    await owner.connect();
    try {
      return (await owner.query<Row>(sql, [...parameters])).rows;
    } finally {
      await owner.end();
    }
  }
});

function isSomethingWrong({ lost, doubled, couldNotReadBack }: Missing): boolean {
  return lost.length + doubled.length + couldNotReadBack.length > 0;
}

/** As a page does: one request at a time, and the same one again while the server cannot say that it is saved. */
async function writeOn(writer: Writer, isOver: () => boolean, onceMore: () => void): Promise<void> {
  while (!isOver() && writer.refused === null) {
    writer.unanswered ??= nextWords(writer);
    const { key, ...wording } = writer.unanswered;
    const reply = await writer.save(wording, key);
    if (reply.status === 200) {
      writer.saved.push(wording);
      writer.unanswered = null;
    } else if (reply.status >= 500) {
      onceMore();
      await pause(25);
    } else {
      writer.refused = `was answered ${reply.status} ${reply.text}`;
    }
  }
}
