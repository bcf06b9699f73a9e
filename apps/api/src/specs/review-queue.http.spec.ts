import type {
  Document,
  DocumentId,
  FamilySession,
  ReviewQueue,
  ReviewSummary,
} from '@common-ground/contract';
import { startApi, type ApiClient, type RunningApi } from '@common-ground/testing';
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
  until,
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
    it('the next hour first, then what has waited longest; called off, it waits like anything else', async () => {
      const later = await send('For the later hour');
      const sooner = await send('For the sooner hour');
      await send('For no hour');
      const hour = await plan(dayIn(3), [sooner.id, later.id]);
      await plan(dayIn(9), [later.id, sooner.id]);
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
      for (const query of ['kind=poem', 'side=theirs', 'risky=no', 'again=1', 'state=lost'])
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

  it('looks at few pages of the database among ten thousand that wait, and at no more far down', async () => {
    const { rows } = await owner.query<{ id: string }>(
      `select r.id from review r join document d on d.id = r.document_id and d.family_id = $1
       where r.state = 'waiting' limit 1`,
      [torres.id],
    );
    await owner.query(
      `with like_it as (select r.* from review r where r.id = $1),
       numbers as (select i, gen_random_uuid() as d, gen_random_uuid() as v, gen_random_uuid() as r
         from generate_series(1, 10000) i),
       documents as (insert into document (practice_id, id, kind, family_id, author_id, state)
         select l.practice_id, n.d, 'worksheet', l.family_id, l.therapist_id, 'submitted' from like_it l, numbers n),
       versions as (insert into document_version (practice_id, id, document_id, number, family_id, author_id, title,
           content, format, outline, hash, written_by)
         select l.practice_id, n.v, n.d, 1, l.family_id, l.therapist_id, 'Number ' || n.i, '{}', 1, '{}',
           repeat('0', 64), l.therapist_id from like_it l, numbers n)
       insert into review (practice_id, id, document_id, version_id, family_id, therapist_id, supervisor_id, round,
           note, state, submitted_at)
         select l.practice_id, n.r, n.d, n.v, l.family_id, l.therapist_id, l.supervisor_id, 1, '', 'waiting',
           now() + n.i * interval '1 second' from like_it l, numbers n`,
      [rows[0]?.id],
    );
    await owner.query('vacuum analyze');
    const looked = async (): Promise<number> => {
      const { rows: sums } = await owner.query<{ blocks: number }>(
        `select sum(coalesce(heap_blks_read, 0) + coalesce(heap_blks_hit, 0) + coalesce(idx_blks_read, 0)
           + coalesce(idx_blks_hit, 0))::int as blocks from pg_statio_user_tables`,
      );
      return sums[0]?.blocks ?? 0;
    };
    const still = async (): Promise<number> => {
      let last = await looked();
      let same = 0;
      // The database tells of what a connection did once that connection has been still for a second.
      await until(looked, (now) => {
        same = now === last ? same + 1 : 0;
        last = now;
        return same > 15;
      });
      return last;
    };
    const cost = async (query: string): Promise<[number, ReviewQueue]> => {
      const before = await still();
      const page = await done(cast.supervisor.get<ReviewQueue>(`/api/reviews?limit=20${query}`));
      return [(await still()) - before, page];
    };
    await cost('');
    const [first, page] = await cost('');
    expect(page.items).toHaveLength(20);
    let cursor = page.next;
    for (let pages = 0; pages < 100; pages += 1) {
      const one = await done(
        cast.supervisor.get<ReviewQueue>(`/api/reviews?limit=20&cursor=${cursor ?? ''}`),
      );
      cursor = one.next;
    }
    const [deep] = await cost(`&cursor=${cursor ?? ''}`);
    process.stdout.write(`the queue among 10,000: ${first} pages of the database, far down ${deep}\n`);
    expect(first).toBeLessThanOrEqual(600);
    expect(deep).toBeLessThanOrEqual(first * 1.2);
  }, 120_000);
});
