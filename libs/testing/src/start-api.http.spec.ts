import { asStranger } from './api/sign-in-as';
import { type RunningApi, startApi } from './api/start-api';

describe('the API a spec talks to', () => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi();
  });

  afterAll(() => api.stop());

  it('is alive on a database of its own', async () => {
    const { status } = await asStranger(api).get('/health/live');
    expect(status).toBe(200);
  });
});
