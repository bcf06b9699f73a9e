import type {
  Document,
  FamilySession,
  HourPlanContent,
  PersonId,
  PlanReview,
  Review,
  ReviewId,
  ReviewQueue,
  SessionPlan,
  Today,
} from '@common-ground/contract';
import { type ApiClient } from '@common-ground/testing';
import { decide, done, idOf, memberIn, putAnswer, refusal, share, sheet, taskTitled, write } from './acts';
import { demoPractice } from './demo-practice';

const [PLACE, LINK] = ['The blue room upstairs', 'https://meet.example/secret-way-in'];

describe('the plan of an hour under review', () => {
  const { cast, torres, owner } = demoPractice();
  let supervisorId: string;

  beforeAll(async () => {
    supervisorId = await idOf(cast.supervisor);
  });

  const planned = async (startsOn = '2046-12-01', format = 'problem-solving'): Promise<FamilySession> =>
    done(
      cast.therapist.post<FamilySession>(`/api/families/${torres.id}/sessions`, {
        ...{ format, startsOn, startTime: '16:00', language: 'en' },
      }),
    );
  const read = (id: string, who: ApiClient = cast.therapist): Promise<FamilySession> =>
    done(who.get<FamilySession>(`/api/sessions/${id}`));
  const change = async (
    id: string,
    to: (plan: SessionPlan) => Partial<SessionPlan>,
    who: ApiClient = cast.therapist,
  ): Promise<FamilySession> => {
    const { plan, revision } = await read(id, who);
    const body = { ...plan, ...to(plan) };
    return done(who.put<FamilySession>(`/api/sessions/${id}`, body, { 'if-match': `"${revision}"` }));
  };
  const standing = (id: string): Promise<PlanReview> =>
    done(cast.therapist.get<PlanReview>(`/api/sessions/${id}/review`));
  const submit = async (id: string, note = '', who: ApiClient = cast.therapist): Promise<PlanReview> => {
    const { revision } = await read(id, who);
    return done(
      who.post<PlanReview>(
        `/api/sessions/${id}/review`,
        { supervisorId, note },
        { 'if-match': `"${revision}"` },
      ),
    );
  };
  const reviewOf = ({ review }: PlanReview): ReviewId => {
    if (review === null) throw new Error('A plan that was sent has a review.');
    return review.id;
  };
  const sent = async (id: string, note = ''): Promise<Review> =>
    done(cast.supervisor.get<Review>(`/api/reviews/${reviewOf(await submit(id, note))}`));
  const nameOf = async (person: string): Promise<string> => {
    const { rows } = await owner.query<{ name: string }>(
      'select display_name as name from person where id = $1',
      [person],
    );
    return rows[0]?.name ?? '';
  };
  const contentOf = ({ version }: Review): HourPlanContent => version.content as HourPlanContent;

  it('goes to a supervisor as it stands, with a note, and with nothing else of the hour', async () => {
    const { id } = await planned();
    const paper = await write(
      cast.therapist,
      torres.id,
      'The paper on the table',
      sheet('Words of the paper'),
    );
    await share(cast.therapist, (await approvedAs(paper)).id, [memberIn(torres, 'mother')]);
    const task = await taskTitled(cast.mother, 'The paper on the table');
    await done(putAnswer(cast.mother, task, 'kept', 0, 'What the mother answered'));
    await done(cast.mother.post(`/api/homework/${task}/send`));
    await done(
      cast.therapist.put(
        `/api/sessions/${id}/note`,
        { preparation: 'What I prepare for myself', notes: 'A note of psychotherapy' },
        { 'if-match': '"0"' },
      ),
    );
    await change(id, ({ agenda }) => ({
      ...{ purpose: 'One problem, solved by all', place: PLACE, link: LINK, goRound: 'What went well?' },
      people: [
        { side: 'family', id: memberIn(torres, 'mother'), role: 'timekeeper' },
        { side: 'family', id: memberIn(torres, 'father'), role: 'participant' },
      ],
      agenda: agenda.map((entry, at) =>
        at === 0
          ? { ...entry, documentIds: [paper.id], reveals: [{ documentId: paper.id, promptId: 'kept' }] }
          : entry,
      ),
    }));
    const review = await sent(id, 'Is this too much for one hour?');
    expect(review).toMatchObject({
      ...{ round: 1, act: 'approve', note: 'Is this too much for one hour?' },
      document: { id, kind: 'hour-plan', title: 'One problem, solved by all', state: 'submitted' },
      may: { comment: true, decide: true },
    });
    const content = contentOf(review);
    expect(content).toMatchObject({
      purpose: 'One problem, solved by all',
      when: { startsOn: '2046-12-01', startTime: '16:00' },
      goRound: 'What went well?',
    });
    expect(content.people.map(({ role }) => role)).toEqual(['timekeeper', 'participant']);
    expect(content.agenda[0]?.papers).toEqual([{ id: paper.id, title: 'The paper on the table' }]);
    const told = JSON.stringify(review);
    for (const kept of [
      PLACE,
      LINK,
      'What I prepare for myself',
      'A note of psychotherapy',
      'What the mother answered',
      'Words of the paper',
      'reveals',
    ])
      expect(told).not.toContain(kept);
  });

  async function approvedAs({ id }: Document): Promise<Document> {
    const { review } = await done(
      cast.therapist.post<Document>(`/api/documents/${id}/submit`, { supervisorId, note: '' }),
    );
    if (review === null) throw new Error('It was sent.');
    await decide(cast.supervisor, review.id, 'approve');
    return done(cast.therapist.get<Document>(`/api/documents/${id}`));
  }

  it('waits in the queue for its own hour, and is due before it', async () => {
    const [later, sooner] = [await planned('2046-11-02'), await planned('2046-11-01')];
    for (const { id } of [later, sooner]) {
      await change(id, () => ({ purpose: 'In the queue' }));
      await submit(id);
    }
    const { items } = await done(cast.supervisor.get<ReviewQueue>('/api/reviews?kind=hour-plan&limit=100'));
    const order = items.map(({ document }) => document.id as string);
    expect(order.indexOf(sooner.id)).toBeLessThan(order.indexOf(later.id));
    const item = items.find(({ document }) => document.id === (sooner.id as string));
    expect(item?.hour).toEqual({
      startsAt: sooner.startsAt,
      timeZone: sooner.plan.timeZone,
    });
    expect(items.every(({ document }) => document.kind === 'hour-plan')).toBe(true);
  });

  it('comes back with what was said at its place, and the second round tells only what changed', async () => {
    const { id } = await planned();
    await change(id, () => ({ purpose: 'Evenings', groundRules: ['One speaks', 'Phones away'] }));
    const first = await sent(id);
    const [entry] = contentOf(first).agenda;
    const [, phones] = contentOf(first).groundRules;
    const said = { prefix: '', suffix: '', quote: 'away', text: 'Where to?' };
    await done(cast.supervisor.post(`/api/reviews/${first.id}/comments`, { ...said, blockId: phones?.id }));
    await done(
      cast.supervisor.put(`/api/reviews/${first.id}/read-marks`, { blockId: entry?.id, read: true }),
    );
    expect(
      await refusal(
        cast.supervisor.put(`/api/reviews/${first.id}/read-marks`, { blockId: 'nowhere', read: true }),
      ),
    ).toMatchObject({ status: 422 });
    await decide(cast.supervisor, first.id, 'ask-for-changes', 'Nearly there.');

    expect(await standing(id)).toMatchObject({
      ...{ state: 'returned', version: 1, changedSinceSent: false, anotherLook: [] },
      review: { id: first.id, verdict: 'ask-for-changes' },
      may: { submit: true, takeBack: false },
    });
    const today = await done(cast.therapist.get<Today>('/api/today'));
    expect(today.returned[0]).toMatchObject({ id, kind: 'hour-plan', title: 'Evenings', openThreads: 1 });
    expect(today.drafts.map((one) => one.id)).not.toContain(id);

    await change(id, () => ({ groundRules: ['Phones in the basket', 'One speaks'] }));
    expect(await standing(id)).toMatchObject({ state: 'returned', changedSinceSent: true });
    const second = await sent(id);
    expect(second).toMatchObject({ round: 2, version: { number: 2 } });
    expect(second.changes).toEqual([
      {
        ...{ sort: 'reworded', part: 'rule', blockId: phones?.id },
        ...{ from: 'Phones away', to: 'Phones in the basket' },
      },
      {
        sort: 'moved',
        part: 'rule',
        blockId: expect.any(String) as string,
        from: null,
        to: expect.any(String) as string,
      },
    ]);
    // What was read and is as it was, is read.
    expect(second.read).toEqual([entry?.id]);
    expect(second.comments).toMatchObject([{ blockId: phones?.id, quote: 'away', round: 1 }]);
    await decide(cast.supervisor, second.id, 'approve');
    expect(await standing(id)).toMatchObject({
      ...{ state: 'approved', approvedVersion: { number: 2 }, anotherLook: [] },
      may: { submit: false, takeBack: false },
    });
  });

  it('stays approved for another day or a few minutes, and needs another look for who comes', async () => {
    const { id } = await planned();
    await change(id, () => ({ purpose: 'What matters' }));
    await decide(cast.supervisor, reviewOf(await submit(id)), 'approve');
    await change(id, ({ agenda }) => ({
      ...{ startsOn: '2046-12-08', place: 'Elsewhere' },
      agenda: agenda.map((entry, at) => (at === 0 ? { ...entry, minutes: entry.minutes + 5 } : entry)),
    }));
    expect(await standing(id)).toMatchObject({ changedSinceSent: true, anotherLook: [], state: 'approved' });
    const brother = memberIn(torres, 'brother');
    await change(id, () => ({ people: [{ side: 'family', id: brother, role: 'participant' }] }));
    const { anotherLook, may } = await standing(id);
    expect(anotherLook).toContainEqual(
      expect.objectContaining({ sort: 'added', part: 'person', blockId: brother }),
    );
    expect(may.submit).toBe(true);
    const again = await sent(id);
    expect(again.risks).toEqual(['audience-changed']);
  });

  it('is asked about before anything of it is approved, and nobody is kept from asking people', async () => {
    const { id } = await planned();
    expect(await standing(id)).toMatchObject({
      ...{ state: 'unsent', version: null, mustBeApproved: true, review: null, approvedVersion: null },
      supervision: [{ id: supervisorId, strength: 'must-approve' }],
      may: { submit: true, takeBack: false },
    });
    const mother = { side: 'family', id: memberIn(torres, 'mother'), role: 'participant' } as const;
    await change(id, () => ({ people: [mother] }));
    await done(cast.therapist.post(`/api/sessions/${id}/asked`, { memberIds: [memberIn(torres, 'mother')] }));
    await done(cast.therapist.post(`/api/sessions/${id}/run`));
  });

  it('is refused without a purpose or an agenda, by the place in the plan', async () => {
    const { id } = await planned();
    const { revision } = await change(id, () => ({ purpose: ' ', agenda: [] }));
    const answer = await refusal(
      cast.therapist.post(
        `/api/sessions/${id}/review`,
        { supervisorId, note: '' },
        { 'if-match': `"${revision}"` },
      ),
    );
    expect(answer).toMatchObject({
      status: 422,
      ...{ code: 'has-concerns', errors: [{ path: 'purpose' }, { path: 'agenda' }] },
    });
    expect(await standing(id)).toMatchObject({ state: 'unsent' });
  });

  it('is refused over a plan its sender has not seen, to whoever supervises nobody here, and twice', async () => {
    const { id, revision } = await planned();
    await change(id, () => ({ purpose: 'Seen' }));
    const ask = (body: object, match: string | null): ReturnType<typeof refusal> =>
      refusal(
        cast.therapist.post(
          `/api/sessions/${id}/review`,
          body,
          match === null ? undefined : { 'if-match': match },
        ),
      );
    expect(await ask({ supervisorId, note: '' }, null)).toMatchObject({ status: 428 });
    expect(await ask({ supervisorId, note: '' }, `"${revision}"`)).toMatchObject({ status: 412 });
    const newest = `"${(await read(id)).revision}"`;
    const admin = await idOf(cast.admin);
    expect(await ask({ supervisorId: admin, note: '' }, newest)).toMatchObject({ status: 422 });
    expect(await ask({ supervisorId: 'nobody', note: 7 }, newest)).toMatchObject({
      status: 422,
      errors: [{ path: 'supervisorId' }, { path: 'note' }],
    });
    // Its papers stand in it; nothing else goes along.
    const paper = await write(cast.therapist, torres.id, 'Not along with a plan', sheet());
    expect(await ask({ supervisorId, note: '', attach: [paper.id] }, newest)).toMatchObject({
      status: 422,
      errors: [{ path: 'attach' }],
    });
    await submit(id);
    expect(await ask({ supervisorId, note: '' }, newest)).toMatchObject({
      status: 409,
      code: 'wrong-state',
    });
  });

  it('is taken back while it waits, and judged no more', async () => {
    const { id } = await planned();
    await change(id, () => ({ purpose: 'Taken back' }));
    const review = await sent(id);
    expect(await done(cast.therapist.post<PlanReview>(`/api/sessions/${id}/review/take-back`))).toMatchObject(
      { state: 'draft', may: { submit: true, takeBack: false } },
    );
    const decision = { verdict: 'approve', summary: '', versionHash: review.version.hash };
    expect(await refusal(cast.supervisor.post(`/api/reviews/${review.id}/decision`, decision))).toMatchObject(
      { status: 404 },
    );
    expect(await refusal(cast.therapist.post(`/api/sessions/${id}/review/take-back`))).toMatchObject({
      status: 409,
    });
  });

  it('is taken back with its hour when that is called off, and sent no more', async () => {
    const { id } = await planned();
    await change(id, () => ({ purpose: 'Called off' }));
    const review = await sent(id);
    await done(cast.therapist.post(`/api/sessions/${id}/call-off`));
    expect(await refusal(cast.supervisor.get(`/api/reviews/${review.id}`))).toMatchObject({ status: 404 });
    const { state, may } = await standing(id);
    expect([state, may]).toEqual(['draft', { submit: false, takeBack: false }]);
    const { revision } = await read(id);
    const match = { 'if-match': `"${revision}"` };
    const again = cast.therapist.post(`/api/sessions/${id}/review`, { supervisorId, note: '' }, match);
    expect(await refusal(again)).toMatchObject({ status: 409, code: 'wrong-state' });
  });

  it('is not judged by whoever wrote in it, also when somebody else sends it', async () => {
    const { id } = await planned();
    await owner.query(`insert into staff_role (practice_id, person_id, role)
      select practice_id, id, 'therapist' from person where id = '${supervisorId}'`);
    await owner.query(`insert into caseload (practice_id, family_id, therapist_id, leads)
      select practice_id, '${torres.id}', id, false from person where id = '${supervisorId}'`);
    try {
      await change(id, () => ({ purpose: 'Written by her judge' }), cast.supervisor);
      await change(id, () => ({ goRound: 'And again by me' }));
      expect((await standing(id)).supervision).toEqual([]);
      const { revision } = await read(id);
      const match = { 'if-match': `"${revision}"` };
      const asked = cast.therapist.post(`/api/sessions/${id}/review`, { supervisorId, note: '' }, match);
      expect(await refusal(asked)).toMatchObject({ status: 422 });
      // One that was sent before is not decided by them either.
      const other = await planned();
      await change(other.id, () => ({ purpose: 'Sent, and then rewritten' }));
      const review = await sent(other.id);
      await change(other.id, () => ({ goRound: 'Her words' }), cast.supervisor);
      const decision = { verdict: 'approve', summary: '', versionHash: review.version.hash };
      expect(
        await refusal(cast.supervisor.post(`/api/reviews/${review.id}/decision`, decision)),
      ).toMatchObject({ status: 403 });
    } finally {
      await owner.query(
        `update caseload set ended_at = now() where therapist_id = '${supervisorId}' and family_id = '${torres.id}'`,
      );
      await owner.query(
        `update staff_role set ended_at = now() where person_id = '${supervisorId}' and role = 'therapist'`,
      );
    }
  });

  it('is not sent where whoever would sign second wrote in it', async () => {
    const [jonasId, elena] = [await idOf(cast['other-therapist']), await idOf(cast.therapist)];
    const pair = `supervisor_id = '${supervisorId}' and therapist_id = '${elena}'`;
    await owner.query(`update supervision set strength = 'must-approve-and-co-sign', co_signer_id = '${jonasId}',
      co_signed_kinds = '{hour-plan}' where ${pair}`);
    try {
      const { id } = await planned();
      const { revision } = await change(id, () => ({ purpose: 'Signed by two' }));
      expect((await standing(id)).supervision.map((one) => one.id)).toEqual([supervisorId]);
      await owner.query('update family_session set writers = writers || $2::uuid where id = $1', [
        id,
        jonasId,
      ]);
      expect(await standing(id)).toMatchObject({ supervision: [], may: { submit: false } });
      const match = { 'if-match': `"${revision}"` };
      const asked = cast.therapist.post(`/api/sessions/${id}/review`, { supervisorId, note: '' }, match);
      expect(await refusal(asked)).toMatchObject({ status: 409, code: 'needs-two-signatures' });
    } finally {
      await owner.query(`update supervision set strength = 'must-approve', co_signer_id = null, co_signed_kinds = '{}'
        where ${pair}`);
    }
  });

  it('names staff who left the family since', async () => {
    const jonasId = await idOf(cast['other-therapist']);
    await owner.query(`insert into caseload (practice_id, family_id, therapist_id, leads)
      select practice_id, '${torres.id}', id, false from person where id = '${jonasId}'`);
    const { id } = await planned();
    await change(id, () => ({
      purpose: 'Led by two',
      people: [{ side: 'staff', id: jonasId as PersonId, role: 'co-lead' }],
    }));
    await owner.query(
      `delete from caseload where therapist_id = '${jonasId}' and family_id = '${torres.id}'`,
    );
    const [one] = contentOf(await sent(id)).people;
    expect([one?.id, one?.name]).toEqual([jonasId, await nameOf(jonasId)]);
    expect(one?.name).not.toBe('');
  });

  it('of an hour that is over or has begun is sent no more', async () => {
    const over = await planned();
    await change(over.id, () => ({ purpose: 'Over' }));
    const underWay = await planned();
    await change(underWay.id, () => ({ purpose: 'Under way' }));
    expect((await standing(over.id)).may.submit).toBe(true);
    await owner.query(`update family_session set starts_on = current_date - 3 where id = '${over.id}'`);
    await done(cast.therapist.post(`/api/sessions/${underWay.id}/run`));
    for (const [id, because] of [
      [over.id, 'is-over'],
      [underWay.id, 'under-way'],
    ] as const) {
      expect((await standing(id)).may.submit).toBe(false);
      const match = { 'if-match': `"${(await read(id)).revision}"` };
      const asked = cast.therapist.post(`/api/sessions/${id}/review`, { supervisorId, note: '' }, match);
      expect(await refusal(asked)).toMatchObject({ status: 409, code: 'wrong-state', because });
    }
  });

  it('is no document: not read, written, shared, printed, kept or laid on a table as one', async () => {
    const { id } = await planned();
    await change(id, () => ({ purpose: 'No document' }));
    const review = await sent(id);
    const title = 'Kept';
    const asks: (() => Promise<unknown>)[] = [cast.therapist, cast.supervisor].flatMap((who) => [
      () => refusal(who.get(`/api/documents/${id}`)),
      () => refusal(who.get(`/api/documents/${id}/pdf`)),
      () => refusal(who.get(`/api/documents/${id}/concerns`)),
      () => refusal(who.post(`/api/documents/${id}/submit`, { supervisorId, note: '' })),
      () => refusal(who.post(`/api/documents/${id}/reopen`)),
      () => refusal(who.post(`/api/documents/${id}/shares/preview`)),
      () => refusal(who.post(`/api/documents/${id}/shares`, { memberIds: [memberIn(torres, 'mother')] })),
      () =>
        refusal(who.put(`/api/worksheets/${id}/draft`, { title, content: sheet() }, { 'if-match': '"1"' })),
    ]);
    for (const ask of asks) expect(await ask()).toMatchObject({ status: 404 });
    for (const who of [cast.therapist, cast.supervisor]) {
      const list = await done(who.get<{ items: { id: string }[] }>('/api/documents?limit=100'));
      expect(list.items.map((one) => one.id)).not.toContain(id);
    }
    // Nor does it go along with another document, offered or named.
    const beside = await write(cast.therapist, torres.id, 'Beside a plan', sheet());
    const offered = await done(
      cast.therapist.get<{ items: { id: string }[] }>(`/api/documents/${beside.id}/attachable`),
    );
    expect(offered.items.length).toBeGreaterThan(0);
    expect(offered.items.map((one) => one.id)).not.toContain(id);
    expect(
      await refusal(
        cast.therapist.post(`/api/documents/${beside.id}/submit`, { supervisorId, note: '', attach: [id] }),
      ),
    ).toMatchObject({ status: 422, errors: [{ path: 'attach', code: 'not-attachable' }] });
    const kept = { documentId: id, title, tags: [], source: 'Mine', licence: 'own-words', shelf: 'own' };
    expect(await refusal(cast.therapist.post('/api/templates', kept))).toMatchObject({ status: 404 });
    const { plan, revision } = await planned();
    const agenda = plan.agenda.map((entry) => ({ ...entry, documentIds: [id] }));
    expect(
      await refusal(
        cast.therapist.put(`/api/sessions/${id}`, { ...plan, agenda }, { 'if-match': `"${revision}"` }),
      ),
    ).toMatchObject({ status: 422 });
    // Its judge reads the review, and nothing that leads to the hour.
    for (const path of [
      `sessions/${id}`,
      `sessions/${id}/review`,
      `sessions/${id}/run`,
      `sessions/${id}/note`,
    ])
      expect(await refusal(cast.supervisor.get(`/api/${path}`))).toMatchObject({ status: 404 });
    expect(review.version.number).toBe(1);
  });

  it('is not shared past everything either', async () => {
    const { id } = await planned();
    await change(id, () => ({ purpose: 'Past everything' }));
    await submit(id);
    await expect(
      owner.query(`insert into share (practice_id, id, document_id, version_id, family_id, shared_by)
        select v.practice_id, gen_random_uuid(), v.document_id, v.id, v.family_id, v.author_id
        from document_version v where v.document_id = '${id}'`),
    ).rejects.toThrow('the plan of an hour is not shared');
    await expect(
      owner.query(`insert into document (practice_id, id, kind, family_id, author_id, state)
        select practice_id, gen_random_uuid(), kind, family_id, author_id, state from document where id = '${id}'`),
    ).rejects.toThrow('there is no such hour of this family');
  });

  it('that was read by its judge stands in the record', async () => {
    const { id } = await planned();
    await change(id, () => ({ purpose: 'Recorded' }));
    await sent(id);
    const { rows } = await owner.query<{ action: string; actor: boolean }>(
      `select action, actor_id = '${supervisorId}' as actor from audit where document_id = '${id}' order by at, id`,
    );
    expect(rows).toEqual([
      { action: 'sessions.submit', actor: false },
      { action: 'reviews.read', actor: true },
    ]);
  });
});
