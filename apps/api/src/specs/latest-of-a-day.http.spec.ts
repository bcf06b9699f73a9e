import type { Today } from '@common-ground/contract';
import { done } from './acts';
import { demoPractice } from './demo-practice';

/** What a day’s lists hold, counted plainly: every row that is one’s own, in the order of the list. */
const CAME_BACK = `
  select t.id from task t join document_version v on v.practice_id = t.practice_id and v.id = t.version_id
  where t.family_id in (select family_id from caseload where therapist_id = $1 and ended_at is null)
    and t.sent_at is not null and (v.outline ->> 'prompts')::int > 0
  order by t.sent_at desc, t.id desc limit 20`;
const UNDER_WAY = `
  select d.id from document d join document_draft t on t.document_id = d.id
  where d.state = $2 and (d.kind <> 'hour-plan' or d.state = 'submitted')
    and (d.family_id in (select family_id from caseload where therapist_id = $1 and ended_at is null)
      or (d.family_id is null and d.author_id = $1))
  order by d.updated_at desc, d.id desc limit 20`;
const STATES = { drafts: 'draft', waiting: 'submitted', readyToShare: 'approved' } as const;

describe('the latest of a day', () => {
  const { cast, owner } = demoPractice();
  let [me, colleague] = ['', ''];

  beforeAll(async () => {
    const { rows } = await owner.query<{ persona: string; id: string }>(
      `select persona, person_id as id from demo_persona where persona in ('therapist', 'other-therapist')`,
    );
    me = rows.find(({ persona }) => persona === 'therapist')?.id ?? '';
    colleague = rows.find(({ persona }) => persona === 'other-therapist')?.id ?? '';
  });

  /** Everything of the demo, made of what it has, without what watches the tables. */
  const planted = async (sql: string, values: unknown[] = []): Promise<void> => {
    await owner.query('begin');
    await owner.query('set local session_replication_role = replica');
    await owner.query(sql, values);
    await owner.query('commit');
  };
  const counted = async (sql: string, ...values: unknown[]): Promise<string[]> =>
    (await owner.query<{ id: string }>(sql, values)).rows.map(({ id }) => id);
  const today = (): Promise<Today> => done(cast.therapist.get<Today>('/api/today'));
  const cameBack = async (): Promise<string[]> => (await today()).cameBack.map(({ taskId }) => taskId);

  /** Pieces of each family of theirs, and of a colleague’s, sent so many days ago. */
  const sent = (daysAgo: string, count: number, asks: boolean): Promise<void> =>
    planted(
      `with one as (select t, v from task t join document_version v on v.id = t.version_id
         where (v.outline ->> 'prompts')::int > 0 and t.family_id in (
           select family_id from caseload where therapist_id = $3 and ended_at is null) limit 1),
       quiet as (
         insert into document_version
         select (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(), 'number', 1000 + trunc(random() * 1e8)::int,
           'outline', jsonb_set((v).outline, '{prompts}', '0')))).* from one returning id)
       insert into task
       select (jsonb_populate_record(one.t, jsonb_build_object('id', gen_random_uuid(), 'family_id', c.family_id,
         'share_id', gen_random_uuid(), 'sent_at', now() - (${daysAgo}) * interval '1 day',
         'version_id', case when $2 then (one.v).id else quiet.id end))).*
       from one, quiet, (select distinct family_id from caseload) c, generate_series(1, $1::int) i`,
      [count, asks, me],
    );

  it('is all that came back, where little did', async () => {
    await planted('update task set sent_at = null');
    expect(await cameBack()).toEqual([]);
    await sent('i', 3, true);
    await sent('i + 100', 2, true);
    const all = await counted(CAME_BACK, me);
    expect(all.length).toBeGreaterThan(5);
    expect(await cameBack()).toEqual(all);
  });

  it('is what came back before a month too, also behind much that asked for nothing', async () => {
    await planted('update task set sent_at = null');
    await sent('i / 10.0', 25, false);
    await sent('i + 20', 5, true);
    await sent('i + 60', 25, true);
    const all = await counted(CAME_BACK, me);
    expect(all).toHaveLength(20);
    expect(await cameBack()).toEqual(all);
  });

  it('is the latest twenty that ask for something, where much came back lately', async () => {
    await sent('i / 7.0', 30, true);
    await sent('i / 100.0', 40, false);
    const all = await counted(CAME_BACK, me);
    expect(all).toHaveLength(20);
    expect(await cameBack()).toEqual(all);
  });

  it('is of one’s own families and of what one wrote for none, the latest twenty in each state', async () => {
    await planted(
      `with one as (select d, t from document d join document_draft t on t.document_id = d.id
         where d.kind = 'worksheet' and d.family_id is not null limit 1),
       fresh as (
         select gen_random_uuid() as id, s.state, k.kind, p.family_id, p.author_id, now() - random() * interval '9 days' as at
         from unnest('{draft,submitted,approved,returned,shared}'::text[]) s (state),
           unnest('{worksheet,hour-plan}'::text[]) k (kind),
           (select distinct family_id, $1::uuid from caseload union all select null, $1 union all select null, $2)
             p (family_id, author_id), generate_series(1, 12)),
       documents as (
         insert into document select (jsonb_populate_record(one.d, jsonb_build_object('id', f.id, 'state', f.state,
           'kind', f.kind, 'family_id', f.family_id, 'author_id', f.author_id, 'updated_at', f.at))).* from one, fresh f)
       insert into document_draft select (jsonb_populate_record(one.t, jsonb_build_object('document_id', f.id,
         'family_id', f.family_id, 'author_id', f.author_id))).* from one, fresh f`,
      [me, colleague],
    );
    const day = await today();
    for (const [list, state] of Object.entries(STATES)) {
      const found = day[list as keyof typeof STATES].map(({ id }) => id);
      expect(found).toHaveLength(20);
      expect([list, found]).toEqual([list, await counted(UNDER_WAY, me, state)]);
    }
  });
});
