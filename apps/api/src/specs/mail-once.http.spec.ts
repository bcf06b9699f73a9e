import { startApi, type RunningApi } from '@common-ground/testing';
import { Client } from 'pg';
import { done, everybody, until, type Cast } from './acts';
import { Mailbox } from './mailbox';
import { Reminding } from './reminding';

const A_WHILE = 300_000;

describe('a reminder on its way', () => {
  const mailbox = new Mailbox();
  let api: RunningApi;
  let cast: Cast;
  let owner: Client;
  let reminding: Reminding;

  beforeAll(async () => {
    await mailbox.comeBack();
    api = await startApi({ env: { SMTP_URL: mailbox.url } });
    cast = await everybody(api);
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    reminding = new Reminding(api, owner, mailbox);
  }, A_WHILE);
  afterAll(async () => {
    await owner.end();
    await api.stop();
    await mailbox.close();
  });

  const another = (): Promise<RunningApi> => startApi({ env: { SMTP_URL: mailbox.url }, beside: api });
  /** Everything that waits, or that a process was at when it ended, is taken up at once. */
  const takenUp = async (): Promise<void> => {
    await owner.query(`update pgboss.job set state = 'retry', start_after = now() where state = 'active'`);
    await until(
      async () => {
        await owner.query(`update pgboss.job set start_after = now() where state in ('created', 'retry')`);
        return (await owner.query(`select from pgboss.job where state in ('created', 'retry', 'active')`))
          .rowCount;
      },
      (open) => open === 0,
    );
  };
  const mailNow = async (): Promise<{ id: string; sent: boolean; back: boolean }[]> =>
    (
      await owner.query<{ id: string; sent: boolean; back: boolean }>(
        `select id, sent_at is not null as sent, came_back_at is not null as back from mail where sort = 'reminder'`,
      )
    ).rows;

  /** Somebody who is reminded now, at an address of their own for each test; no process but those started here sends. */
  async function somebodyIsDue(address: string): Promise<void> {
    await reminding.anew('mother', address);
    await done(reminding.choose(cast.mother, 0));
  }

  it(
    'is not there twice when the process is killed between its being taken and its being noted',
    async () => {
      await somebodyIsDue('killed@example.org');
      // From here on nobody else works on what is to be sent.
      await api.kill();
      mailbox.takeTheNextInSilence();
      const first = await another();
      await until(
        () => mailbox.to('killed@example.org').length,
        (taken) => taken === 1,
      );
      await first.kill();
      expect(await mailNow()).toMatchObject([{ sent: false, back: false }]);

      const second = await another();
      await takenUp();
      expect(second.log()).toContain('may have been handed over before, and is not sent');
      await second.stop();
      expect(mailbox.to('killed@example.org')).toHaveLength(1);
      // What nobody knows is not told as having come back.
      expect(await mailNow()).toMatchObject([{ sent: false, back: false }]);
      api = await startApi({ env: { SMTP_URL: mailbox.url }, after: api });
    },
    A_WHILE,
  );

  it(
    'is not sent again when the line breaks after it was taken',
    async () => {
      await somebodyIsDue('broken@example.org');
      mailbox.takeTheNextInSilence();
      const process = await another();
      await until(
        () => mailbox.to('broken@example.org').length,
        (taken) => taken === 1,
      );
      await mailbox.goAway();
      await mailbox.comeBack();
      await takenUp();
      await process.stop();
      expect(mailbox.to('broken@example.org')).toHaveLength(1);
    },
    A_WHILE,
  );

  it(
    'goes out when the server is back that was not there, and when it comes again as it was asked to',
    async () => {
      await somebodyIsDue('later@example.org');
      await mailbox.goAway();
      const process = await another();
      await until(
        async () => (process.log() + api.log()).split('could not be handed over').length,
        (tries) => tries > 1,
      );
      mailbox.putTheNextOff();
      await mailbox.comeBack();
      await takenUp();
      await process.stop();
      const [mail, ...others] = mailbox.to('later@example.org');
      expect(others).toEqual([]);
      const [row] = await mailNow();
      expect(row).toMatchObject({ sent: true });
      // The same name at every try, so that a mailbox could tell.
      expect(mail?.messageId?.slice(1).split('@')[0]).toBe(row?.id);
    },
    A_WHILE,
  );
});
