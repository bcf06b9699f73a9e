import { asStranger, codeOf, startApi, type RunningApi } from '@common-ground/testing';

const PASSWORD = 'paper boats on the lake';
const PIN = '246810';

describe('signing in', () => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  it('lets a therapist in by e-mail and code, however the address is typed', async () => {
    const elena = asStranger(api);
    const entered = await elena.post('/api/sign-in', { email: 'ELENA@Lakeside.example', password: PASSWORD });
    expect(entered.status).toBe(200);
    expect(entered.body).toEqual({ next: 'second-factor', ways: ['authenticator'] });
    expect((await elena.get('/api/me')).status).toBe(401);
    expect((await elena.post('/api/sign-in/second-factor', { code: codeOf() })).status).toBe(204);
    expect((await elena.get<{ roles: string[] }>('/api/me')).body.roles).toEqual(['therapist']);
  });

  it('lets a brother without e-mail in by code and PIN', async () => {
    const leo = asStranger(api);
    expect((await leo.post('/api/sign-in/code', { code: 'leo 2468', pin: PIN })).status).toBe(204);
    expect((await leo.get<{ roles: string[] }>('/api/me')).body.roles).toEqual(['member']);
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const wrong = await asStranger(api).post('/api/sign-in', {
      email: 'elena@lakeside.example',
      password: 'no',
    });
    const unknown = await asStranger(api).post('/api/sign-in', {
      email: 'nobody@lakeside.example',
      password: 'no',
    });
    expect(wrong.status).toBe(401);
    expect(unknown.text).toBe(wrong.text);
    expect(wrong.headers.get('set-cookie')).toBeNull();
  });

  it('makes even the right PIN wait after ten wrong ones', async () => {
    const guesser = asStranger(api);
    const guess = (pin: string): Promise<{ status: number }> =>
      guesser.post('/api/sign-in/code', { code: 'ROSA-2468', pin });
    for (let attempt = 0; attempt < 10; attempt += 1) expect((await guess('111111')).status).toBe(401);
    expect((await guess(PIN)).status).toBe(401);
  });

  it('counts a hundred guesses sent at once as a hundred guesses', async () => {
    const guesses = Array.from({ length: 60 }, (_, index) => (index === 59 ? PIN : String(100_000 + index)));
    const answers = await Promise.all(
      guesses.map((pin) => asStranger(api).post('/api/sign-in/code', { code: 'MAYA-2468', pin })),
    );
    expect(answers.map((answer) => answer.status)).not.toContain(204);
  });

  it('ends the session when somebody signs out', async () => {
    const david = asStranger(api);
    await david.post('/api/sign-in/code', { code: 'DAVID-2468', pin: PIN });
    const again = asStranger(api);
    await again.post('/api/sign-in/code', { code: 'DAVID-2468', pin: PIN });
    expect((await david.post('/api/sign-out')).status).toBe(204);
    expect((await david.get('/api/me')).status).toBe(401);
    expect((await again.get('/api/me')).status).toBe(200);
  });
});
