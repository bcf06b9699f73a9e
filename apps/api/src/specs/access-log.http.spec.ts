import type { AccessLogEntry, Page } from '@common-ground/contract';
import { asStranger } from '@common-ground/testing';
import { approved, done, idOf, memberIn, putAnswer, send, share, taskTitled, type Cast } from './acts';
import { demoPractice } from './demo-practice';

describe('who read or changed what is mine', () => {
  const { api, cast, torres, owner } = demoPractice();

  beforeAll(async () => {
    const { id } = await approved(cast, torres.id, 'Looked into');
    await share(cast.therapist, id, [memberIn(torres, 'mother'), memberIn(torres, 'father')]);
    const task = await taskTitled(cast.mother, 'Looked into');
    await done(putAnswer(cast.mother, task, 'told', 0, 'Mine.'));
    await send(cast.mother, task);
    await done(cast.mother.get(`/api/documents/${id}`));
    await done(cast.therapist.get(`/api/families/${torres.id}/responses?limit=100`));
    await done(cast.therapist.get(`/api/homework/${task}/pdf`));
  });

  const log = async (who: keyof Cast, query = 'limit=100'): Promise<Page<AccessLogEntry>> =>
    done(cast[who].get<Page<AccessLogEntry>>(`/api/me/access-log?${query}`));

  it('tells the mother that the therapist read and printed her answers, newest first', async () => {
    const { items } = await log('mother');
    expect(items.slice(0, 2).map(({ at: _at, ...entry }) => entry)).toEqual([
      { who: 'Elena Ruiz', relation: 'therapist', action: 'homework.print', subject: 'answers' },
      { who: 'Elena Ruiz', relation: 'therapist', action: 'responses.read', subject: 'answers' },
    ]);
    const times = items.map(({ at }) => at);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('says nothing of what people did with their own words', async () => {
    const everyones = await Promise.all((['mother', 'father', 'client'] as const).map((who) => log(who)));
    expect(everyones.flatMap(({ items }) => items).map(({ action }) => action)).not.toContain(
      'homework.answer',
    );
  });

  it('tells the therapist who leads the family that the mother read the worksheet', async () => {
    const { items } = await log('therapist');
    expect(items).toContainEqual(
      expect.objectContaining({ relation: 'mother', action: 'documents.read', subject: 'document' }),
    );
  });

  it('is nobody else’s, and not a stranger’s', async () => {
    expect((await log('other-client')).items.filter(({ who }) => who === 'Elena Ruiz')).toEqual([]);
    expect((await log('outsider')).items).toEqual([]);
    expect((await asStranger(api).get('/api/me/access-log')).status).toBe(401);
  });

  it('never tells one family member what another did, nor of an act that is not told', async () => {
    const { rows } = await owner.query<{ practice: string }>(
      'select practice_id as practice from demo_persona where persona = $1',
      ['mother'],
    );
    const before = (await log('mother')).items.length;
    const plant = (actor: string, action: string): Promise<unknown> =>
      owner.query(
        `insert into audit (practice_id, id, actor_id, actor_roles, action, because, subject_ids, family_id, consent_ids, fields)
         values ($1, gen_random_uuid(), $2, '{member}', $3, 'x', array[$4::uuid], $5, '{}', '{}')`,
        [rows[0]?.practice, actor, action, motherId, torres.id],
      );
    const motherId = await idOf(cast.mother);
    await plant(await idOf(cast.father), 'documents.read');
    await plant(await idOf(cast.therapist), 'blocks.set');
    expect((await log('mother')).items.length).toBe(before);
    await plant(await idOf(cast.therapist), 'responses.read');
    expect((await log('mother')).items.length).toBe(before + 1);
  });

  it('is turned page by page, with a place that is signed for one reader', async () => {
    const all = (await log('mother')).items;
    const turned: AccessLogEntry[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: Page<AccessLogEntry> = await log(
        'mother',
        `limit=1${next === '' ? '' : `&cursor=${encodeURIComponent(next)}`}`,
      );
      turned.push(...page.items);
      next = page.next;
    }
    expect(turned).toEqual(all);
    const { next: place } = await log('mother', 'limit=1');
    const stolen = await cast.therapist.get(`/api/me/access-log?cursor=${encodeURIComponent(String(place))}`);
    expect(stolen.status).toBe(400);
  });

  it('writes down what the actor was to the family then, and in which words the consents stood', async () => {
    const { rows } = await owner.query<{ relation: string; ids: number; versions: string[]; at: string }>(
      `select actor_relation as relation, cardinality(consent_ids) as ids, consent_versions as versions,
         extract(microseconds from at)::int % 1000 as at
       from audit where action = 'shares.share' order by written_in desc limit 1`,
    );
    expect(rows).toEqual([
      { relation: 'therapist', ids: 2, versions: [expect.any(String), expect.any(String)], at: 0 },
    ]);
    expect(rows[0]?.versions.every((version) => version !== '')).toBe(true);
    const own = await owner.query<{ relation: string }>(
      `select distinct actor_relation as relation from audit where action = 'homework.answer' and actor_id = $1`,
      [await idOf(cast.mother)],
    );
    expect(own.rows).toEqual([{ relation: 'mother' }]);
  });
});
