import { randomUUID } from 'node:crypto';
import type {
  Document,
  DocumentId,
  RolePlayScriptContent,
  ScriptRole,
  SeenAs,
  Share,
  Task,
} from '@common-ground/contract';
import type { Persona } from '@common-ground/testing';
import {
  approved,
  decide,
  done,
  familyNamed,
  memberIn,
  refusal,
  sheet,
  submit,
  taskTitled,
  write,
  writeKind,
} from './acts';
import { demoPractice } from './demo-practice';

describe('a document seen as one person of the family', () => {
  const { cast, torres, owner } = demoPractice();

  const pathOf = (id: DocumentId, member: string): string => `/api/documents/${id}/seen-as/${member}`;
  const seenAs = (id: DocumentId, who: 'mother' | 'father' | 'client'): Promise<SeenAs> =>
    done(cast.therapist.get<SeenAs>(pathOf(id, memberIn(torres, who))));
  /** What they are given in the end, apart from what is only known once it is. */
  const given = async (who: Persona, title: string): Promise<object> => {
    const {
      id: _id,
      sharedAt: _at,
      ...rest
    } = await done(cast[who].get<Task>(`/api/homework/${await taskTitled(cast[who], title)}`));
    return rest;
  };
  const looked = ({ piece }: SeenAs): object => {
    if (piece === null) throw new Error('There is nothing to see.');
    const { id: _id, sharedAt: _at, ...rest } = piece;
    return rest;
  };
  const give = (id: DocumentId, who: 'mother' | 'client'): Promise<Share> =>
    done(cast.therapist.post<Share>(`/api/documents/${id}/shares`, { memberIds: [memberIn(torres, who)] }));

  it('is what they are given, with the notice of a family under 42 CFR Part 2', async () => {
    await done(cast.therapist.put(`/api/families/${torres.id}/part-2`, { part2: true }));
    const { id } = await approved(cast, torres.id, 'As one of them');
    const seen = await seenAs(id, 'mother');
    expect(seen.line).toMatchObject({ allowed: true, because: 'consent', member: { relation: 'mother' } });
    expect(seen.language).toBe('en');
    expect(seen.piece?.noticeWithShare?.consents).toHaveLength(1);
    expect(seen.piece?.repliesSeenBy.length).toBeGreaterThan(0);
    await give(id, 'mother');
    expect(looked(seen)).toEqual(await given('mother', 'As one of them'));
    await done(cast.therapist.put(`/api/families/${torres.id}/part-2`, { part2: false }));
  });

  it('is a script with its cast as they are given it, and nothing of it to whoever is kept apart from somebody in it', async () => {
    const begun = await writeKind(cast.therapist, torres.id, 'Our parts', 'asking-for-help', {});
    const content = begun.content as RolePlayScriptContent;
    const parts: readonly Partial<ScriptRole>[] = [
      { castTo: memberIn(torres, 'client'), castAs: 'Maya' },
      { castTo: memberIn(torres, 'father'), castAs: 'Qwfather' },
    ];
    const document = await done(
      cast.therapist.put<Document>(
        `/api/role-play-scripts/${begun.id}/draft`,
        {
          title: begun.title,
          content: { ...content, roles: content.roles.map((role, at) => ({ ...role, ...parts[at] })) },
        },
        { 'if-match': `"${begun.revision}"` },
      ),
    );
    await decide(cast.supervisor, await submit(cast.therapist, cast.supervisor, document.id), 'approve');
    const seen = await seenAs(document.id, 'mother');
    expect(JSON.stringify(seen.piece)).toContain('Qwfather');
    expect(JSON.stringify(seen.piece)).not.toContain(memberIn(torres, 'father'));
    const block = await done(
      cast.therapist.post<{ id: string }>(`/api/families/${torres.id}/blocks`, {
        memberIds: [memberIn(torres, 'mother'), memberIn(torres, 'father')],
        reason: 'A reason of theirs',
      }),
    );
    expect(await seenAs(document.id, 'mother')).toMatchObject({
      line: { allowed: false, because: 'blocked' },
      piece: null,
    });
    await done(cast.therapist.post(`/api/blocks/${block.id}/lift`));
    await give(document.id, 'mother');
    expect(looked(seen)).toEqual(await given('mother', 'Our parts'));
  });

  it('leaves nothing behind, also of a draft that is no version yet', async () => {
    const rows = async (): Promise<unknown> =>
      (
        await owner.query(
          `select (select count(*) from task) as tasks, (select count(*) from share) as shares,
             (select count(*) from document_version) as versions, (select count(*) from answer) as answers`,
        )
      ).rows;
    const { id } = await write(cast.therapist, torres.id, 'Still written', sheet('Not said to anybody yet.'));
    const before = await rows();
    const seen = await seenAs(id, 'client');
    expect(seen.piece).toMatchObject({ title: 'Still written', version: 1, state: 'not-begun', answered: 0 });
    expect(await rows()).toEqual(before);
  });

  it('is in the language of whoever it is for', async () => {
    const { id } = await write(cast.therapist, torres.id, 'In a language', sheet());
    expect((await cast.mother.put('/api/me/language', { language: 'es' })).status).toBe(204);
    expect(await seenAs(id, 'mother')).toMatchObject({
      language: 'es',
      piece: { content: { language: 'en' } },
    });
    expect((await seenAs(id, 'client')).language).toBe('en');
  });

  it('is there for those who lead it alone, and of nobody who is not in that family', async () => {
    const { id } = await approved(cast, torres.id, 'Theirs alone');
    const mother = pathOf(id, memberIn(torres, 'mother'));
    for (const who of ['mother', 'father', 'client', 'outsider', 'supervisor', 'admin'] as const)
      expect([403, 404]).toContain((await cast[who].get(mother)).status);
    const kim = await familyNamed(cast.therapist, 'Kim family');
    for (const member of [memberIn(kim, 'client'), randomUUID(), 'nobody'])
      expect(await refusal(cast.therapist.get(pathOf(id, member)))).toMatchObject({ status: 404 });
    const loose = await write(cast.therapist, null, 'Of no family', sheet());
    expect(await refusal(cast.therapist.get(pathOf(loose.id, memberIn(torres, 'mother'))))).toMatchObject({
      status: 404,
    });
  });
});
