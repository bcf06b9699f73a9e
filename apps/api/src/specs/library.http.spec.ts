import type {
  Document,
  DocumentId,
  NewTemplate,
  Share,
  SharePreview,
  Template,
  TemplatePage,
} from '@common-ground/contract';
import { BUILT_IN_TEMPLATES, rulesOf } from '@common-ground/rules/content';
import type { ApiClient } from '@common-ground/testing';
import { done, familyNamed, memberIn, refusal, sheet, until, write, type People } from './acts';
import { demoPractice } from './demo-practice';

const SAID = {
  title: 'Evenings without shouting',
  shelf: 'practice',
  tags: ['evenings'],
  source: 'Written by our team',
  licence: 'own-words',
} as const;

describe('the library', () => {
  const { cast, torres, owner } = demoPractice();
  let lindqvist: People;

  beforeAll(async () => {
    lindqvist = await familyNamed(cast['other-therapist'], 'Lindqvist family');
  });

  const look = (who: ApiClient, query = ''): Promise<TemplatePage> =>
    done(who.get<TemplatePage>(`/api/templates?limit=100${query}`));
  const titles = async (who: ApiClient, query: string): Promise<string[]> =>
    (await look(who, query)).items.map(({ title }) => title);
  const begun = (who: ApiClient, words?: string, familyId = torres.id): Promise<Document> =>
    write(who, familyId, 'A draft', sheet(words));
  const keep = async (
    who: ApiClient,
    said: Partial<NewTemplate> = {},
    familyId = torres.id,
  ): Promise<Template> => {
    const documentId = said.documentId ?? (await begun(who, undefined, familyId)).id;
    return done(who.post<Template>('/api/templates', { ...SAID, ...said, documentId }));
  };
  const copy = (who: ApiClient, id: string, familyId = torres.id): Promise<Document> =>
    done(who.post<Document>(`/api/templates/${id}/copy`, { familyId }));

  describe('when somebody looks for something', () => {
    it('begins with the reader’s own language, and leads on page by page to all there is', async () => {
      const first = await done(cast.therapist.get<TemplatePage>('/api/templates?limit=25&shelf=built-in'));
      expect(new Set(first.items.map(({ language }) => language))).toEqual(new Set(['en']));
      const found = [...first.items];
      let { next } = first;
      while (next !== null) {
        const page = await done(
          cast.therapist.get<TemplatePage>(
            `/api/templates?limit=25&shelf=built-in&cursor=${encodeURIComponent(next)}`,
          ),
        );
        found.push(...page.items);
        ({ next } = page);
      }
      expect(found.map(({ id }) => id).sort()).toEqual(BUILT_IN_TEMPLATES.map(({ id }) => id).sort());
    });

    it('finds words in any of their forms, with and without accents', async () => {
      expect((await titles(cast.therapist, '&q=solve%20a%20problem'))[0]).toBe('Problem solving together');
      for (const words of ['días difíciles', 'DIAS DIFICILES', 'dias difíciles']) {
        const found = await look(cast.therapist, `&language=es&q=${encodeURIComponent(words)}`);
        expect([words, found.items.map(({ id, near }) => [id, near])]).toEqual([
          words,
          expect.arrayContaining([['hard-week-es', false]]),
        ]);
      }
    });

    it('finds among what comes with the product what PostgreSQL finds, whatever is asked', async () => {
      const shelf = JSON.stringify(
        BUILT_IN_TEMPLATES.map(({ id, language, title, tags, whyItHelps, kind, content }) => ({
          ...{ id, language, title, tags, why: whyItHelps },
          words: rulesOf(kind)
            .texts('', content)
            .map(({ text }) => text)
            .join('\n'),
        })),
      );
      await owner.query(`create temporary table built_in as
        select b.id, b.language, access.searchable(b.language, b.title, b.tags, b.why, b.words) as vector
        from jsonb_to_recordset('${shelf.replaceAll("'", "''")}') as b(id text, language text, title text, tags text[],
          why text, words text)`);
      const found = async (words: string): Promise<string[]> => {
        const { rows } = await owner.query<{ id: string }>(
          `select id from built_in where vector @@ websearch_to_tsquery(access.language_of_words(language), access.plain($1))`,
          [words],
        );
        return rows.map(({ id }) => id).sort();
      };
      const phrases = BUILT_IN_TEMPLATES.filter((_, at) => at % 3 === 0).flatMap(({ title }) => [
        ...title.split(' '),
        ...[title, `"${title}"`, `${title} -family`],
      ]);
      const odd = [
        'calm or sueño',
        '-calm',
        'calm or -breathe',
        '-family breathe',
        'sleep -"calm down"',
        `don't`,
        String.raw`a\b`,
        `o''clock`,
        '!calm',
      ];
      let most = 0;
      for (const words of new Set([...phrases, ...odd])) {
        const { items } = await look(cast.therapist, `&shelf=built-in&q=${encodeURIComponent(words)}`);
        const exact = items.filter(({ near }) => !near).map(({ id }) => id);
        expect([words, exact.sort()]).toEqual([words, await found(words)]);
        most = Math.max(most, exact.length);
      }
      expect(most).toBeGreaterThan(20);
    });

    it('comes close where fingers slip, and says so', async () => {
      for (const [slip, id] of [
        ['groundign', 'grounding-together'],
        ['probelm solvng', 'problem-solving-together'],
        ['brething', 'grounding-together'],
      ] as const) {
        const { items } = await look(cast.therapist, `&language=en&q=${encodeURIComponent(slip)}`);
        expect([slip, items.map((one) => [one.id, one.near])]).toEqual([
          slip,
          expect.arrayContaining([[id, true]]),
        ]);
      }
      expect((await look(cast.therapist, '&q=xylophonequartz')).items).toEqual([]);
    });

    it('narrows by kind, language, tag and shelf', async () => {
      const { items } = await look(cast.therapist, '&kind=support-plan&language=es&shelf=built-in');
      expect(items.map(({ id }) => id)).toContain('hard-week-es');
      expect(items.every(({ kind, language }) => kind === 'support-plan' && language === 'es')).toBe(true);
      const tagged = await look(cast.therapist, `&tag=${encodeURIComponent('DINERO')}`);
      expect(tagged.items.length).toBeGreaterThan(0);
      expect(tagged.items.every(({ tags }) => tags.includes('dinero'))).toBe(true);
      expect((await look(cast.therapist, '&language=es')).tags).toContain('dinero');
      expect((await look(cast.therapist)).tags).toContain('money');
    });

    it('finds what runs out soon, or has, and nothing else', async () => {
      const inDays = (days: number): string =>
        new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
      const made = [];
      for (const days of [-3, 30, 300]) {
        const right = { licence: 'permission', licenceUntilOn: inDays(days) } as const;
        made.push(await keep(cast.therapist, { title: `Ends in ${days}`, shelf: 'practice', ...right }));
      }
      const { items } = await done(cast.admin.get<TemplatePage>('/api/templates?ends=soon&limit=100'));
      const ids = items.map(({ id }) => id);
      expect(made.map(({ id }) => ids.includes(id))).toEqual([true, true, false]);
      expect(items.every(({ licenceUntilOn }) => licenceUntilOn !== null)).toBe(true);
      expect((await cast.admin.get('/api/templates?ends=later')).status).toBe(422);
    });

    it('asks an index for the words, however many templates there are, and in the asker’s own shelves', async () => {
      await owner.query(
        `insert into template (practice_id, id, author_id, shelf, kind, title, language, tags, source, licence,
           last_checked_on, content, outline, words)
         select p.practice_id, gen_random_uuid(), p.person_id, case i % 2 when 0 then 'own' else 'practice' end,
           'worksheet', md5(i::text) || case i when 2000 then ' Zither lessons' when 1999 then ' Harpsichord' else '' end,
           'en', array['many'], 'Ours', 'own-words', current_date, '{"blocks":[]}', '{"whyItHelps":""}', md5((-i)::text)
         from demo_persona p, generate_series(1, 2000) i where p.persona = 'other-therapist'`,
      );
      await owner.query('analyze template');
      const index = async (name: string): Promise<{ scans: number; rows: number }> => {
        const { rows } = await owner.query<{ scans: number; rows: number }>(
          `select idx_scan::int as scans, idx_tup_read::int as rows from pg_stat_user_indexes where indexrelname = $1`,
          [name],
        );
        return rows[0] ?? { scans: 0, rows: 0 };
      };
      const looked = async (name: string, words: string): Promise<[string[], number]> => {
        const before = await index(name);
        const found = await titles(cast['other-therapist'], `&shelf=own&q=${words}`);
        // The database tells of what a connection did once that connection has been still for a second.
        const after = await until(
          () => index(name),
          ({ scans }) => scans > before.scans,
        );
        return [found, after.rows - before.rows];
      };
      const [exact, exactly] = await looked('template_vector', 'zither');
      expect(exact).toEqual([expect.stringContaining('Zither lessons')]);
      expect(exactly).toBeLessThan(20);
      const [near, nearly] = await looked('template_card', 'zither%20lesons');
      expect(near).toEqual(exact);
      expect(nearly).toBeLessThan(200);
      expect(await titles(cast.therapist, '&q=zither')).toEqual([]);
      expect(await titles(cast.therapist, '&q=harpsicord')).toEqual([expect.stringContaining('Harpsichord')]);
      await owner.query(`delete from template where tags = array['many']`);
    });

    it('says which question it does not understand', async () => {
      for (const query of ['kind=poem', 'language=xx', 'shelf=theirs', `q=${'a'.repeat(201)}`, 'q[]=a']) {
        const asked = await refusal(cast.therapist.get(`/api/templates?${query}`));
        expect([query, asked.status]).toEqual([query, expect.any(Number)]);
        expect(asked.status === 422 || query === 'q[]=a').toBe(true);
        expect(asked.status).toBeLessThan(500);
      }
      for (const odd of ["'", '"unclosed', '-', '%00', '!!&|', '🙂'.repeat(20), ':*', 'or or']) {
        const { status } = await cast.therapist.get(`/api/templates?q=${encodeURIComponent(odd)}`);
        expect([odd, status]).toEqual([odd, 200]);
      }
    });

    it('is not for families', async () => {
      for (const who of ['client', 'mother', 'father', 'brother'] as const) {
        expect((await refusal(cast[who].get('/api/templates'))).status).toBe(403);
        expect((await refusal(cast[who].get('/api/templates/hard-week'))).status).toBe(403);
      }
    });
  });

  describe('keeping a document to begin others from', () => {
    it('puts it on the practice’s shelf, where colleagues begin from it', async () => {
      const kept = await keep(cast.therapist, { title: 'Quiet hours in the house' });
      expect(kept).toMatchObject({
        shelf: 'practice',
        sharing: 'open',
        prompts: 4,
        may: { copy: true, change: true, takeBack: true },
      });
      expect(await titles(cast['other-therapist'], '&shelf=practice&q=quiet%20hours')).toEqual([kept.title]);
      const theirs = await copy(cast['other-therapist'], kept.id, lindqvist.id);
      expect(theirs).toMatchObject({ title: kept.title, fromTemplateId: kept.id, content: kept.content });
      expect(await titles(cast.outsider, '&shelf=practice')).toEqual([]);
      const { rows } = await owner.query<{ action: string }>(
        `select action from audit where action like 'templates.%' order by at desc limit 1`,
      );
      expect(rows).toEqual([{ action: 'templates.keep' }]);
    });

    it('keeps what is one’s own from everybody else', async () => {
      const { id } = await keep(cast.therapist, { shelf: 'own', title: 'Only for me' });
      expect(await titles(cast.therapist, '&shelf=own')).toContain('Only for me');
      for (const who of ['other-therapist', 'supervisor', 'admin', 'outsider'] as const) {
        expect(await titles(cast[who], '&q=only%20for%20me')).not.toContain('Only for me');
        expect((await refusal(cast[who].get(`/api/templates/${id}`))).status).toBe(404);
      }
      expect((await refusal(cast['other-therapist'].post(`/api/templates/${id}/copy`, {}))).status).toBe(404);
      const asStart = { kind: 'worksheet', title: 'T', fromTemplateId: id };
      expect((await refusal(cast['other-therapist'].post('/api/documents', asStart))).status).toBe(422);
    });

    it('leaves days out, for they are nobody else’s', async () => {
      const plan = await done(
        cast.therapist.post<Document>('/api/documents', {
          kind: 'support-plan',
          title: 'Week',
          fromTemplateId: 'hard-week',
        }),
      );
      await done(
        cast.therapist.put(
          `/api/support-plans/${plan.id}/draft`,
          { title: 'Week', content: { ...plan.content, reviewOn: '2027-01-01' } },
          { 'if-match': '"1"' },
        ),
      );
      expect((await keep(cast.therapist, { documentId: plan.id })).content).toMatchObject({ reviewOn: null });
    });

    it('asks to take the names of people out, and believes that a name is only a word', async () => {
      const named = await begun(cast.therapist, 'Rosa calls at eight.');
      const said = { ...SAID, documentId: named.id };
      expect(await refusal(cast.therapist.post('/api/templates', said))).toMatchObject({
        status: 409,
        code: 'names-people',
        errors: [{ message: 'Rosa' }],
      });
      await done(cast.therapist.post('/api/templates', { ...said, namesNobody: true }));
    });

    it('is for therapists, from documents that are theirs', async () => {
      const { id } = await begun(cast.therapist);
      const tried = (who: ApiClient): Promise<{ status: number }> =>
        refusal(who.post('/api/templates', { ...SAID, documentId: id }));
      expect((await tried(cast['other-therapist'])).status).toBe(404);
      for (const who of ['supervisor', 'admin', 'mother'] as const)
        expect((await tried(cast[who])).status).toBe(403);
    });

    it('lets its keeper say something else, over what they read', async () => {
      const { id } = await keep(cast.therapist);
      await owner.query(`update template set last_checked_on = '2020-01-01' where id = $1`, [id]);
      const other = { ...SAID, title: 'Another title', shelf: 'own' };
      const put = (who: ApiClient, revision: number): ReturnType<typeof refusal> =>
        refusal(who.put(`/api/templates/${id}`, other, { 'if-match': `"${revision}"` }));
      expect((await put(cast['other-therapist'], 1)).status).toBe(403);
      const changed = await done(
        cast.therapist.put<Template>(`/api/templates/${id}`, other, { 'if-match': '"1"' }),
      );
      expect(changed).toMatchObject({ title: 'Another title', shelf: 'own', revision: 2 });
      expect(changed.lastCheckedOn > '2026-01-01').toBe(true);
      expect(await put(cast.therapist, 1)).toMatchObject({ status: 412, current: { revision: 2 } });
      expect((await refusal(cast.therapist.put(`/api/templates/${id}`, other))).status).toBe(428);
      expect((await put(cast['other-therapist'], 2)).status).toBe(404);
    });

    it('is taken back by whoever keeps it, or by an admin; what was begun from it stays', async () => {
      const mine = await keep(cast.therapist, { title: 'Soon gone' });
      const document = await copy(cast['other-therapist'], mine.id, lindqvist.id);
      const takeBack = async (who: ApiClient, id: string): Promise<number> =>
        (await who.post(`/api/templates/${id}/take-back`)).status;
      expect(await takeBack(cast['other-therapist'], mine.id)).toBe(403);
      expect(await takeBack(cast.therapist, mine.id)).toBe(204);
      expect(await takeBack(cast.therapist, mine.id)).toBe(404);
      expect(await titles(cast.therapist, '&q=soon%20gone')).not.toContain('Soon gone');
      expect((await refusal(cast.therapist.post(`/api/templates/${mine.id}/copy`, {}))).status).toBe(404);
      expect((await cast['other-therapist'].get(`/api/documents/${document.id}`)).status).toBe(200);
      const another = await keep(cast.therapist);
      expect(await takeBack(cast.admin, another.id)).toBe(204);
      const own = await keep(cast.therapist, { shelf: 'own' });
      expect(await takeBack(cast.admin, own.id)).toBe(404);
      expect(await takeBack(cast.therapist, 'hard-week')).toBe(404);
    });
  });

  describe('what nobody may use any more', () => {
    const preview = (id: DocumentId): Promise<SharePreview> =>
      done(cast['other-therapist'].post<SharePreview>(`/api/documents/${id}/shares/preview`, {}));
    const give = (id: DocumentId): Promise<{ status: number; because?: string; code?: string }> =>
      refusal(
        cast['other-therapist'].post<Share>(`/api/documents/${id}/shares`, {
          memberIds: [memberIn(lindqvist, 'client')],
        }),
      );
    const madeFrom = async (said: Partial<NewTemplate>): Promise<{ template: Template; id: DocumentId }> => {
      const template = await keep(cast['other-therapist'], said, lindqvist.id);
      return { template, id: (await copy(cast['other-therapist'], template.id, lindqvist.id)).id };
    };

    it('is not shared when nobody knows by what right, and the preview says so', async () => {
      const { template, id } = await madeFrom({ licence: 'unknown' });
      expect(template.sharing).toBe('licence-unknown');
      expect(await preview(id)).toMatchObject({ heldBecause: 'licence-unknown', may: { share: false } });
      expect(await give(id)).toMatchObject({
        status: 409,
        code: 'not-licensed',
        because: 'licence-unknown',
      });
    });

    it('is not shared after the last day of a permission, nor is a copy of it; renewing opens it again', async () => {
      const { template, id } = await madeFrom({ licence: 'permission', licenceUntilOn: '2026-01-31' });
      const second = await done(
        cast['other-therapist'].post<Document>('/api/documents', {
          kind: 'worksheet',
          title: 'A copy',
          familyId: lindqvist.id,
          fromDocumentId: id,
        }),
      );
      for (const document of [id, second.id]) {
        expect(await preview(document)).toMatchObject({ heldBecause: 'licence-ended' });
        expect(await give(document)).toMatchObject({ status: 409, because: 'licence-ended' });
      }
      const renewed = { ...SAID, licence: 'permission', licenceUntilOn: '2999-01-01' };
      await done(
        cast['other-therapist'].put(`/api/templates/${template.id}`, renewed, { 'if-match': '"1"' }),
      );
      expect(await preview(id)).toMatchObject({ heldBecause: null });
      expect((await give(id)).status).toBe(201);
    });

    it('holds for what was begun before it was taken back, and from a colleague’s own', async () => {
      const { template, id } = await madeFrom({ licence: 'unknown', shelf: 'own' });
      await done(cast['other-therapist'].post(`/api/templates/${template.id}/take-back`));
      await owner.query(
        `insert into caseload (practice_id, family_id, therapist_id, leads)
         select practice_id, $1, person_id, false from demo_persona where persona = 'therapist'`,
        [lindqvist.id],
      );
      expect((await refusal(cast.therapist.get(`/api/templates/${template.id}`))).status).toBe(404);
      const seen = await done(cast.therapist.post<SharePreview>(`/api/documents/${id}/shares/preview`, {}));
      expect(seen.heldBecause).toBe('licence-unknown');
    });
  });
});
