import { LIMITS, type Document, type FamilyId, type Page, type Task } from '@common-ground/contract';
import { asStranger, startApi, type Answer as Reply, type RunningApi } from '@common-ground/testing';
import {
  approved,
  done,
  everybody,
  familyNamed,
  idOf,
  memberIn,
  putAnswer,
  putDraft,
  refusal,
  save,
  share,
  sheet,
  taskTitled,
  write,
  type Cast,
  type People,
} from './acts';

const JSON_TYPE = { 'content-type': 'application/json' };
const SCRIPT = `"><script>alert(1)</script>{{7*7}}\${7*7}'; drop table answer; --`;

describe('whatever is typed or sent', () => {
  let api: RunningApi;
  let cast: Cast;
  let torres: People;
  let familyId: FamilyId;

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    torres = await familyNamed(cast.therapist, 'Torres family');
    familyId = torres.id;
  });
  afterAll(() => api.stop());
  /** The log of a server that never once failed unexpectedly. */
  afterEach(() => {
    expect(api.log().match(/.*"status":5\d\d.*/gu)).toBeNull();
  });

  const family = (body: string, headers: Record<string, string> = JSON_TYPE): Promise<Reply<unknown>> =>
    cast.therapist.raw('POST', '/api/families', body, headers);
  const given = async (title: string): Promise<string> => {
    const { id } = await approved(cast, familyId, title);
    await share(cast.therapist, id, [memberIn(torres, 'mother')]);
    return taskTitled(cast.mother, title);
  };

  it.each([
    '0',
    '-1',
    'undefined',
    'null',
    'NaN',
    '[]',
    '%00',
    '%2e%2e',
    '..%2f..',
    "1'--",
    '%F0%9F%92%A9',
    'a'.repeat(250),
    '00000000-0000-0000-0000-000000000000',
    '00000000-0000-7000-8000-000000000000%00',
    '{00000000-0000-7000-8000-000000000000}',
  ])('an id like %j names nothing, wherever it stands', async (id) => {
    const paths = ['documents', 'families', 'homework', 'reviews', 'templates'].map(
      (sort) => `/api/${sort}/${id}`,
    );
    for (const path of [...paths, `/api/documents/${id}/pdf`, `/api/families/${id}/responses`]) {
      expect([path, (await cast.therapist.get(path)).status]).toEqual([path, 404]);
    }
    const posts: [string, object | undefined][] = [
      [`/api/shares/${id}/revoke`, undefined],
      [`/api/answers/${id}/feedback`, { text: 'x' }],
      [`/api/documents/${id}/submit`, { supervisorId: await idOf(cast.supervisor) }],
    ];
    for (const [path, body] of posts) {
      expect([path, (await cast.therapist.post(path, body)).status]).toEqual([path, 404]);
    }
    expect((await cast.therapist.get(`/api/documents?familyId=${id}`)).status).toBeLessThan(500);
  });

  it.each([
    ['NUL', 'a\u0000b', 'ab'],
    ['half a letter', 'a\ud83d b', 'a\ufffd b'],
    ['the other half', 'a\udca9 b', 'a\ufffd b'],
    ['a whole emoji', 'a\ud83d\udca9b', 'a\ud83d\udca9b'],
    ['right-to-left override', 'a\u202eb\u2066c', 'a\u202eb\u2066c'],
    ['nothing visible', 'a\u200b\ufeffb', 'a\u200b\ufeffb'],
    ['a thousand accents', `a${'\u0301'.repeat(1000)}`, `a${'\u0301'.repeat(1000)}`],
    ['a program', SCRIPT, SCRIPT],
    ['a format', '%s %n %d \\u0000 \\', '%s %n %d \\u0000 \\'],
  ])('%s in an answer and in a draft is saved, read back and never sticks', async (what, typed, kept) => {
    const task = (await given(`Odd: ${what}`)) as Task['id'];
    const saved = await putAnswer(cast.mother, task, 'told', 0, typed);
    expect(saved).toMatchObject({ status: 200, body: { value: kept } });
    const again = await putAnswer(cast.mother, task, 'told', 1, `${typed}!`);
    expect(again).toMatchObject({ status: 200, body: { value: `${kept}!`, revision: 2 } });
    expect((await done(cast.mother.get<Task>(`/api/homework/${task}`))).answers[0]?.value).toBe(`${kept}!`);
    expect((await cast.mother.get(`/api/homework/${task}/pdf`)).status).toBe(200);

    const { id, revision } = await write(cast.therapist, familyId, 'Odd draft', sheet(typed));
    const read = await done(cast.therapist.get<Document>(`/api/documents/${id}`));
    expect(read.content).toEqual(sheet(kept));
    await save(cast.therapist, id, revision, `${typed.slice(0, 100)}.`, sheet(`${typed}!`));
    expect((await cast.therapist.get(`/api/documents/${id}/pdf`)).status).toBe(200);
  });

  it('script stays text: answers are JSON and nothing guesses otherwise', async () => {
    const { id } = await write(cast.therapist, familyId, 'Script', sheet(SCRIPT));
    const { headers, text } = await cast.therapist.get(`/api/documents/${id}`);
    expect(headers.get('content-type')).toMatch(/^application\/json/u);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(text).toContain('<script>');
  });

  const deep = (levels: number): string => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);
  it.each<[string, string, number]>([
    ['no JSON', '{', 400],
    ['two of them', '{}{}', 400],
    ['a number too many', '{"name": 1e999999}', 422],
    ['a list', '[]', 422],
    ['a text', '"name"', 422],
    ['nothing', 'null', 422],
    ['an empty body', '', 422],
    ['fifty levels', deep(50), 400],
    ['fifty thousand levels', deep(50_000), 400],
    ['a prototype', '{"name":"x","client":{"displayName":"x"},"__proto__":{"admin":true}}', 400],
    ['a prototype further in', '{"name":"x","client":{"displayName":"x","__proto__":{"a":1}}}', 400],
    ['a constructor', '{"name":"x","client":{"displayName":"x"},"constructor":{"prototype":{"a":1}}}', 400],
    ['a list for a thing', '{"name":"x","client":[]}', 422],
    ['a thing for a text', '{"name":{"a":"x"},"client":{"displayName":"x"}}', 422],
    ['a thing that says how it is spelled', '{"name":{"toString":"x"},"client":{"displayName":"x"}}', 400],
    ['a list for a text', '{"name":["x"],"client":{"displayName":"x"}}', 422],
    ['too much of it', JSON.stringify({ name: 'x'.repeat(LIMITS.body) }), 413],
    ['blanks for a name', '{"name":"   ","client":{"displayName":"x"}}', 422],
  ])('a body that is %s is refused', async (_what, body, status) => {
    const reply = await family(body);
    expect(reply.status).toBe(status);
    expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/u);
    expect(Object.prototype).not.toHaveProperty('admin');
  });

  it.each([
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json-patch+json',
  ])('a body of type %s is refused', async (type) => {
    const reply = await family('{"name":"x","client":{"displayName":"x"}}', { 'content-type': type });
    expect(reply).toMatchObject({ status: 415, body: { code: 'wrong-content-type' } });
  });

  it('fields nobody asked for are refused by name, however deep, and set nothing', async () => {
    const extra = {
      name: 'x',
      client: { displayName: 'x', role: 'admin' },
      id: familyId,
      practiceId: familyId,
    };
    const refused = await refusal(cast.therapist.post('/api/families', extra));
    expect(refused).toMatchObject({ status: 422, code: 'invalid' });
    expect(refused.errors?.map(({ path }) => path).sort()).toEqual(['client.role', 'id', 'practiceId']);

    const { id, revision } = await write(cast.therapist, familyId, 'Assigned', sheet());
    for (const more of [{ state: 'approved' }, { authorId: id }, { revision: 99 }]) {
      const body = { title: 'T', content: sheet(), ...more };
      const reply = cast.therapist.put(`/api/worksheets/${id}/draft`, body, { 'if-match': `"${revision}"` });
      expect(await refusal(reply)).toMatchObject({ status: 422, errors: [{ path: Object.keys(more)[0] }] });
    }
    const blocks = [{ ...sheet().blocks[1], onclick: 'x' }];
    const nested = putDraft(cast.therapist, id, `"${revision}"`, 'T', { ...sheet(), blocks });
    expect(await refusal(nested)).toMatchObject({
      status: 422,
      errors: [{ path: 'content.blocks.0.onclick' }],
    });
  });

  it('a draft whose content is no content is refused', async () => {
    const { id } = await write(cast.therapist, familyId, 'No content', sheet());
    for (const content of [[], [sheet()], 'text', 7, null, undefined, {}]) {
      const refused = await refusal(putDraft(cast.therapist, id, '"2"', 'T', content));
      expect([content, refused.status]).toEqual([content, 422]);
    }
  });

  it('blocks that are none are refused by path', async () => {
    const { id } = await write(cast.therapist, familyId, 'Shapes', sheet());
    const blocks: [unknown, string][] = [
      [{ kind: 'iframe', id: 'a' }, 'content.blocks.0.kind'],
      [{ kind: 'section', id: '../../x', title: 'x' }, 'content.blocks.0.id'],
      [{ kind: 'section', id: 'a', title: 7 }, 'content.blocks.0.title'],
      [{ kind: '__proto__', id: 'a' }, 'content.blocks.0.kind'],
      [null, 'content.blocks'],
      ['section', 'content.blocks'],
    ];
    for (const [block, path] of blocks) {
      const refused = await refusal(
        putDraft(cast.therapist, id, '"2"', 'T', { ...sheet(), blocks: [block] }),
      );
      expect(refused.status).toBe(422);
      expect(refused.errors?.[0]?.path).toMatch(new RegExp(`^${path.replaceAll('.', '\\.')}`, 'u'));
    }
    const many = Array.from({ length: LIMITS.blocks + 1 }, (_none, index) => ({
      kind: 'section',
      id: `b${index}`,
      title: '',
    }));
    expect(
      (await refusal(putDraft(cast.therapist, id, '"2"', 'T', { ...sheet(), blocks: many }))).status,
    ).toBe(422);
  });

  it('answers that do not fit are refused, and prompts that are none do not exist', async () => {
    const task = (await given('Fitting')) as Task['id'];
    for (const value of [{ a: 1 }, ['x'], true, 7, 'x'.repeat(LIMITS.answer + 1)]) {
      expect((await refusal(putAnswer(cast.mother, task, 'told', 0, value as string))).status).toBe(422);
    }
    for (const prompt of ['words', 'nothing', '__proto__', 'constructor', '%00', 'x'.repeat(200)]) {
      expect([prompt, (await refusal(putAnswer(cast.mother, task, prompt, 0, 'x'))).status]).toEqual([
        prompt,
        404,
      ]);
    }
    for (const tag of ['"-1"', '1', '"1e3"', '"99999999999"', '*', '"1", "2"', '""']) {
      const reply = cast.mother.put(
        `/api/homework/${task}/answers/told`,
        { value: 'x' },
        { 'if-match': tag },
      );
      expect([tag, (await refusal(reply)).status]).toEqual([tag, 422]);
    }
  });

  it('a place in a list cannot be made up, bent, or borrowed from somebody else or another list', async () => {
    const { next } = await done(cast.therapist.get<Page<unknown>>('/api/documents?limit=1'));
    const cursor = String(next);
    const [body = '', signature = ''] = cursor.split('.');
    const other = Buffer.from(`2030-01-01T00:00:00.000Z ${familyId}`).toString('base64url');
    expect((await cast.therapist.get(`/api/documents?limit=1&cursor=${cursor}`)).status).toBe(200);
    const bent = [
      '',
      'x',
      '.',
      body,
      `${body}.`,
      `${other}.${signature}`,
      `${body}.${signature.slice(1)}`,
      `${cursor}x`,
      'x'.repeat(600),
    ];
    for (const text of bent.filter((one) => one !== '')) {
      const path = `/api/documents?limit=1&cursor=${encodeURIComponent(text)}`;
      expect([text, (await cast.therapist.get(path)).status]).toEqual([text, 400]);
    }
    const elsewhere: [keyof Cast, string][] = [
      ['other-therapist', '/api/documents'],
      ['mother', '/api/documents'],
      ['therapist', `/api/documents?familyId=${familyId}`],
      ['therapist', '/api/reviews?state=waiting'],
      ['therapist', '/api/homework'],
    ];
    for (const [who, path] of elsewhere) {
      const { status, body: problem } = await cast[who].get(
        `${path}${path.includes('?') ? '&' : '?'}cursor=${cursor}`,
      );
      expect([who, path, status, problem]).toMatchObject([who, path, 400, { code: 'malformed-cursor' }]);
    }
  });

  it.each(['0', '-1', '101', '1.5', 'all', '1e2', '%00', '9'.repeat(400)])(
    'a page of %s entries is refused',
    async (limit) => {
      for (const list of ['documents', 'families', 'homework', 'reviews']) {
        const { status } = await cast.therapist.get(`/api/${list}?limit=${limit}`);
        expect([list, status]).toEqual([list, 422]);
      }
    },
  );

  it('a parameter said twice is no parameter', async () => {
    for (const query of [
      'limit=1&limit=2',
      'cursor=a&cursor=b',
      'familyId=a&familyId=b',
      'limit[]=1',
      'limit[a]=1',
    ]) {
      expect((await cast.therapist.get(`/api/documents?${query}`)).status).toBeLessThan(500);
    }
    expect((await cast.therapist.get('/api/reviews?state=waiting&state=decided')).status).toBe(422);
  });

  it('cookies and keys of any sort open nothing and break nothing', async () => {
    const stranger = asStranger(api);
    for (const cookie of [
      'x',
      '',
      'common-ground=',
      'common-ground=%00',
      `common-ground=${'x'.repeat(4000)}`,
      "common-ground=' or 1=1 --",
    ]) {
      expect([cookie, (await stranger.get('/api/me', { cookie })).status]).toEqual([cookie, 401]);
    }
    const task = (await given('Keyed')) as Task['id'];
    for (const key of ['x'.repeat(201), 'a b']) {
      expect((await refusal(putAnswer(cast.mother, task, 'told', 0, 'x', { key }))).status).toBe(422);
    }
  });
});
