import type {
  Document,
  DocumentId,
  FamilySession,
  ReviewQueue,
  ReviewSummary,
  ReviewTimes,
  SessionRun,
} from '@common-ground/contract';
import { signInAs, startApi, type ApiClient, type RunningApi } from '@common-ground/testing';
import { running } from '@common-ground/rules/content';
import { Client } from 'pg';
import {
  approved,
  decide,
  done,
  everybody,
  familyNamed,
  idOf,
  memberIn,
  refusal,
  share,
  sheet,
  submit,
  write,
  writeKind,
  type Cast,
  type People,
} from './acts';

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('the queue of reviews', () => {
  let api: RunningApi;
  let cast: Cast;
  let torres: People;
  let owner: Client;

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    torres = await familyNamed(cast.therapist, 'Torres family');
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });

  const queue = (query = '', who: ApiClient = cast.supervisor): Promise<ReviewQueue> =>
    done(who.get<ReviewQueue>(`/api/reviews?limit=100${query}`));
  const titles = async (query = ''): Promise<string[]> =>
    (await queue(query)).items.map(({ document }) => document.title);
  const waiting = async (title: string, who = cast.supervisor): Promise<ReviewSummary | undefined> =>
    (await queue('', who)).items.find(({ document }) => document.title === title);

  const send = async (title: string, content = sheet()): Promise<Document> => {
    const draft = await write(cast.therapist, torres.id, title, content);
    await submit(cast.therapist, cast.supervisor, draft.id);
    return draft;
  };

  const plan = async (startsOn: string, documentIds: readonly DocumentId[]): Promise<FamilySession> => {
    const begun = await done(
      cast.therapist.post<FamilySession>(`/api/families/${torres.id}/sessions`, {
        ...{ format: 'boundary-talk', startsOn, startTime: '14:00' },
      }),
    );
    const [first, ...later] = begun.plan.agenda;
    if (first === undefined) throw new Error('The format has an agenda.');
    const said = { purpose: 'What nobody else is to know', place: 'Room 7', timeZone: 'Europe/Madrid' };
    const planned = { ...begun.plan, ...said, agenda: [{ ...first, documentIds }, ...later] };
    return done(
      cast.therapist.put<FamilySession>(`/api/sessions/${begun.id}`, planned, {
        'if-match': `"${begun.revision}"`,
      }),
    );
  };

  describe('says what is risky', () => {
    it('also in the demo, where a therapist kept words that the coach advised against', async () => {
      expect((await waiting('Solving one problem together'))?.risks).toEqual(['kept-wording']);
    });

    it('and nothing where nothing is', async () => {
      await send('Plain words');
      expect(await waiting('Plain words')).toMatchObject({ risks: [] });
    });

    it('of a boundary plan, and of what changed since it was approved', async () => {
      const limits = [{ id: 'limit', words: 'I hang up when I am shouted at.' }];
      const made = await writeKind(cast.therapist, torres.id, 'A first limit', 'night-calls', {});
      const content = { ...made.content, limits };
      const put = (revision: number, over: object): Promise<Document> =>
        done(
          cast.therapist.put<Document>(
            `/api/boundary-plans/${made.id}/draft`,
            { title: 'A first limit', content: { ...content, ...over } },
            { 'if-match': `"${revision}"` },
          ),
        );
      const written = await put(made.revision, {});
      const first = await submit(cast.therapist, cast.supervisor, made.id);
      expect((await waiting('A first limit'))?.risks).toEqual(['sets-limits']);
      await decide(cast.supervisor, first, 'approve');
      await done(cast.therapist.post(`/api/documents/${made.id}/reopen`));
      await put(written.revision, { safety: 'We call 988, and we leave the house.' });
      await submit(cast.therapist, cast.supervisor, made.id);
      expect((await waiting('A first limit'))?.risks).toEqual(['safety-changed']);
    });

    it('of words kept on purpose, and of how many people have the earlier version', async () => {
      const { id, revision } = await approved(cast, torres.id, 'Given to two');
      await share(cast.therapist, id, [memberIn(torres, 'client'), memberIn(torres, 'mother')]);
      await done(cast.therapist.post(`/api/documents/${id}/reopen`));
      await done(
        cast.therapist.put(
          `/api/worksheets/${id}/draft`,
          { title: 'Given to two', content: sheet('You never listen to me.') },
          { 'if-match': `"${revision}"` },
        ),
      );
      const wording = { sort: 'blame', quote: 'You never' };
      await done(cast.therapist.post(`/api/documents/${id}/wordings/keep`, wording));
      await submit(cast.therapist, cast.supervisor, id);
      expect((await waiting('Given to two'))?.risks).toEqual(['several-people', 'kept-wording']);
    });
  });

  describe('puts first what is due before an hour', () => {
    it('but not before one that was held already', async () => {
      const { id: paper } = await send('For an hour that was held early');
      const hour = await plan(dayIn(30), [paper]);
      const isDue = async (): Promise<boolean> =>
        (await waiting('For an hour that was held early'))?.hour !== null;
      expect(await isDue()).toBe(true);
      const run = await done(cast.therapist.post<SessionRun>(`/api/sessions/${hour.id}/run`));
      const move = (how: object, revision: number): Promise<SessionRun> =>
        done(
          cast.therapist.put<SessionRun>(`/api/sessions/${hour.id}/run`, how, {
            'if-match': `"${revision}"`,
          }),
        );
      const ended = await move(running.end(run, 'closed'), run.revision);
      expect(await isDue()).toBe(false);
      await move(running.goOn(ended), ended.revision);
      expect(await isDue()).toBe(true);
    });

    it('the next hour first, then what has waited longest; called off, it waits like anything else', async () => {
      const later = await send('For the later hour');
      const sooner = await send('For the sooner hour');
      await send('For no hour');
      const hour = await plan(dayIn(3), [sooner.id, later.id]);
      await plan(dayIn(4), [later.id, sooner.id]);
      const last = await plan(dayIn(2), [later.id]);
      expect((await titles()).slice(0, 2)).toEqual(['For the later hour', 'For the sooner hour']);
      expect(await waiting('For the sooner hour')).toMatchObject({
        hour: { startsAt: hour.startsAt, timeZone: 'Europe/Madrid' },
      });
      await done(cast.therapist.post(`/api/sessions/${last.id}/call-off`));
      await done(cast.therapist.post(`/api/sessions/${hour.id}/call-off`));
      const order = (await titles()).slice(0, 2);
      expect(order.sort()).toEqual(['For the later hour', 'For the sooner hour']);
      expect((await titles()).at(-1)).toBe('For no hour');
    });

    it('and tells its judge when it begins and not a word of it, and nobody else anything', async () => {
      const told = await cast.supervisor.get('/api/reviews?limit=100');
      expect(told.text).not.toContain('What nobody else is to know');
      expect(told.text).not.toContain('Room 7');
      expect((await waiting('For the later hour', cast.therapist))?.hour).toMatchObject({
        timeZone: 'Europe/Madrid',
      });
      expect((await queue('', cast['other-therapist'])).items).toEqual([]);
    });

    it('as long as it has not begun', async () => {
      const sheetOfToday = await send('For an hour that has begun');
      const hour = await plan(dayIn(1), [sheetOfToday.id]);
      expect(await waiting('For an hour that has begun')).toMatchObject({
        hour: expect.anything() as object,
      });
      await owner.query(`update family_session set starts_on = current_date - 1 where id = $1`, [hour.id]);
      expect(await waiting('For an hour that has begun')).toMatchObject({ hour: null });
    });
  });

  describe('shows only what is looked for', () => {
    it('from whom, of which kind, with a risk, again, and by its judge alone', async () => {
      const therapist = await idOf(cast.therapist);
      const all = await queue();
      expect(all.from.map(({ id }) => id)).toContain(therapist);
      expect((await queue(`&from=${therapist}`)).items).toHaveLength(all.items.length);
      expect(await titles(`&from=${await idOf(cast['other-therapist'])}`)).toEqual([]);
      expect(await titles('&kind=boundary-plan')).toContain('A first limit');
      expect(await titles('&kind=worksheet')).not.toContain('A first limit');
      expect(await titles('&risky=yes')).not.toContain('Plain words');
      expect(await titles('&risky=yes')).toContain('Given to two');
      expect((await queue('&side=to-judge')).items).toHaveLength(all.items.length);
      expect((await queue('&side=to-judge', cast.therapist)).items).toEqual([]);
      const again = await write(cast.therapist, torres.id, 'Once more');
      const first = await submit(cast.therapist, cast.supervisor, again.id);
      expect(await titles('&again=yes')).not.toContain('Once more');
      await decide(cast.supervisor, first, 'ask-for-changes', 'Softer, please.');
      await submit(cast.therapist, cast.supervisor, again.id);
      expect(await titles('&again=yes')).toContain('Once more');
    });

    it('and refuses a question it does not understand, and a place in another list', async () => {
      for (const query of ['kind=poem', 'side=theirs', 'risky=no', 'again=1', 'state=lost', 'act=third'])
        expect([query, (await cast.supervisor.get(`/api/reviews?${query}`)).status]).toEqual([query, 422]);
      const odd = await refusal(cast.supervisor.get('/api/reviews?from=somebody'));
      expect(odd).toMatchObject({ code: 'malformed-id' });
      const { next } = await done(cast.supervisor.get<ReviewQueue>('/api/reviews?limit=1'));
      const elsewhere = await refusal(cast.supervisor.get(`/api/reviews?risky=yes&cursor=${next ?? ''}`));
      expect(elsewhere).toMatchObject({ status: 400, code: 'malformed-cursor' });
    });

    it('page by page, each once and in one order', async () => {
      const whole = (await queue()).items.map(({ id }) => id);
      const found: string[] = [];
      let cursor = '';
      do {
        const page = await done(cast.supervisor.get<ReviewQueue>(`/api/reviews?limit=2${cursor}`));
        found.push(...page.items.map(({ id }) => id));
        cursor = page.next === null ? '' : `&cursor=${page.next}`;
      } while (cursor !== '');
      expect(found).toEqual(whole);
    });
  });

  describe('among several supervisors of one therapist', () => {
    let jonas: ApiClient;

    beforeAll(async () => {
      const [id, elena] = await Promise.all([idOf(cast['other-therapist']), idOf(cast.therapist)]);
      await owner.query(
        `insert into supervision (practice_id, id, supervisor_id, therapist_id, strength, from_on)
         select practice_id, gen_random_uuid(), id, $2, 'must-approve', '2026-01-01' from person where id = $1`,
        [id, elena],
      );
      await owner.query(
        `insert into staff_role (practice_id, person_id, role) select practice_id, id, 'supervisor' from person where id = $1`,
        [id],
      );
      // What somebody may be is asked when they sign in.
      jonas = await signInAs(api, 'other-therapist');
    });

    const sees = async (who: ApiClient): Promise<string[]> =>
      (await queue('&side=to-judge', who)).items.map(({ document }) => document.title);

    it('each finds what was sent to them and nothing else', async () => {
      const [martha, his] = [await send('For Martha'), await write(cast.therapist, torres.id, 'For Jonas')];
      await submit(cast.therapist, jonas, his.id);
      expect(await sees(jonas)).toEqual(['For Jonas']);
      expect(await sees(cast.supervisor)).toContain('For Martha');
      expect(await sees(cast.supervisor)).not.toContain('For Jonas');
      const { id } = (await waiting('For Martha')) ?? { id: martha.id };
      expect(await refusal(jonas.get(`/api/reviews/${id}`))).toMatchObject({ status: 404 });
      expect(await refusal(jonas.get(`/api/documents/${martha.id}`))).toMatchObject({ status: 404 });
    });

    it('one at a time judges a text, and whose verdict it is stands with it', async () => {
      const { id } = await send('For one after the other');
      const supervisorId = await idOf(jonas);
      const twice = cast.therapist.post(`/api/documents/${id}/submit`, { supervisorId, note: '' });
      expect(await refusal(twice)).toMatchObject({ status: 409, code: 'wrong-state' });
      const first = await waiting('For one after the other');
      if (first === undefined) throw new Error('It waits.');
      await decide(cast.supervisor, first.id, 'ask-for-changes', 'Softer, please.');
      const second = await submit(cast.therapist, jonas, id);
      expect(await refusal(cast.supervisor.get(`/api/reviews/${second}`))).toMatchObject({ status: 404 });
      expect(await sees(cast.supervisor)).not.toContain('For one after the other');
      await decide(jonas, second, 'approve');
      const { approval } = await done(cast.therapist.get<Document>(`/api/documents/${id}`));
      expect(approval?.by.displayName).toBe('Jonas Weber');
      const again = cast.supervisor.post(`/api/reviews/${first.id}/decision`, {
        ...{ verdict: 'approve', summary: '', versionHash: approval?.versionHash },
      });
      expect(await refusal(again)).toMatchObject({ status: 409, code: 'wrong-state' });
    });
  });

  describe('tells the practice admin how long reviews wait', () => {
    const times = (who = cast.admin): Promise<ReviewTimes> => done(who.get<ReviewTimes>('/api/review-times'));

    it('between whom, since when, and by the month: hours, documents and rounds', async () => {
      const { id } = await send('Waited for');
      const review = await waiting('Waited for');
      if (review === undefined) throw new Error('It waits.');
      const before = await times();
      const pair = before.waiting.find(({ supervisor }) => supervisor.displayName === review.to.displayName);
      expect(pair?.waiting).toBe((await queue('&side=to-judge')).items.length);
      expect(pair?.therapist.displayName).toBe('Elena Ruiz');
      // Three verdicts of one month: after 2, 10 and 30 hours, on two documents, the last of them in round three.
      await owner.query(
        `insert into review (practice_id, id, document_id, version_id, family_id, therapist_id, supervisor_id, round,
           note, state, verdict, version_hash, submitted_at, decided_at)
         select r.practice_id, gen_random_uuid(), coalesce(o.document_id, r.document_id),
           coalesce(o.version_id, r.version_id), r.family_id, r.therapist_id, r.supervisor_id, n.round, '', 'decided',
           'ask-for-changes', repeat('0', 64), n.at - n.hours * interval '1 hour', n.at
         from review r
           cross join (values (2, 1, timestamptz '2025-03-10 12:00Z'), (10, 1, '2025-03-11 12:00Z'),
             (30, 3, '2025-03-20 12:00Z')) n (hours, round, at)
           left join lateral (select x.document_id, x.version_id from review x
             where n.hours = 2 and x.document_id <> r.document_id and x.family_id = r.family_id limit 1) o on true
         where r.document_id = $1`,
        [id],
      );
      expect((await times()).months.find(({ month }) => month === '2025-03')).toEqual({
        ...{ month: '2025-03', decided: 3, medianHours: 10, longestHours: 30, documents: 2, rounds: 3 },
      });
    });

    it('and nobody else, and not a word of what waits', async () => {
      const { text } = await cast.admin.get('/api/review-times');
      for (const word of ['Waited for', 'Torres', 'Maya']) expect(text).not.toContain(word);
      for (const who of [cast.therapist, cast.supervisor, cast.client])
        expect((await who.get('/api/review-times')).status).toBe(403);
    });
  });
});
