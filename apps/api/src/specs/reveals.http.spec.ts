import type {
  MyPrivacy,
  OpenedAnswer,
  OwnOffer,
  Page,
  ResponseSet,
  TaskId,
  TaskOffers,
} from '@common-ground/contract';
import { startApi, type ApiClient, type RunningApi } from '@common-ground/testing';
import { Client } from 'pg';
import {
  approved,
  done,
  everybody,
  familyNamed,
  memberIn,
  offer,
  putAnswer,
  refusal,
  send,
  share,
  taskTitled,
  type Cast,
  type People,
} from './acts';

const TELLING = ['mother', 'father', 'brother'] as const;
type Teller = (typeof TELLING)[number];
const NAMES: Readonly<Record<Teller, string>> = {
  mother: 'Rosa Torres',
  father: 'David Torres',
  brother: 'Leo Torres',
};

describe('opening answers to one another', () => {
  let api: RunningApi;
  let cast: Cast;
  let owner: Client;
  let torres: People;
  const tasks = {} as Record<Teller, TaskId>;

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    torres = await familyNamed(cast.therapist, 'Torres family');
  });
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });

  /** A piece all three got and sent, each with an answer for the family; its title is new each time. */
  let pieces = 0;
  async function pieceOfAll(): Promise<string> {
    pieces += 1;
    const title = `Evenings, ${pieces}`;
    const { id } = await approved(cast, torres.id, title);
    const { id: shareId } = await share(
      cast.therapist,
      id,
      TELLING.map((who) => memberIn(torres, who)),
    );
    for (const who of TELLING) {
      tasks[who] = await taskTitled(cast[who], title);
      await done(
        putAnswer(cast[who], tasks[who], 'told', 0, `words of the ${who}`, { visibility: 'family' }),
      );
      await send(cast[who], tasks[who]);
    }
    return shareId;
  }
  const offers = (who: Teller): Promise<TaskOffers> =>
    done(cast[who].get<TaskOffers>(`/api/homework/${tasks[who]}/offers`));
  const opens = (who: Teller, to: readonly Teller[], waits = true): Promise<OwnOffer> =>
    offer(
      cast[who],
      tasks[who],
      'told',
      to.map((one) => NAMES[one]),
      waits,
    );
  const opened = async (who: Teller): Promise<string[]> => {
    const { items } = await done(
      cast[who].get<{ items: OpenedAnswer[] }>(`/api/homework/${tasks[who]}/opened`),
    );
    return items.map(({ by, value }) => `${by}: ${typeof value === 'string' ? value : ''}`);
  };
  const answerOf = async (who: Teller): Promise<string> => (await offers(who)).answers[0]?.answerId ?? '';
  const close = async (who: Teller): Promise<void> => {
    await done(cast[who].delete(`/api/answers/${await answerOf(who)}/offer`));
  };
  const isOpen = async (who: Teller): Promise<boolean | undefined> =>
    (await offers(who)).answers[0]?.offer?.isOpen;
  const lead = (path: string, body?: unknown): Promise<{ id: string }> =>
    done(cast.therapist.post<{ id: string }>(`/api/families/${torres.id}/${path}`, body));

  it('opens to each of a circle once all of it have offered theirs, and not a moment before', async () => {
    await pieceOfAll();
    expect((await offers('mother')).companions.map(({ displayName }) => displayName)).toEqual([
      NAMES.father,
      NAMES.brother,
    ]);
    await opens('mother', ['father', 'brother']);
    await opens('father', ['mother', 'brother']);
    for (const who of TELLING) expect([who, await opened(who)]).toEqual([who, []]);
    expect(await isOpen('mother')).toBe(false);

    await opens('brother', ['mother', 'father']);
    expect(await opened('mother')).toEqual([
      'David Torres: words of the father',
      'Leo Torres: words of the brother',
    ]);
    expect(await opened('brother')).toEqual([
      'David Torres: words of the father',
      'Rosa Torres: words of the mother',
    ]);
    expect(await isOpen('mother')).toBe(true);
  });

  it('nobody is told who is awaited, nor how many: before the first and before the last it reads the same', async () => {
    await pieceOfAll();
    await opens('mother', ['father', 'brother']);
    const said = async (): Promise<string> =>
      (await cast.mother.get(`/api/homework/${tasks.mother}/offers`)).text +
      (await cast.mother.get(`/api/homework/${tasks.mother}/opened`)).text;
    const before = await said();
    await opens('father', ['mother', 'brother']);
    expect(await said()).toBe(before);
  });

  it('closes again for everybody when one closes, and when one writes other words', async () => {
    await pieceOfAll();
    await opens('mother', ['father']);
    await opens('father', ['mother']);
    expect(await opened('father')).toHaveLength(1);
    await close('mother');
    for (const who of ['mother', 'father'] as const) expect([who, await opened(who)]).toEqual([who, []]);
    await close('mother');

    await opens('mother', ['father']);
    expect(await opened('mother')).toHaveLength(1);
    await done(putAnswer(cast.father, tasks.father, 'told', 1, 'Other words', { visibility: 'family' }));
    for (const who of ['mother', 'father'] as const) expect([who, await opened(who)]).toEqual([who, []]);
    expect((await offers('father')).answers[0]?.offer).toBeNull();
  });

  it('opens alone, to those chosen and nobody else, for as long as it is for the family', async () => {
    await pieceOfAll();
    expect((await opens('mother', ['brother'], false)).offer).toMatchObject({ waits: false, isOpen: true });
    expect(await opened('brother')).toEqual(['Rosa Torres: words of the mother']);
    expect(await opened('father')).toEqual([]);
    const saysOfMine = async () =>
      (await done(cast.mother.get<MyPrivacy>('/api/me/privacy'))).words.find(
        ({ taskId }) => taskId === tasks.mother,
      );
    expect(await saysOfMine()).toMatchObject({
      forFamily: 0,
      offered: [{ isOpen: true, count: 1, circle: [{ displayName: 'Leo Torres' }] }],
    });
    await done(
      putAnswer(cast.mother, tasks.mother, 'told', 1, 'words of the mother', { visibility: 'therapist' }),
    );
    expect(await opened('brother')).toEqual([]);
    expect((await offers('mother')).answers).toEqual([]);
    expect(await saysOfMine()).toMatchObject({ forFamily: 0, offered: [] });
  });

  it.each<[string, (shareId: string) => Promise<() => Promise<unknown>>]>([
    [
      'a block between two of them',
      async () => {
        const { id } = await lead('blocks', {
          memberIds: [memberIn(torres, 'mother'), memberIn(torres, 'father')],
          reason: 'They asked for it.',
        });
        return () => done(cast.therapist.post(`/api/blocks/${id}/lift`));
      },
    ],
    [
      'a hold on one of them',
      async () => {
        const { id } = await lead('holds', { memberId: memberIn(torres, 'father'), reason: 'For now.' });
        return () => done(cast.therapist.post(`/api/holds/${id}/lift`));
      },
    ],
    [
      'a pause of one of them',
      async () => {
        await lead(`members/${memberIn(torres, 'father')}/pause`);
        return () => lead(`members/${memberIn(torres, 'father')}/confirm`);
      },
    ],
    [
      'the share taken back',
      async (shareId) => {
        await done(cast.therapist.post(`/api/shares/${shareId}/revoke`));
        return () => Promise.resolve();
      },
    ],
  ])('%s closes it at the next request', async (_what, keepAway) => {
    const shareId = await pieceOfAll();
    await opens('mother', ['father']);
    await opens('father', ['mother']);
    const before = await cast.mother.get(`/api/homework/${tasks.mother}/offers`);
    expect(await opened('mother')).toHaveLength(1);
    const letBack = await keepAway(shareId);
    for (const who of ['mother', 'father'] as const) {
      const reply = await cast[who].get(`/api/homework/${tasks[who]}/opened`);
      expect([who, reply.text.includes('words of')]).toEqual([
        who,
        reply.status === 410 && reply.text.includes(`words of the ${who}`),
      ]);
    }
    await letBack();
    if ((await cast.mother.get(`/api/homework/${tasks.mother}/offers`)).status === 200) {
      expect((await cast.mother.get(`/api/homework/${tasks.mother}/offers`)).text).toBe(before.text);
      expect(await opened('mother')).toHaveLength(1);
    }
  });

  it('somebody who is kept away makes the others wait, and opens nothing to them', async () => {
    await pieceOfAll();
    await opens('mother', ['father', 'brother']);
    await opens('brother', ['mother']);
    const { id } = await lead('holds', { memberId: memberIn(torres, 'father'), reason: 'For now.' });
    const mine = (await offers('mother')).answers[0]?.offer;
    expect(mine?.isOpen).toBe(false);
    expect(mine?.circle.map(({ displayName }) => displayName)).toEqual([NAMES.father, NAMES.brother]);
    expect(await opened('brother')).toEqual([]);
    // That somebody is held nobody can tell from the names there are to choose from.
    expect((await offers('mother')).companions.map(({ displayName }) => displayName)).toEqual([
      NAMES.father,
      NAMES.brother,
    ]);
    await done(cast.therapist.post(`/api/holds/${id}/lift`));
  });

  it('only its author offers it, only what was sent for the family, and only to those who got the same', async () => {
    await pieceOfAll();
    const id = await answerOf('mother');
    const body = { memberIds: [memberIn(torres, 'father')], waits: true };
    const asks = (who: ApiClient, memberIds = body.memberIds): ReturnType<typeof refusal> =>
      refusal(who.post(`/api/answers/${id}/offer`, { ...body, memberIds }));
    await opens('mother', ['father'], false);
    expect(await opened('father')).toHaveLength(1);
    for (const who of ['father', 'brother', 'client', 'other-therapist', 'outsider', 'admin'] as const)
      expect([who, await asks(cast[who])]).toEqual([who, expect.objectContaining({ status: 404 })]);
    expect(await asks(cast.therapist)).toMatchObject({ status: 403 });
    expect(await refusal(cast.father.delete(`/api/answers/${id}/offer`))).toMatchObject({ status: 404 });
    expect(await refusal(cast.father.post(`/api/answers/${id}/feedback`, { text: 'Yes.' }))).toMatchObject({
      status: 404,
    });
    for (const relation of ['client', 'mother'] as const)
      expect(await asks(cast.mother, [memberIn(torres, relation)])).toMatchObject({
        status: 422,
        errors: [{ path: 'memberIds', code: 'not-beside-you' }],
      });

    await done(putAnswer(cast.mother, tasks.mother, 'told', 1, 'For her alone', { visibility: 'therapist' }));
    expect(await asks(cast.mother)).toMatchObject({ status: 409, code: 'wrong-state' });
  });

  it('whoever has not sent theirs chooses nobody, and reads nothing yet', async () => {
    const title = 'Mornings';
    const { id } = await approved(cast, torres.id, title);
    await share(cast.therapist, id, [memberIn(torres, 'mother'), memberIn(torres, 'father')]);
    for (const who of ['mother', 'father'] as const) tasks[who] = await taskTitled(cast[who], title);
    await done(putAnswer(cast.mother, tasks.mother, 'told', 0, 'Mine', { visibility: 'family' }));
    expect((await offers('mother')).companions).toEqual([]);
    await send(cast.mother, tasks.mother);
    await opens('mother', ['father'], false);
    expect(await opened('father')).toEqual([]);
    await send(cast.father, tasks.father);
    expect(await opened('father')).toEqual(['Rosa Torres: Mine']);
  });

  it('a therapist reads to whom each answer is offered and who reads it; reading it is recorded', async () => {
    await pieceOfAll();
    await opens('mother', ['father', 'brother'], false);
    const { id } = await lead('blocks', {
      memberIds: [memberIn(torres, 'mother'), memberIn(torres, 'brother')],
      reason: 'They asked for it.',
    });
    const { items } = await done(
      cast.therapist.get<Page<ResponseSet>>(`/api/families/${torres.id}/responses?limit=100`),
    );
    const set = items.find(({ taskId }) => taskId === tasks.mother);
    const named = (some: readonly { displayName: string }[] = []): string[] =>
      some.map(({ displayName }) => displayName);
    expect(named(set?.answers[0]?.offer?.circle)).toEqual([NAMES.father, NAMES.brother]);
    expect(named(set?.answers[0]?.offer?.readBy)).toEqual([NAMES.father]);
    await done(cast.therapist.post(`/api/blocks/${id}/lift`));

    await opened('father');
    const { rows } = await owner.query<{ because: string; subjects: number }>(
      `select a.because, cardinality(a.subject_ids) as subjects from audit a
         join demo_persona d on d.person_id = a.actor_id and d.persona = 'father'
       where a.action = 'opened.read' order by a.at desc limit 1`,
    );
    expect(rows).toEqual([{ because: 'opened-to-actor', subjects: 1 }]);
  });
});
