import { blocksOf } from '@common-ground/rules/content';
import type {
  AccessLogEntry,
  BreakGlass,
  GlassDocument,
  GlassView,
  Page,
  RecordsOverview,
} from '@common-ground/contract';
import { signedInStaff } from '@common-ground/testing';
import { Client } from 'pg';
import { approved, done, idOf, memberIn, refusal, share, write, type Cast } from './acts';
import { demoPractice } from './demo-practice';

const REASON = 'Maya called the front desk and nobody who leads her family can be reached.';

describe('an emergency', () => {
  const { api, cast, torres, owner } = demoPractice();
  let documents: { before: string; after: string; draft: string };
  let glass: BreakGlass;

  beforeAll(async () => {
    const before = await approved(cast, torres.id, 'Shared before');
    await share(cast.therapist, before.id, [memberIn(torres, 'mother')]);
    const draft = await write(cast.therapist, torres.id, 'Never shared');
    glass = await done(
      cast['other-therapist'].post<BreakGlass>('/api/break-glass', {
        clientName: ' maya torres ',
        reason: REASON,
      }),
    );
    const after = await approved(cast, torres.id, 'Shared after');
    await share(cast.therapist, after.id, [memberIn(torres, 'mother')]);
    documents = { before: before.id, after: after.id, draft: draft.id };
  });

  const view = (who: keyof Cast): Promise<{ status: number; body: GlassView }> =>
    cast[who].get<GlassView>(`/api/break-glass/${glass.id}`);

  it('opens the family as it stood: members with contacts, consents, what was shared; nothing later, no draft', async () => {
    const { body } = await view('other-therapist');
    expect(body.family?.name).toBe('Torres family');
    expect(body.members.map(({ relation }) => relation)).toEqual(
      expect.arrayContaining(['client', 'mother', 'father']),
    );
    expect(body.consents.length).toBeGreaterThan(0);
    const titles = body.documents.map(({ title }) => title);
    expect(titles).toContain('Shared before');
    expect(titles).not.toContain('Shared after');
    expect(titles).not.toContain('Never shared');
    const read = (id: string): Promise<{ status: number; body: GlassDocument }> =>
      cast['other-therapist'].get<GlassDocument>(`/api/break-glass/${glass.id}/documents/${id}`);
    expect(blocksOf((await read(documents.before)).body.content).length).toBeGreaterThan(0);
    for (const id of [documents.after, documents.draft]) expect((await read(id)).status).toBe(404);
  });

  it('tells those who may not read through it nothing of a document, not even whether there is one', async () => {
    const made = '00000000-0000-7000-8000-000000000000';
    for (const who of ['admin', 'supervisor', 'therapist', 'mother', 'outsider'] as const) {
      const answers = await Promise.all(
        [documents.before, documents.draft, made].map((id) =>
          cast[who].get(`/api/break-glass/${glass.id}/documents/${id}`),
        ),
      );
      expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    }
  });

  it('opens nothing on any other way', async () => {
    for (const path of [
      `/api/families/${torres.id}`,
      `/api/families/${torres.id}/members`,
      `/api/families/${torres.id}/responses`,
      `/api/documents/${documents.before}`,
      `/api/families/${torres.id}/disclosures`,
    ]) {
      expect([path, (await cast['other-therapist'].get(path)).status]).toEqual([path, 404]);
    }
    const seen = await asRows('other-therapist', 'answer', 'document_draft', 'task', 'feedback', 'review');
    const without = await owner.query<{ count: number }>(
      `select count(*)::int as count from answer where family_id = $1`,
      [torres.id],
    );
    expect(without.rows[0]?.count).toBeGreaterThan(0);
    expect(seen).toEqual([0, 0, 0, 0, 0]);
  });

  it('is opened in the rows for nobody else, and not for an hour longer', async () => {
    expect(await asRows('other-therapist', 'member', 'consent')).toEqual([
      expect.any(Number),
      expect.any(Number),
    ]);
    expect((await asRows('other-therapist', 'member'))[0]).toBeGreaterThan(0);
    expect(await asRows('outsider', 'member')).toEqual([0]);
    await owner.query('begin');
    await owner.query(`update break_glass set ends_at = now() - interval '1 second' where id = $1`, [
      glass.id,
    ]);
    await owner.query('commit');
    expect(await asRows('other-therapist', 'member', 'consent')).toEqual([0, 0]);
    expect((await view('other-therapist')).status).toBe(403);
    await owner.query(`update break_glass set ends_at = now() + interval '30 minutes' where id = $1`, [
      glass.id,
    ]);
  });

  it('is seen by the therapist who leads the family, with the reason; the admin sees that it happened', async () => {
    const of = async (who: keyof Cast): Promise<BreakGlass | undefined> =>
      (await done(cast[who].get<Page<BreakGlass>>('/api/break-glass'))).items.find(
        ({ id }) => id === glass.id,
      );
    expect(await of('therapist')).toMatchObject({
      reason: REASON,
      family: { name: 'Torres family' },
      may: { read: false },
    });
    expect(await of('supervisor')).toMatchObject({ reason: REASON, may: { read: false, review: true } });
    expect(await of('admin')).toMatchObject({
      reason: null,
      family: null,
      may: { read: false, review: true },
    });
    for (const who of ['client', 'mother', 'outsider'] as const) expect(await of(who)).toBeUndefined();
    for (const who of ['therapist', 'supervisor', 'admin'] as const)
      expect((await view(who)).status).toBe(403);
    for (const who of ['client', 'mother', 'outsider'] as const) expect((await view(who)).status).toBe(404);
    const log = await done(cast.client.get<Page<AccessLogEntry>>('/api/me/access-log'));
    expect(log.items[0]).toMatchObject({ relation: 'other-therapist', subject: 'emergency' });
    expect(JSON.stringify(log)).not.toContain('front desk');
  });

  it('answers a name nobody has, one’s own client and a client of another practice alike, and writes it down', async () => {
    const ask = (who: keyof Cast, clientName: string) =>
      cast[who].post('/api/break-glass', { clientName, reason: REASON });
    const nobody = await ask('other-therapist', 'Nobody At All');
    const own = await ask('therapist', 'Maya Torres');
    const elsewhere = await ask('outsider', 'Maya Torres');
    const part = await ask('other-therapist', 'Maya');
    for (const answer of [nobody, own, elsewhere, part]) {
      expect([answer.status, answer.text]).toEqual([404, nobody.text]);
    }
    const { rows } = await owner.query(`select from audit where because = 'no-such-client'`);
    expect(rows.length).toBe(4);
  });

  it('needs a reason that says something, and somebody who may have one', async () => {
    const ask = (who: keyof Cast, reason: string) =>
      refusal(cast[who].post('/api/break-glass', { clientName: 'Maya Torres', reason }));
    expect(await ask('other-therapist', 'Too short.')).toMatchObject({ status: 422 });
    expect(await ask('other-therapist', ' '.repeat(40))).toMatchObject({ status: 422 });
    for (const who of ['admin', 'client', 'mother'] as const) {
      expect(await ask(who, REASON)).toMatchObject({ status: 403 });
    }
  });

  it('is judged once, by a second person, and stands on top while nobody has', async () => {
    const waiting = async (): Promise<number> =>
      (await done(cast.admin.get<RecordsOverview>('/api/records'))).glassWaiting;
    expect(await waiting()).toBe(1);
    await owner.query(`update break_glass set opened_at = now() - interval '25 hours' where id = $1`, [
      glass.id,
    ]);
    const [overdue] = (await done(cast.admin.get<Page<BreakGlass>>('/api/break-glass'))).items;
    expect(overdue).toMatchObject({ isOverdue: true });
    const judge = (who: keyof Cast) =>
      cast[who].post<BreakGlass>(`/api/break-glass/${glass.id}/review`, { verdict: 'in-order' });
    expect((await judge('other-therapist')).status).toBe(403);
    expect((await judge('therapist')).status).toBe(403);
    const both = await Promise.all([judge('supervisor'), judge('admin')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await waiting()).toBe(0);
    expect((await cast.therapist.get('/api/records')).status).toBe(403);
  });

  it('asks whoever opens it once more who they are', async () => {
    const jonas = await signedInStaff(api, 'jonas');
    await owner.query(`update signed_in set proven_at = proven_at - interval '6 minutes'`);
    const asked = jonas.post('/api/break-glass', { clientName: 'Maya Torres', reason: REASON });
    expect(await refusal(asked)).toMatchObject({ status: 403, code: 'step-up-needed' });
    const { rows } = await owner.query('select from break_glass');
    expect(rows.length).toBe(1);
  });

  it('lasts an hour, and is never made longer', async () => {
    const { openedAt, endsAt } = glass;
    expect(Date.parse(endsAt) - Date.parse(openedAt)).toBe(60 * 60_000);
  });

  it('is ended by whoever opened it and by nobody else, and is over at once', async () => {
    const again = await done(
      cast['other-therapist'].post<BreakGlass>('/api/break-glass', {
        clientName: 'Maya Torres',
        reason: REASON,
      }),
    );
    expect(again.may).toMatchObject({ read: true, end: true });
    const end = (who: keyof Cast) => cast[who].post<BreakGlass>(`/api/break-glass/${again.id}/end`);
    for (const who of ['therapist', 'supervisor', 'admin'] as const)
      expect((await end(who)).status).toBe(403);
    for (const who of ['client', 'mother', 'outsider'] as const) expect((await end(who)).status).toBe(404);
    expect(await done(end('other-therapist'))).toMatchObject({
      isOpen: false,
      may: { read: false, end: false },
    });
    expect((await end('other-therapist')).status).toBe(403);
    expect((await cast['other-therapist'].get(`/api/break-glass/${again.id}`)).status).toBe(403);
    const { rows } = await owner.query(
      `select from audit where action = 'break-glass.end' and actor_relation = 'other-therapist'`,
    );
    expect(rows.length).toBe(1);
  });

  /** How many rows of each table row-level security alone shows of the Torres family. */
  async function asRows(who: keyof Cast, ...tables: readonly string[]): Promise<number[]> {
    const app = new Client({ connectionString: api.database.appUrl });
    await app.connect();
    const { rows } = await owner.query<{ practice: string }>(
      'select practice_id as practice from demo_persona where persona = $1',
      [who],
    );
    try {
      await app.query('begin');
      await app.query(
        `select set_config('app.person_id', $1, true), set_config('app.practice_id', $2, true)`,
        [await idOf(cast[who]), rows[0]?.practice],
      );
      const counts: number[] = [];
      for (const table of tables) {
        const seen = await app.query<{ count: number }>(
          `select count(*)::int as count from ${table} where family_id = $1`,
          [torres.id],
        );
        counts.push(seen.rows[0]?.count ?? -1);
      }
      return counts;
    } finally {
      await app.end();
    }
  }
});
