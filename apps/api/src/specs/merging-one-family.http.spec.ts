import type {
  BlockBetween,
  Consent,
  Family,
  Hold,
  LikelyDuplicates,
  Member,
  MemberId,
  Page,
  Share,
  TaskSummary,
} from '@common-ground/contract';
import type { ApiClient } from '@common-ground/testing';
import { approved, done, familyNamed, idOf, memberIn, putAnswer, refusal, share, taskTitled } from './acts';
import { Newcomers, type Newcomer } from './newcomers';
import { demoPractice } from './demo-practice';

describe('two records in one family', () => {
  const { api, cast, torres, owner } = demoPractice();
  let newcomers: Newcomers;

  beforeAll(() => {
    newcomers = new Newcomers(api, cast.therapist);
  });

  /** Somebody whom the client agrees to, in the family as the one or the other. */
  async function newcomer(name: string): Promise<Newcomer> {
    const member = await newcomers.add(torres.id, name);
    const came = await newcomers.comesIn(torres.id, member);
    await consentTo(member.id);
    return came;
  }
  const consentTo = (memberId: MemberId): Promise<Consent> =>
    done(
      cast.client.post<Consent>(`/api/families/${torres.id}/consents`, {
        memberId,
        kinds: ['worksheet'],
        purpose: 'To help',
        signature: 'Maya Torres',
      }),
    );
  const titles = async (who: ApiClient): Promise<string[]> =>
    (await done(who.get<Page<TaskSummary>>('/api/homework?limit=100'))).items
      .map(({ title }) => title)
      .sort();
  const members = async (): Promise<readonly Member[]> =>
    (await done(cast.therapist.get<Family>(`/api/families/${torres.id}`))).members;
  const move = (id: MemberId, step: string): Promise<Member> =>
    done(cast.therapist.post<Member>(`/api/families/${torres.id}/members/${id}/${step}`));
  const merge = (kept: Newcomer, duplicate: Newcomer) =>
    newcomers.merge(torres.id, kept.member, duplicate.member.personId);
  const block = (one: MemberId, other: MemberId): Promise<BlockBetween> =>
    done(
      cast.therapist.post<BlockBetween>(`/api/families/${torres.id}/blocks`, {
        memberIds: [one, other],
        reason: 'Not now',
      }),
    );

  it('become one place with the homework of both; of one share given to both the one that was begun stays', async () => {
    const [kept, twice] = [await newcomer('Nora Lind'), await newcomer('Nora L')];
    const both = await approved(cast, torres.id, 'Given to both');
    const alone = await approved(cast, torres.id, 'Given to one');
    const shared = await share(cast.therapist, both.id, [kept.member.id, twice.member.id]);
    await share(cast.therapist, alone.id, [twice.member.id]);
    const begun = await taskTitled(twice.client, 'Given to both');
    await done(putAnswer(twice.client, begun, 'told', 0, 'Begun here.'));

    await done(merge(kept, twice));
    expect(await titles(kept.client)).toEqual(['Given to both', 'Given to one']);
    expect(await taskTitled(kept.client, 'Given to both')).toBe(begun);
    const named = (await members()).filter(({ displayName }) => displayName.startsWith('Nora'));
    expect(named.map(({ id, state }) => [id, state])).toEqual([[kept.member.id, 'confirmed']]);
    const shares = await done(cast.therapist.get<Page<Share>>(`/api/documents/${shared.documentId}/shares`));
    expect(shares.items[0]?.people.map(({ memberId }) => memberId)).toEqual([kept.member.id]);
    const ofTheOther = `/api/families/${torres.id}/members/${twice.member.id}`;
    for (const path of ['invitation', 'confirm'])
      expect([path, (await cast.therapist.post(`${ofTheOther}/${path}`)).status]).toEqual([path, 404]);
    expect((await newcomers.merge(torres.id, twice.member, kept.member.personId)).status).toBe(404);
  });

  it('stay closed to each other’s blocks and holds, whichever record they were set for', async () => {
    const [kept, twice] = [await newcomer('Otto Lind'), await newcomer('Otto L')];
    const client = memberIn(torres, 'client');
    const sheet = await approved(cast, torres.id, 'Before the block');
    await share(cast.therapist, sheet.id, [kept.member.id]);
    expect(await titles(kept.client)).toEqual(['Before the block']);
    const blocks = [await block(client, twice.member.id), await block(kept.member.id, client)];
    await done(cast.therapist.post(`/api/blocks/${String(blocks[1]?.id)}/lift`));
    const again = await block(kept.member.id, client);
    await done(
      cast.therapist.post<Hold>(`/api/families/${torres.id}/holds`, {
        memberId: twice.member.id,
        reason: 'Not yet',
      }),
    );

    await done(merge(kept, twice));
    expect(await titles(kept.client)).toEqual([]);
    const { items } = await done(cast.therapist.get<Page<BlockBetween>>(`/api/families/${torres.id}/blocks`));
    const his = items.filter(({ between }) => between.some(({ memberId }) => memberId === kept.member.id));
    expect(his.map(({ id, liftedAt }) => [id, liftedAt === null])).toEqual([
      [blocks[0]?.id, false],
      [blocks[1]?.id, false],
      [again.id, true],
    ]);
    const holds = await done(cast.therapist.get<Page<Hold>>(`/api/families/${torres.id}/holds`));
    expect(holds.items.filter(({ member }) => member.memberId === kept.member.id)).toHaveLength(1);
    await done(cast.therapist.post(`/api/blocks/${again.id}/lift`));
    expect(await titles(kept.client)).toEqual(['Before the block']);
  });

  it('open nothing that was closed to both: the place is paused until the therapist has looked', async () => {
    const [kept, twice] = [await newcomer('Ida Lind'), await newcomer('Ida L')];
    const sheet = await approved(cast, torres.id, 'Taken from Ida');
    await share(cast.therapist, sheet.id, [kept.member.id]);
    const { items } = await done(cast.client.get<Page<Consent>>(`/api/families/${torres.id}/consents`));
    for (const { id } of items.filter(({ to }) => to.memberId === kept.member.id))
      await done(cast.client.post(`/api/consents/${id}/revoke`));
    expect(await titles(kept.client)).toEqual([]);

    // The consent to the other record would cover it.
    const merged = await done(merge(kept, twice));
    expect(merged.pausedIn).toEqual([{ id: torres.id, name: 'Torres family' }]);
    expect(merged.member.state).toBe('paused');
    expect(await titles(kept.client)).toEqual([]);
    await move(kept.member.id, 'confirm');
    expect(await titles(kept.client)).toEqual(['Taken from Ida']);
  });

  it('of which one is paused are paused', async () => {
    const [kept, twice] = [await newcomer('Ole Lind'), await newcomer('Ole L')];
    await move(twice.member.id, 'pause');
    const { member, pausedIn } = await done(merge(kept, twice));
    expect([member.state, pausedIn]).toEqual(['paused', []]);
  });

  it('are not confirmed by a code that nobody was confirmed for', async () => {
    const invited = await newcomers.add(torres.id, 'Pia Lind');
    const confirmed = await newcomer('Pia L');
    expect(await refusal(newcomers.merge(torres.id, invited, confirmed.member.personId))).toMatchObject({
      status: 409,
      because: 'kept-not-confirmed',
    });
    await done(newcomers.merge(torres.id, confirmed.member, invited.personId));
    const { items } = await done(
      cast.therapist.get<LikelyDuplicates>(
        `/api/families/${torres.id}/members/${confirmed.member.id}/duplicates`,
      ),
    );
    expect(items).toEqual([]);
  });

  it('of which one was merely accepted elsewhere wait there to be accepted anew', async () => {
    const kept = await newcomer('Pál Lind');
    const kim = await familyNamed(cast.therapist, 'Kim family');
    const accepted = await newcomers.add(kim.id, 'Pál L');
    await newcomers.accepts(kim.id, accepted);
    await done(newcomers.merge(torres.id, kept.member, accepted.personId));
    const { members: theirs } = await done(cast.therapist.get<Family>(`/api/families/${kim.id}`));
    expect(theirs.find(({ id }) => id === accepted.id)).toMatchObject({
      personId: kept.member.personId,
      state: 'invited',
    });
  });

  it('are shown with the likeliest first', async () => {
    const asked = await newcomers.add(torres.id, 'Zoe Quist', 'friend', '555 0188');
    const names = ['Zoe', 'Zoe Quist', 'Somebody Else', 'Zoe Quist Lund'];
    for (const name of names)
      await newcomers.add(torres.id, name, 'friend', name === 'Zoe Quist Lund' ? '555 0188' : undefined);
    const { items } = await done(
      cast.therapist.get<LikelyDuplicates>(`/api/families/${torres.id}/members/${asked.id}/duplicates`),
    );
    expect(items.map(({ displayName, because }) => [displayName, ...because])).toEqual([
      ['Zoe Quist Lund', 'similar-name', 'same-contact'],
      ['Zoe Quist', 'same-name'],
      ['Zoe', 'similar-name'],
    ]);
  });

  it('stay two when somebody knew them to be two, and the reason is said', async () => {
    const [one, other] = [await newcomer('Uwe Lind'), await newcomer('Uwe L')];
    const refused = async (kept: Newcomer, duplicate: Newcomer): Promise<unknown> => {
      const { status, because } = await refusal(merge(kept, duplicate));
      return [status, because];
    };
    const sheet = await approved(cast, torres.id, 'Begun twice');
    await share(cast.therapist, sheet.id, [one.member.id, other.member.id]);
    for (const { client } of [one, other])
      await done(putAnswer(client, await taskTitled(client, 'Begun twice'), 'told', 0, 'Mine.'));
    expect(await refused(one, other)).toEqual([409, 'both-begun']);
    const { id } = await block(one.member.id, other.member.id);
    expect(await refused(one, other)).toEqual([409, 'block-between']);
    await done(cast.therapist.post(`/api/blocks/${id}/lift`));
    expect(await refused(other, one)).toEqual([409, 'block-between']);
    const client = await newcomers.merge(torres.id, one.member, await idOf(cast.client));
    expect(client.body).toMatchObject({ because: 'client-of-the-other' });
    const itself = await newcomers.merge(torres.id, one.member, one.member.personId);
    expect(itself.body).toMatchObject({ status: 409, because: 'same-record' });
  });

  it('are for whoever has every family of both; to everybody else one of them is not there', async () => {
    const one = await newcomer('Eva Lind');
    const lindqvist = await familyNamed(cast['other-therapist'], 'Lindqvist family');
    const elsewhere = await done(
      cast['other-therapist'].post<Member>(`/api/families/${lindqvist.id}/members`, {
        displayName: 'Eva Lind',
        relation: 'friend',
      }),
    );
    const absent = await refusal(
      newcomers.merge(torres.id, one.member, '00000000-0000-7000-8000-000000000000'),
    );
    expect(absent.status).toBe(404);
    expect(await refusal(newcomers.merge(torres.id, one.member, elsewhere.personId))).toEqual(absent);
    expect(await refusal(newcomers.merge(torres.id, one.member, await idOf(cast.supervisor)))).toEqual(
      absent,
    );
    for (const who of ['client', 'mother', 'supervisor', 'admin', 'other-therapist'] as const)
      expect([403, 404]).toContain(
        (await newcomers.merge(torres.id, one.member, one.member.personId, cast[who])).status,
      );

    // The same record in a colleague's family as well: it is seen here, and is not this therapist's alone.
    const twice = await newcomer('Eva L');
    await owner.query(
      `insert into member (practice_id, id, family_id, person_id, relation, state)
       select practice_id, gen_random_uuid(), $2, id, 'friend', 'confirmed' from person where id = $1`,
      [twice.member.personId, lindqvist.id],
    );
    expect(await refusal(merge(one, twice))).toMatchObject({
      status: 403,
      code: 'not-allowed',
      because: 'not-all-mine',
    });
    expect(await titles(twice.client)).toEqual([]);
  });

  it('made one in both directions at once are made one once', async () => {
    const [kept, twice] = [await newcomer('Tom Lind'), await newcomer('Tom L')];
    const replies = await Promise.all([merge(kept, twice), merge(twice, kept)]);
    const [first, second] = replies.map(({ status }) => status).sort();
    expect(first).toBe(200);
    expect([404, 409]).toContain(second);
  });

  it('lose no answer that is being saved at that very moment', async () => {
    const [kept, twice] = [await newcomer('Kai Lind'), await newcomer('Kai L')];
    const sheet = await approved(cast, torres.id, 'Saved meanwhile');
    await share(cast.therapist, sheet.id, [twice.member.id]);
    const task = await taskTitled(twice.client, 'Saved meanwhile');
    const prompts = ['told', 'kept', 'spare'];
    const saving = prompts.map((prompt) => putAnswer(twice.client, task, prompt, 0, `Text of ${prompt}`));
    const [saves, merged] = await Promise.all([Promise.all(saving), merge(kept, twice)]);
    expect(merged.status).toBe(200);
    const saved = prompts.filter((_, at) => saves[at]?.status === 200);
    const { answers } = await done(
      kept.client.get<{ answers: { promptId: string }[] }>(`/api/homework/${task}`),
    );
    expect(answers.map(({ promptId }) => promptId).sort()).toEqual([...saved].sort());
    expect(saves.filter(({ status }) => ![200, 401, 404].includes(status))).toEqual([]);
  });
});
