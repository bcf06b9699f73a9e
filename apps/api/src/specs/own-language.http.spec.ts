import type { Me, Member, Page } from '@common-ground/contract';
import { startApi, type RunningApi } from '@common-ground/testing';
import { Client } from 'pg';
import { done, everybody, familyNamed, memberIn, refusal, type Cast } from './acts';

describe('one’s own language', () => {
  let api: RunningApi;
  let cast: Cast;

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
  });
  afterAll(() => api.stop());

  const languageOf = async (who: keyof Cast): Promise<string> =>
    (await done(cast[who].get<Me>('/api/me'))).person.language;

  it('is chosen by oneself, for oneself, and stands where mail is written from', async () => {
    const before = { father: await languageOf('father'), therapist: await languageOf('therapist') };
    expect(await languageOf('mother')).toBe('en');
    expect((await cast.mother.put('/api/me/language', { language: 'es' })).status).toBe(204);
    expect(await languageOf('mother')).toBe('es');
    expect({ father: await languageOf('father'), therapist: await languageOf('therapist') }).toEqual(before);
    const torres = await familyNamed(cast.therapist, 'Torres family');
    const { items } = await done(
      cast.therapist.get<Page<Member>>(`/api/families/${torres.id}/members?limit=100`),
    );
    expect(items.find(({ id }) => id === memberIn(torres, 'mother'))?.details?.language).toBe('es');

    const owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    await done(cast.mother.put('/api/me/language', { language: 'es' }));
    const { rowCount } = await owner.query(`select from audit where action = 'own-language.choose'`);
    await owner.end();
    // Saying the same once more is nothing that happened.
    expect(rowCount).toBe(1);
  });

  it.each([[{ language: 'de' }], [{}], [{ language: null }]])('is none of %j', async (body) => {
    expect(await refusal(cast.mother.put('/api/me/language', body))).toMatchObject({
      status: 422,
      errors: [{ path: 'language' }],
    });
  });
});
