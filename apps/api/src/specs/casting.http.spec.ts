import { randomUUID } from 'node:crypto';
import { startApi, type Persona, type RunningApi } from '@common-ground/testing';
import type {
  Concern,
  Document,
  FamilySummary,
  MemberId,
  Page,
  RolePlayScriptContent,
  ScriptRole,
  SharePreview,
  Task,
} from '@common-ground/contract';
import {
  decide,
  done,
  everybody,
  familyNamed,
  memberIn,
  refusal,
  share,
  submit,
  taskTitled,
  writeKind,
  type Cast,
  type People,
} from './acts';

const FATHERS_NAME = 'Qwfather';

describe('roles given to members of the family', () => {
  let api: RunningApi;
  let people: Cast;
  let torres: People;

  beforeAll(async () => {
    api = await startApi();
    people = await everybody(api);
    torres = await familyNamed(people.therapist, 'Torres family');
  });
  afterAll(() => api.stop());

  const script = (title: string): Promise<Document> =>
    writeKind(people.therapist, torres.id, title, 'asking-for-help', {});
  const withCast = (document: Document, cast: readonly Partial<ScriptRole>[]): RolePlayScriptContent => {
    const content = document.content as RolePlayScriptContent;
    return { ...content, roles: content.roles.map((role, index) => ({ ...role, ...cast[index] })) };
  };
  const put = (document: Document, cast: readonly Partial<ScriptRole>[]) =>
    people.therapist.put<Document>(
      `/api/role-play-scripts/${document.id}/draft`,
      { title: document.title, content: withCast(document, cast) },
      { 'if-match': `"${document.revision}"` },
    );
  const castFor = (...cast: MemberId[]): Partial<ScriptRole>[] =>
    cast.map((castTo) => ({ castTo, castAs: castTo === memberIn(torres, 'father') ? FATHERS_NAME : 'Mum' }));
  const concerns = async (id: string): Promise<string[]> =>
    (await done(people.therapist.get<Page<Concern>>(`/api/documents/${id}/concerns`))).items
      .map(({ code }) => code)
      .filter((code) => code.startsWith('cast-'));
  const block = async (...memberIds: MemberId[]): Promise<string> =>
    (
      await done(
        people.therapist.post<{ id: string }>(`/api/families/${torres.id}/blocks`, {
          memberIds,
          reason: 'A reason of theirs',
        }),
      )
    ).id;

  it('go to nobody of another family, and to nobody where there is no family', async () => {
    const { items } = await done(people['other-therapist'].get<Page<FamilySummary>>('/api/families'));
    const other = await familyNamed(people['other-therapist'], items[0]?.name ?? '');
    const document = await script('Cast');
    const strangers = [randomUUID() as MemberId, memberIn(other, 'client')];
    for (const castTo of strangers) {
      expect(await refusal(put(document, [{}, { castTo }]))).toMatchObject({
        status: 422,
        errors: [{ path: 'content.roles.1.castTo', code: 'not-a-member' }],
      });
    }
    expect(await refusal(put(document, [{ castTo: 'nobody' as MemberId }]))).toMatchObject({ status: 422 });
    const loose = await done(
      people.therapist.post<Document>('/api/documents', {
        kind: 'role-play-script',
        title: 'Loose',
        fromTemplateId: 'asking-for-help',
      }),
    );
    expect((await put(loose, castFor(memberIn(torres, 'mother')))).status).toBe(422);
    expect((await put(document, castFor(memberIn(torres, 'mother')))).status).toBe(200);
  });

  it('do not go along into a copy or onto the shelf', async () => {
    const document = await done(put(await script('To copy'), castFor(memberIn(torres, 'mother'))));
    const copy = await done(
      people.therapist.post<Document>('/api/documents', {
        kind: 'role-play-script',
        title: 'Copy',
        familyId: torres.id,
        fromDocumentId: document.id,
      }),
    );
    for (const role of (copy.content as RolePlayScriptContent).roles) {
      expect(role.castAs).toBe('');
      expect(role).not.toHaveProperty('castTo');
    }
  });

  it('stand in the way when the two who play do not meet', async () => {
    const pair = [memberIn(torres, 'mother'), memberIn(torres, 'father')] as const;
    const document = await done(put(await script('Apart'), castFor(...pair)));
    expect(await concerns(document.id)).toEqual([]);
    const id = await block(...pair);
    expect(await concerns(document.id)).toEqual(['cast-kept-apart']);
    await done(people.therapist.post(`/api/blocks/${id}/lift`));
    expect(await concerns(document.id)).toEqual([]);
  });

  it('name nobody to somebody who is kept apart from them, before a share and after it', async () => {
    const [mother, father] = [memberIn(torres, 'mother'), memberIn(torres, 'father')];
    const document = await done(put(await script('Two of us'), castFor(father)));
    await decide(
      people.supervisor,
      await submit(people.therapist, people.supervisor, document.id),
      'approve',
    );
    const preview = async (): Promise<Record<string, string>> =>
      Object.fromEntries(
        (
          await done(people.therapist.post<SharePreview>(`/api/documents/${document.id}/shares/preview`))
        ).lines.map(({ member, because }) => [member.relation, because]),
      );
    const early = await block(mother, father);
    expect(await preview()).toMatchObject({ mother: 'blocked' });
    expect(
      (await people.therapist.post(`/api/documents/${document.id}/shares`, { memberIds: [mother] })).status,
    ).toBe(403);
    await done(people.therapist.post(`/api/blocks/${early}/lift`));
    expect((await preview())['mother']).not.toBe('blocked');

    await share(people.therapist, document.id, [mother]);
    const task = await taskTitled(people.mother, 'Two of us');
    const read = async (who: Persona): Promise<string[]> => [
      (await people[who].get<Task>(`/api/homework/${task}`)).text,
      (await people[who].get<Document>(`/api/documents/${document.id}`)).text,
    ];
    for (const text of await read('mother')) {
      expect(text).toContain(FATHERS_NAME);
      expect(text).not.toContain(father);
    }
    await block(mother, father);
    for (const text of await read('mother')) {
      expect(text).toContain('Two of us');
      expect(text).not.toContain(FATHERS_NAME);
    }
    const own = await done(people.therapist.get<Document>(`/api/documents/${document.id}`));
    expect(JSON.stringify(own.content)).toContain(FATHERS_NAME);
  });
});
