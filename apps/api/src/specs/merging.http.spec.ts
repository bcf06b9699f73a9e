import type {
  AccessLogEntry,
  Consent,
  Family,
  LikelyDuplicates,
  Me,
  Page,
  PersonId,
  ResponseSet,
  Task,
  TaskId,
  TaskSummary,
} from '@common-ground/contract';
import type { ApiClient } from '@common-ground/testing';
import { approved, done, putAnswer, refusal, send, share, taskTitled, type People } from './acts';
import { Newcomers, type Newcomer } from './newcomers';
import { sightOfEverybody } from './sight-of-everybody';
import { demoPractice } from './demo-practice';

/** The mother of one family is in another as a friend, and was added there as if she were somebody new. */
describe('a mother who is here twice, once in each of two families', () => {
  const { api, cast, torres, owner } = demoPractice();
  let newcomers: Newcomers;
  let vega: Family;
  let ana: Newcomer;
  let twice: Newcomer;
  let rosaId: PersonId;
  let task: TaskId;

  beforeAll(async () => {
    newcomers = new Newcomers(api, cast.therapist);
    rosaId = (await done(cast.mother.get<Me>('/api/me'))).person.id;
    const opened = await newcomers.openFamily('Vega family', 'Ana Vega');
    [vega, ana] = [opened.family, opened.client];
    const added = await newcomers.add(vega.id, 'Rosa Torres', 'friend', 'rosa@example.org');
    twice = await newcomers.comesIn(vega.id, added);
    await done(
      ana.client.post<Consent>(`/api/families/${vega.id}/consents`, {
        memberId: added.id,
        kinds: ['worksheet'],
        purpose: 'So that she can help',
        signature: 'Ana Vega',
      }),
    );
    const { id } = await approved(cast, vega.id, 'For a friend');
    await share(cast.therapist, id, [added.id]);
    task = await taskTitled(twice.client, 'For a friend');
    await done(putAnswer(twice.client, task, 'told', 0, 'Listening helped.', { key: 'a-key-of-hers' }));
    await done(putAnswer(twice.client, task, 'kept', 0, 'Only mine.', { visibility: 'not-yet' }));
    await send(twice.client, task);
    const [answer] = (await responses())[0]?.answers ?? [];
    await done(cast.therapist.post(`/api/answers/${String(answer?.id)}/feedback`, { text: 'Thank you.' }));
  });

  const responses = async (): Promise<readonly ResponseSet[]> =>
    (await done(cast.therapist.get<Page<ResponseSet>>(`/api/families/${vega.id}/responses?limit=100`))).items;
  const titles = async (who: ApiClient): Promise<string[]> =>
    (await done(who.get<Page<TaskSummary>>('/api/homework?limit=100'))).items.map(({ title }) => title);
  const likely = (who = cast.therapist): Promise<LikelyDuplicates> =>
    done(
      who.get<LikelyDuplicates>(
        `/api/families/${torres.id}/members/${String(torres.members.mother?.id)}/duplicates`,
      ),
    );
  const rosa = (): { id: NonNullable<People['members']['mother']>['id'] } => {
    const { mother } = torres.members;
    if (mother === undefined) throw new Error('The mother is in the family.');
    return mother;
  };

  /** What everybody but the two therapists’ own and the mother herself is answered, whichever record is named. */
  async function sightOfOthers(): Promise<Record<string, string>> {
    const { therapist: _therapist, mother: _mother, ...others } = cast;
    const leads = ['therapist'] as const;
    const families = [torres.id, vega.id].map((id) => ({ id, client: null, members: [], leads }));
    const seen = await sightOfEverybody(
      { ...others, ana: ana.client },
      { families, tasks: [{ id: task, owner: 'mother' }] },
    );
    return Object.fromEntries(
      Object.entries(seen).map(([asked, answer]) => [
        asked,
        answer.replaceAll(twice.member.personId, rosaId),
      ]),
    );
  }

  it('is shown to the therapist beside the other, with what each of them has', async () => {
    const { record, items } = await likely();
    expect(record).toMatchObject({
      id: rosaId,
      signsIn: true,
      places: [{ family: { name: 'Torres family' } }],
    });
    expect(items).toEqual([
      {
        id: twice.member.personId,
        displayName: 'Rosa Torres',
        because: ['same-name', 'same-contact'],
        signsIn: true,
        tasks: 1,
        consents: 1,
        places: [
          {
            family: { id: vega.id, name: 'Vega family' },
            memberId: twice.member.id,
            relation: 'friend',
            state: 'confirmed',
            contact: 'rosa@example.org',
          },
        ],
        hindrances: { keepingAsked: null, keepingThis: null },
      },
    ]);
  });

  it('becomes one, who signs in as before and finds the homework of both, and nobody else sees a difference', async () => {
    const own = await done(twice.client.get<Task>(`/api/homework/${task}`));
    const [read] = await responses();
    const before = await sightOfOthers();
    const hers = await titles(cast.mother);
    expect(hers).not.toContain('For a friend');

    const { member, pausedIn } = await done(newcomers.merge(torres.id, rosa(), twice.member.personId));
    expect([member.personId, pausedIn]).toEqual([rosaId, []]);

    expect(await titles(cast.mother)).toEqual(expect.arrayContaining([...hers, 'For a friend']));
    expect(await sightOfOthers()).toEqual(before);
    // Byte for byte what she wrote, for her and for the therapist; what she keeps for herself stays hers.
    expect(await done(cast.mother.get<Task>(`/api/homework/${task}`))).toEqual(own);
    expect(own.answers.map(({ value }) => value)).toEqual(['Listening helped.', 'Only mine.']);
    const [now] = await responses();
    expect(now).toEqual({ ...read, person: { ...read?.person, id: rosaId } });
    expect(JSON.stringify(now)).not.toContain('Only mine.');
    const { places, roles } = await done(cast.mother.get<Me>('/api/me'));
    expect(places.map(({ relation }) => relation).sort()).toEqual(['friend', 'mother']);
    expect(roles).toEqual(['member']);
  });

  it('can no longer be signed in as the other: the session is dead, and the code like one that never was', async () => {
    expect((await twice.client.get('/api/me')).status).toBe(401);
    expect((await twice.client.get(`/api/homework/${task}`)).status).toBe(401);
    const timeless = ({ status, text }: { status: number; text: string }): unknown => [status, text];
    expect(timeless(await newcomers.trySigningIn(twice.code))).toEqual(
      timeless(await newcomers.trySigningIn('CDF-GHJ-KMN')),
    );
  });

  it('is one in every list, and is not found twice any more', async () => {
    const { members } = await done(cast.therapist.get<Family>(`/api/families/${vega.id}`));
    expect(members.map(({ displayName, personId }) => [displayName, personId])).toEqual([
      ['Ana Vega', ana.member.personId],
      ['Rosa Torres', rosaId],
    ]);
    expect((await likely()).items).toEqual([]);
    expect((await likely()).record.places.map(({ family }) => family.name)).toEqual([
      'Torres family',
      'Vega family',
    ]);
  });

  it('goes on writing where she left off', async () => {
    const revision = (await done(cast.mother.get<Task>(`/api/homework/${task}`))).answers[0]?.revision;
    await done(putAnswer(cast.mother, task, 'told', Number(revision), 'Listening helped, and time.'));
    expect((await responses())[0]?.answers[0]?.value).toBe('Listening helped, and time.');
  });

  it('is told who had read what was hers under either record', async () => {
    const { items } = await done(cast.mother.get<Page<AccessLogEntry>>('/api/me/access-log?limit=100'));
    const feedback = items.filter(({ action }) => action === 'feedback.give');
    expect(feedback).toEqual([expect.objectContaining({ who: 'Elena Ruiz', relation: 'therapist' })]);
  });

  it('is written down for each of her families, with both records named', async () => {
    const { rows } = await owner.query<{ family: string; subjects: string[]; because: string }>(
      `select family_id as family, subject_ids as subjects, because from audit where action = 'members.merge'
       order by family_id`,
    );
    const subjects = [rosaId, twice.member.personId];
    expect(rows).toEqual(
      [torres.id, vega.id].sort().map((family) => ({ family, subjects, because: 'all-on-caseload' })),
    );
  });

  it('has all of it erased when she asks, also what a save of the other record was answered with', async () => {
    const kept = `select from idempotency where person_id = $1 and response::text like '%Listening%'`;
    expect((await owner.query(kept, [twice.member.personId])).rowCount).toBe(1);
    const asked = await done(
      cast.mother.post<Page<{ id: string }>>('/api/me/erasure', { familyId: vega.id }),
    );
    await done(cast.therapist.post(`/api/erasures/${String(asked.items[0]?.id)}/carry-out`));
    expect((await owner.query(kept, [twice.member.personId])).rowCount).toBe(0);
    expect((await responses())[0]?.answers).toEqual([]);
  });

  it('asked for again is refused with the reason', async () => {
    expect(await refusal(newcomers.merge(torres.id, rosa(), twice.member.personId))).toMatchObject({
      status: 409,
      code: 'wrong-state',
      because: 'merged-already',
    });
  });
});
