import { setTimeout as pause } from 'node:timers/promises';
import type { MyReviewMail, ReviewId } from '@common-ground/contract';
import { type ApiClient } from '@common-ground/testing';
import { Client } from 'pg';
import { decide, done, refusal, sheet, submit, until, write } from './acts';
import { practiceWithMail } from './demo-practice';

const ELENA = 'elena@lakeside.example';
const JONAS = 'jonas@lakeside.example';
/** Martha’s pair with Elena. */
const OF_THE_TWO = `supervisor_id = (select person_id from demo_persona where persona = 'supervisor')
  and therapist_id = (select person_id from demo_persona where persona = 'therapist')`;
const MARTHA = 'martha@lakeside.example';

describe('mail about reviews', () => {
  const { api, cast, torres, owner, mailbox } = practiceWithMail();

  beforeAll(async () => {
    for (const [persona, email] of [
      ['therapist', ELENA],
      ['supervisor', MARTHA],
    ])
      await owner.query(
        `update staff s set email = $2 from demo_persona d where d.person_id = s.person_id and d.persona = $1`,
        [persona, email],
      );
  });
  beforeEach(async () => {
    await owner.query('update staff set review_mail_at = null, review_mail = true');
    await owner.query('delete from pgboss.job');
  });

  const sent = async (title: string): Promise<ReviewId> => {
    const draft = await write(cast.therapist, torres.id, title, sheet('Unsaid'));
    return submit(cast.therapist, cast.supervisor, draft.id, 'A note');
  };
  const choose = (who: ApiClient, wanted: boolean): Promise<MyReviewMail> =>
    done(who.put<MyReviewMail>('/api/me/review-mail', { wanted }));
  /** How many mails somebody has once everything that is due was done. */
  const calm = async (address: string): Promise<number> => {
    for (let quiet = 0; quiet < 5;) {
      const { rows } = await owner.query(
        `select from pgboss.job where state not in ('completed', 'cancelled') and start_after <= now()`,
      );
      quiet = rows.length === 0 ? quiet + 1 : 0;
      await pause(100);
    }
    return mailbox.to(address).length;
  };

  it('says that something waits, and nothing of what', async () => {
    const before = mailbox.to(MARTHA).length;
    const review = await sent('A title that nobody reads it by');
    const mails = await until(
      () => mailbox.to(MARTHA),
      (found) => found.length > before,
    );
    await decide(cast.supervisor, review, 'ask-for-changes', 'A summary');
    const [back] = await until(
      () => mailbox.to(ELENA),
      (found) => found.length > 0,
    );
    for (const mail of [mails.at(-1), back]) {
      const said = `${mail?.subject ?? ''} ${mail?.text ?? ''} ${String(mail?.html)}`;
      expect(said).toContain('/app\n');
      expect(said).not.toMatch(/Torres|Maya|Elena|Martha|nobody reads it|note|summary|review|approv/iu);
    }
  });

  it('comes once, however much is sent within an hour, and once more after it', async () => {
    const before = await calm(MARTHA);
    await Promise.all([sent('One'), sent('Two'), sent('Three')]);
    expect(await calm(MARTHA)).toBe(before + 1);
    await sent('Four');
    await sent('Five');
    expect(await calm(MARTHA)).toBe(before + 1);
    const { rows } = await owner.query<{ minutes: number }>(
      `select round(extract(epoch from start_after - now()) / 60)::int as minutes from pgboss.job where start_after > now()`,
    );
    expect(rows.map(({ minutes }) => minutes > 55 && minutes <= 60)).toEqual([true]);
  });

  it('does not come to who wants none, also when it was on its way already', async () => {
    const before = await calm(MARTHA);
    expect(await choose(cast.supervisor, false)).toEqual({ isOffered: true, wanted: false });
    await sent('Unwanted');
    expect(await calm(MARTHA)).toBe(before);
    await choose(cast.supervisor, true);
    await owner.query(`update staff set review_mail_at = now() - interval '59 minutes 57 seconds'`);
    await sent('On its way');
    await choose(cast.supervisor, false);
    await pause(4_000);
    expect(await calm(MARTHA)).toBe(before);
  });

  it('tells the second signer once, when the first has signed', async () => {
    const jonas = `(select person_id from demo_persona where persona = 'other-therapist')`;
    await owner.query(`update staff set email = '${JONAS}' where person_id = ${jonas}`);
    await owner.query(
      `insert into staff_role (practice_id, person_id, role) select practice_id, id, 'supervisor' from person where id = ${jonas}`,
    );
    await owner.query(
      `insert into supervision (practice_id, id, supervisor_id, therapist_id, strength, from_on)
       select practice_id, gen_random_uuid(), ${jonas}, therapist_id, 'may-read', from_on from supervision
       where ${OF_THE_TWO}`,
    );
    await owner.query(
      `update supervision set strength = 'must-approve-and-co-sign', co_signer_id = ${jonas}, co_signed_kinds = '{worksheet}'
       where ${OF_THE_TWO}`,
    );
    const [jonasBefore, elenaBefore] = [await calm(JONAS), await calm(ELENA)];
    await decide(cast.supervisor, await sent('For two signatures'), 'approve');
    expect([await calm(JONAS), await calm(ELENA)]).toEqual([jonasBefore + 1, elenaBefore]);
  });

  it('tells the author of comments that came without a verdict', async () => {
    const review = await sent('Only commented on');
    const before = await calm(ELENA);
    await decide(cast.supervisor, review, 'comment', 'Two questions');
    expect(await calm(ELENA)).toBe(before + 1);
  });

  it('tells whoever stands in as well, on these days', async () => {
    const jonas = `(select person_id from demo_persona where persona = 'other-therapist')`;
    await owner.query(
      `insert into stand_in (practice_id, id, supervisor_id, person_id, from_on, until_on)
       select p.practice_id, gen_random_uuid(), p.person_id, ${jonas}, current_date - 9, current_date + 9
       from demo_persona p where p.persona = 'supervisor'`,
    );
    const [jonasBefore, marthaBefore] = [await calm(JONAS), await calm(MARTHA)];
    await sent('For both of them');
    expect([await calm(JONAS), await calm(MARTHA)]).toEqual([jonasBefore + 1, marthaBefore + 1]);
    await owner.query('update staff set review_mail_at = null');
    await owner.query('update stand_in set until_on = current_date - 3');
    await sent('For one of them');
    expect([await calm(JONAS), await calm(MARTHA)]).toEqual([jonasBefore + 1, marthaBefore + 2]);
  });

  it('is the choice of those who write or judge documents, each for themself', async () => {
    for (const who of [cast.mother, cast.client, cast.admin])
      expect((await refusal(who.put('/api/me/review-mail', { wanted: false }))).status).toBe(403);
    await choose(cast.therapist, false);
    expect((await done(cast.supervisor.get<MyReviewMail>('/api/me/review-mail'))).wanted).toBe(true);
  });

  it('is not made by who has no review with that person', async () => {
    const { rows } = await owner.query<{ id: string; practice: string; asking: string }>(
      `select m.person_id as id, m.practice_id as practice, o.person_id as asking from demo_persona m, demo_persona o
       where m.persona = 'supervisor' and o.persona = 'other-therapist'`,
    );
    const app = new Client({ connectionString: api.database.appUrl });
    await app.connect();
    await app.query('begin');
    await app.query(
      `select set_config('app.practice_id', $1, true), set_config('app.person_id', $2, true), set_config('app.roles', '{therapist}', true)`,
      [rows[0]?.practice, rows[0]?.asking],
    );
    const made = await app.query('select from access.make_review_mail($1)', [rows[0]?.id]);
    await app.query('rollback');
    await app.end();
    expect(made.rowCount).toBe(0);
  });
});
