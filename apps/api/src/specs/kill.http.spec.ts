import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { startApi, type RunningApi } from '@common-ground/testing';
import { Client } from 'pg';
import { approved, everybody, familyNamed, memberIn, share, sheet, taskTitled, write } from './acts';
import {
  answering,
  drafting,
  nextWords,
  NOTHING_MISSING,
  whatIsMissing,
  type Look,
  type Writer,
} from './writers';

const ROUNDS = 5;

describe('a server that dies in the middle of writing', () => {
  let api: RunningApi;
  let owner: Client;
  let writers: Writer[];

  beforeAll(async () => {
    api = await startApi();
    const cast = await everybody(api);
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    const look: Look = async <Row extends object>(sql: string, parameters: readonly unknown[]) =>
      (await owner.query<Row>(sql, [...parameters])).rows;
    const torres = await familyNamed(cast.therapist, 'Torres family');
    const { id } = await approved(cast, torres.id, 'On and on');
    await share(cast.therapist, id, [memberIn(torres, 'mother'), memberIn(torres, 'father')]);
    const drafted = await write(cast.therapist, torres.id, 'Drafted', sheet('Begun.'));
    writers = [
      answering('mother', cast.mother, await taskTitled(cast.mother, 'On and on'), 'told', look),
      answering('father', cast.father, await taskTitled(cast.father, 'On and on'), 'told', look),
      drafting('therapist', cast.therapist, drafted, look),
    ];
  });
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });

  it('has lost nothing it called saved, and takes up where everybody left off', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const writing = writers.map(writeUntilTheServerIsGone);
      await pause(randomInt(300, 900));
      await api.kill();
      await Promise.all(writing);
      api = await startApi({ after: api });
      expect(await whatIsMissing(writers)).toEqual(NOTHING_MISSING);
      await Promise.all(writers.map(sendAgain));
    }
    expect(await whatIsMissing(writers)).toEqual(NOTHING_MISSING);
    for (const { name, saved } of writers) expect([name, saved.length > ROUNDS]).toEqual([name, true]);
  });

  async function writeUntilTheServerIsGone(writer: Writer): Promise<void> {
    for (;;) {
      const { key, ...wording } = (writer.unanswered = nextWords(writer));
      const reply = await writer.save(wording, key).catch(() => null);
      if (reply === null) return;
      if (reply.status !== 200) throw new Error(`${writer.name} was answered ${reply.status} ${reply.text}`);
      writer.saved.push(wording);
      writer.unanswered = null;
    }
  }

  /** The same save, under the same name, after the server is back: saved once, whether or not it had arrived. */
  async function sendAgain(writer: Writer): Promise<void> {
    if (writer.unanswered === null) return;
    const { key, ...wording } = writer.unanswered;
    const reply = await writer.save(wording, key);
    expect([writer.name, reply.status, reply.headers.get('etag')]).toEqual([
      writer.name,
      200,
      `"${wording.revision}"`,
    ]);
    writer.saved.push(wording);
    writer.unanswered = null;
  }
});
