import { randomInt } from 'node:crypto';
import type { Member, NewInvitation } from '@common-ground/contract';
import { asStranger, startApi, type RunningApi } from '@common-ground/testing';
import { Client } from 'pg';
import { done, everybody, familyNamed } from './acts';

const LETTERS = 'CDFGHJKMNPQRTWXY34679';
const GUESSES = 10_000;
const AT_ONCE = 50;

describe('guessing codes of invitations', () => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  it('ten thousand times opens nothing, is slowed down, and ends nobody’s invitation', async () => {
    const { therapist } = await everybody(api);
    const { id } = await familyNamed(therapist, 'Torres family');
    const body = { displayName: 'Ann', relation: 'friend' };
    const ann = await done(therapist.post<Member>(`/api/families/${id}/members`, body));
    const { code } = await done(
      therapist.post<NewInvitation>(`/api/families/${id}/members/${ann.id}/invitation`),
    );
    const guesser = asStranger(api);
    const statuses = new Map<number, number>();
    const guess = async (): Promise<void> => {
      const tried = Array.from({ length: 9 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
      const { status } = await guesser.post('/api/invitations/redeem', { code: tried, pin: '480216' });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    };
    for (let sent = 0; sent < GUESSES; sent += AT_ONCE)
      await Promise.all(Array.from({ length: AT_ONCE }, guess));
    expect(Object.fromEntries(statuses)).toEqual({ 410: 100, 429: GUESSES - 100 });

    // Ten minutes later.
    const owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    await owner.query(`update invitation_try set since = since - interval '11 minutes'`);
    await owner.end();
    expect((await guesser.post('/api/invitations/redeem', { code, pin: '480216' })).status).toBe(200);
  });
});
