import type { ApiClient } from '@common-ground/testing';
import type { FamilySession, FamilySessionId, PrivateNote } from '@common-ground/contract';
import { done, refusal } from './acts';
import { demoPractice } from './demo-practice';

const WRITTEN = { preparation: 'Begin with what went well.', notes: 'I noticed how quiet it became.' };

describe('what a therapist writes about an hour for themselves', () => {
  const { cast, torres, owner } = demoPractice();
  let id: FamilySessionId;

  beforeEach(async () => {
    const body = { format: 'family-session', startsOn: '2047-02-02', startTime: '16:00' };
    ({ id } = await done(cast.therapist.post<FamilySession>(`/api/families/${torres.id}/sessions`, body)));
  });

  const path = (): string => `/api/sessions/${id}/note`;
  const read = (who: ApiClient = cast.therapist) => who.get<PrivateNote>(path());
  const write = (revision: number, note: object = WRITTEN, who: ApiClient = cast.therapist) =>
    who.put<PrivateNote>(path(), note, { 'if-match': `"${revision}"` });

  it('is there for its author as it was written last, and a save that comes again is one', async () => {
    expect(await done(read())).toEqual({ preparation: '', notes: '', revision: 0, savedAt: null });
    expect(await done(write(0))).toMatchObject({ ...WRITTEN, revision: 1 });
    expect(await done(write(0))).toMatchObject({ ...WRITTEN, revision: 1 });
    expect(await refusal(write(0, { ...WRITTEN, notes: 'Otherwise.' }))).toMatchObject({
      ...{ status: 412, code: 'revision-stale' },
      current: WRITTEN,
    });
    expect(await done(write(1, { ...WRITTEN, notes: 'Otherwise.' }))).toMatchObject({ revision: 2 });
    expect(await done(read())).toMatchObject({ notes: 'Otherwise.' });
  });

  it('is nobody else’s: a colleague who leads the family too reads a note of their own, which is empty', async () => {
    await done(write(0));
    for (const who of ['client', 'mother', 'supervisor', 'admin', 'other-therapist', 'outsider'] as const) {
      expect([who, (await read(cast[who])).status]).toEqual([who, 404]);
      expect([who, (await write(0, WRITTEN, cast[who])).status]).toEqual([who, 404]);
    }
    await owner.query(
      `insert into caseload (practice_id, family_id, therapist_id, leads)
       select f.practice_id, f.id, p.person_id, false from family f, demo_persona p
       where f.id = $1 and p.persona = 'other-therapist'`,
      [torres.id],
    );
    const colleague = cast['other-therapist'];
    expect(await done(read(colleague))).toMatchObject({ preparation: '', notes: '', revision: 0 });
    expect(await done(write(0, { preparation: '', notes: 'Mine.' }, colleague))).toMatchObject({
      revision: 1,
    });
    expect(await done(read())).toMatchObject(WRITTEN);
    expect(await done(read(colleague))).toMatchObject({ notes: 'Mine.' });
  });

  it('stands in no answer about the hour, and in no record', async () => {
    await done(write(0));
    await done(cast.therapist.post(`/api/sessions/${id}/run`));
    for (const at of ['', '/run', '/run/pad', '/pages', '/actions', '/asked', '/calendar.ics'])
      expect((await cast.therapist.get(`/api/sessions/${id}${at}`)).text).not.toContain('quiet');
    expect((await cast.therapist.get('/api/me/export')).text).not.toContain('quiet');
    const { rows } = await owner.query<{ row: string }>(`select to_jsonb(a)::text as row from audit a`);
    expect(JSON.stringify(rows)).not.toContain('quiet');
  });
});
