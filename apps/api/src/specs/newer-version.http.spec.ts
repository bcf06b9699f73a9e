import { setTimeout as pause } from 'node:timers/promises';
import type {
  Disclosure,
  Document,
  DocumentId,
  NewerVersion,
  Page,
  ResponseSet,
  Share,
  Task,
  TaskId,
  TaskSummary,
} from '@common-ground/contract';
import type { Persona } from '@common-ground/testing';
import {
  approved,
  decide,
  done,
  memberIn,
  putAnswer,
  refusal,
  save,
  send,
  share,
  sheet,
  submit,
  taskTitled,
} from './acts';
import { demoPractice } from './demo-practice';

describe('a newer version in place of one that was given', () => {
  const { cast, torres, owner } = demoPractice();

  const member = (who: 'mother' | 'father' | 'brother'): ReturnType<typeof memberIn> => memberIn(torres, who);
  const paper = async (title: string): Promise<DocumentId> =>
    (await approved(cast, torres.id, title, sheet(`Old words of ${title}.`))).id;
  /** Reopened, written anew and approved. */
  const anew = async (id: DocumentId, title: string): Promise<void> => {
    const { revision } = await done(cast.therapist.post<Document>(`/api/documents/${id}/reopen`));
    await save(cast.therapist, id, revision, title, sheet(`New words of ${title}.`));
    await decide(cast.supervisor, await submit(cast.therapist, cast.supervisor, id), 'approve');
  };
  const newer = (of: Share): Promise<NewerVersion> =>
    done(cast.therapist.get<NewerVersion>(`/api/shares/${of.id}/newer`));
  const replace = (of: Share): Promise<Share> =>
    done(cast.therapist.post<Share>(`/api/shares/${of.id}/replace`));
  const mine = async (who: Persona, title: string): Promise<TaskSummary[]> => {
    const { items } = await done(cast[who].get<Page<TaskSummary>>('/api/homework?limit=100'));
    return items.filter((task) => task.title === title);
  };
  const begin = async (who: 'mother' | 'father', title: string): Promise<unknown> =>
    done(putAnswer(cast[who], await taskTitled(cast[who], title), 'told', 0, 'A first word'));
  const read = async (who: Persona, id: TaskId): Promise<string> =>
    JSON.stringify((await done(cast[who].get<Task>(`/api/homework/${id}`))).content);
  const standing = async (id: DocumentId): Promise<Share[]> =>
    (await done(cast.therapist.get<Page<Share>>(`/api/documents/${id}/shares`))).items.filter(
      ({ revokedAt }) => revokedAt === null,
    );
  const names = (people: readonly { displayName: string }[]): string[] =>
    people.map(({ displayName }) => displayName).sort();

  const change = ({ id, revision }: Share, note: string): Promise<Share> =>
    done(
      cast.therapist.put<Share>(`/api/shares/${id}`, { dueOn: null, note }, { 'if-match': `"${revision}"` }),
    );
  /** Whether it can be replaced, which what was answered to an act and the list say alike. */
  const sameIsTold = async (of: Share, answered: Share): Promise<boolean> => {
    const listed = (await standing(of.documentId)).find(({ id }) => id === of.id);
    expect(answered).toEqual(listed);
    return answered.may.replace;
  };

  it('goes to whoever has not begun; whoever has begun or sent keeps the questions they answer', async () => {
    const title = 'Three of us';
    const id = await paper(title);
    const old = await share(cast.therapist, id, [member('mother'), member('father'), member('brother')]);
    const [rosa, david, leo] = [
      await taskTitled(cast.mother, title),
      await taskTitled(cast.father, title),
      await taskTitled(cast.brother, title),
    ];
    expect(old.may.replace).toBe(false);
    // Kept from everybody, and not even sent: that there is something says no more than that he has begun.
    await done(putAnswer(cast.father, david, 'told', 0, 'Mine alone', { visibility: 'not-yet' }));
    await send(cast.brother, leo);
    await anew(id, title);

    const [now] = await standing(id);
    expect(now?.may.replace).toBe(true);
    const preview = await newer(old);
    expect([names(preview.gets), names(preview.keep), preview.notNow]).toEqual([
      ['Rosa Torres'],
      ['David Torres', 'Leo Torres'],
      [],
    ]);
    expect(preview).toMatchObject({ version: 2, may: { replace: true } });
    expect(JSON.stringify(preview)).not.toContain('Mine alone');

    const given = await replace(old);
    expect([given.version, names(given.people), given.may.replace]).toEqual([2, ['Rosa Torres'], false]);
    const [hers] = await mine('mother', title);
    expect(await read('mother', hers?.id as TaskId)).toContain(`New words of ${title}.`);
    expect(await read('father', david)).toContain(`Old words of ${title}.`);
    expect(await read('brother', leo)).toContain(`Old words of ${title}.`);
    // The old one is gone for her alone, and what she was just writing comes back to her.
    expect(await refusal(cast.mother.get(`/api/homework/${rosa}`))).toMatchObject({ status: 410 });
    expect(await refusal(putAnswer(cast.mother, rosa, 'told', 0, 'Too late'))).toMatchObject({
      status: 410,
      code: 'share-revoked',
    });
    expect((await mine('mother', title)).map((task) => task.id)).toEqual([hers?.id]);
    expect((await standing(id)).map((one) => [one.version, names(one.people)])).toEqual([
      [2, ['Rosa Torres']],
      [1, ['David Torres', 'Leo Torres']],
    ]);
    // Whoever has begun keeps theirs, so that nobody is left to whom the newer one could be offered.
    expect((await standing(id)).map(({ may }) => may.replace)).toEqual([false, false]);
    // The page reads the same of a share it has just changed, stopped or taken back.
    expect(await sameIsTold(old, await change(old, 'Keep yours.'))).toBe(false);
    expect(await sameIsTold(old, await done(cast.therapist.post<Share>(`/api/shares/${old.id}/stop`)))).toBe(
      false,
    );
    // The therapist reads of one piece for each, and of nothing that was taken back.
    const { items } = await done(
      cast.therapist.get<Page<ResponseSet>>(`/api/families/${torres.id}/responses?limit=100`),
    );
    expect(
      items
        .filter(({ document }) => document.id === id)
        .map(({ person, document }) => [person.displayName, document.version])
        .sort(),
    ).toEqual([
      ['David Torres', 1],
      ['Leo Torres', 1],
      ['Rosa Torres', 2],
    ]);
    // What was given, when and under which consent is accounted for, the taken back and the new one.
    const { items: disclosed } = await done(
      cast.therapist.get<Page<Disclosure>>(`/api/families/${torres.id}/disclosures?limit=100`),
    );
    const hersGiven = disclosed.filter(
      ({ documentId, to }) => documentId === id && to.displayName === 'Rosa Torres',
    );
    expect(hersGiven.map(({ consent, revokedAt }) => [consent !== null, revokedAt !== null])).toEqual([
      [true, false],
      [true, true],
    ]);
    // Doing it again finds nobody.
    expect(await refusal(cast.therapist.post(`/api/shares/${old.id}/replace`))).toMatchObject({
      status: 409,
      because: 'all-begun',
    });
  });

  it('takes the place of the whole share where nobody has begun', async () => {
    const title = 'Nobody yet';
    const id = await paper(title);
    const old = await share(cast.therapist, id, [member('mother'), member('father')], 'In your own time.');
    await anew(id, title);
    expect(await sameIsTold(old, await change(old, 'In your own time.'))).toBe(true);
    const given = await replace(old);
    expect(await standing(id)).toEqual([given]);
    expect(given).toMatchObject({ note: 'In your own time.', version: 2 });
    expect([(await mine('mother', title)).length, (await mine('father', title)).length]).toEqual([1, 1]);
    expect(await refusal(cast.therapist.post(`/api/shares/${given.id}/replace`))).toMatchObject({
      status: 409,
      because: 'same-version',
    });
    expect(await refusal(cast.therapist.post(`/api/shares/${old.id}/replace`))).toMatchObject({
      status: 409,
      because: 'revoked',
    });
  });

  it('takes the place of nothing whose last day is over', async () => {
    const title = 'Over by then';
    const id = await paper(title);
    const old = await share(cast.therapist, id, [member('mother')]);
    await anew(id, title);
    expect(await newer(old)).toMatchObject({ version: 2, may: { replace: true } });
    await owner.query('update share set open_until_on = current_date - 3 where id = $1', [old.id]);
    expect(await newer(old)).toEqual({
      version: null,
      gets: [],
      keep: [],
      notNow: [],
      may: { replace: false },
    });
    expect(await refusal(cast.therapist.post(`/api/shares/${old.id}/replace`))).toMatchObject({
      ...{ status: 409, code: 'wrong-state', because: 'over' },
    });
    const { rows } = await owner.query('select id from share where document_id = $1', [id]);
    expect(rows).toEqual([{ id: old.id }]);
  });

  it('keeps the days of a rhythm: the round that is begun stays, and those to come are the new ones', async () => {
    const title = 'Each evening anew';
    const id = await paper(title);
    const { rows } = await owner.query<{ day: string }>(
      `select ((now() at time zone time_zone)::date + 3)::text as day from practice
       where id = (select practice_id from family where id = $1)`,
      [torres.id],
    );
    const old = await done(
      cast.therapist.post<Share>(`/api/documents/${id}/shares`, {
        memberIds: [member('mother'), member('father')],
        rhythm: { every: 'day', untilOn: rows[0]?.day },
      }),
    );
    const daysGoBy = (of: Share, days: number): Promise<unknown> =>
      owner.query('update task set given_at = given_at - make_interval(days => $2) where share_id = $1', [
        of.id,
        days,
      ]);
    await daysGoBy(old, 1);
    const [second] = await mine('mother', title);
    await done(putAnswer(cast.mother, second?.id as TaskId, 'told', 0, 'Begun'));
    await anew(id, title);
    expect(names((await newer(old)).gets)).toEqual(['David Torres', 'Rosa Torres']);
    const given = await replace(old);
    expect(names(given.people)).toEqual(['David Torres', 'Rosa Torres']);
    const rounds = async (of: Share): Promise<number[]> =>
      (
        await owner.query<{ round: number }>('select round from task where share_id = $1 order by round', [
          of.id,
        ])
      ).rows.map(({ round }) => round);
    expect([await rounds(old), await rounds(given)]).toEqual([[2], [2, 3, 3, 4, 4]]);
    // What made room for a later round does not come back by it.
    expect((await mine('mother', title)).map((task) => task.id)).toEqual([second?.id]);
    expect(await mine('father', title)).toHaveLength(1);
    await daysGoBy(given, 1);
    const evening = await mine('mother', title);
    expect(evening).toHaveLength(2);
    expect(await read('mother', evening[0]?.id as TaskId)).toContain('New words');
  });

  it('still opens after the piece it waits for', async () => {
    const [first, then] = ['First one', 'Then another'];
    const [before, after] = [await paper(first), await paper(then)];
    await share(cast.therapist, before, [member('mother')]);
    const old = await done(
      cast.therapist.post<Share>(`/api/documents/${after}/shares`, {
        memberIds: [member('mother')],
        after: { documentId: before, days: 0 },
      }),
    );
    await anew(after, then);
    const given = await replace(old);
    expect([given.waiting, given.when.after?.title, await mine('mother', then)]).toEqual([1, first, []]);
    await send(cast.mother, await taskTitled(cast.mother, first));
    const [opened, ...more] = await mine('mother', then);
    expect(more).toEqual([]);
    expect(await read('mother', opened?.id as TaskId)).toContain(`New words of ${then}.`);
  });

  it('goes to nobody who may not be given it today, and they are told apart from those who keep theirs', async () => {
    const title = 'Not to him today';
    const id = await paper(title);
    const old = await share(cast.therapist, id, [member('mother'), member('father')]);
    await anew(id, title);
    const { rows } = await owner.query<{ id: string }>(
      `update consent set until_on = current_date - 2 where member_id = $1 and (until_on is null or until_on >= current_date - 2)
       returning id`,
      [member('father')],
    );
    try {
      const preview = await newer(old);
      expect([names(preview.gets), names(preview.keep), names(preview.notNow)]).toEqual([
        ['Rosa Torres'],
        [],
        ['David Torres'],
      ]);
      expect(preview.notNow[0]?.because).toBe('consent-ended');
      expect(names((await replace(old)).people)).toEqual(['Rosa Torres']);
      expect(await mine('father', title)).toEqual([]);
    } finally {
      await owner.query('update consent set until_on = null where id = any ($1)', [
        rows.map((row) => row.id),
      ]);
    }
    // Once it reaches him again he has what he was given.
    expect(await mine('father', title)).toHaveLength(1);
  });

  it('says nothing of who has begun while there is no newer version', async () => {
    const id = await paper('No news');
    const old = await share(cast.therapist, id, [member('mother'), member('father')]);
    await begin('mother', 'No news');
    expect(await newer(old)).toEqual({
      version: null,
      gets: [],
      keep: [],
      notNow: [],
      may: { replace: false },
    });
  });

  it('goes to nobody while somebody who keeps theirs is held, who would read it again alone', async () => {
    const title = 'Held meanwhile';
    const id = await paper(title);
    const old = await share(cast.therapist, id, [member('mother'), member('father')]);
    await begin('father', title);
    await anew(id, title);
    const hold = await done(
      cast.therapist.post<{ id: string }>(`/api/families/${torres.id}/holds`, {
        memberId: member('father'),
        reason: 'Not together now',
      }),
    );
    expect(await mine('father', title)).toEqual([]);
    expect((await newer(old)).may.replace).toBe(false);
    expect(await refusal(cast.therapist.post(`/api/shares/${old.id}/replace`))).toMatchObject({
      status: 409,
      because: 'held',
    });
    expect(await mine('father', title)).toEqual([]);
    await done(cast.therapist.post(`/api/holds/${hold.id}/lift`));
    expect(names((await replace(old)).people)).toEqual(['Rosa Torres']);
    expect(await mine('father', title)).toHaveLength(1);
  });

  it('is nothing to those who do not lead the document', async () => {
    const title = 'Not theirs to change';
    const id = await paper(title);
    const old = await share(cast.therapist, id, [member('mother')]);
    await anew(id, title);
    for (const who of ['mother', 'supervisor', 'other-therapist', 'admin', 'outsider'] as const) {
      const tried = [
        await refusal(cast[who].get(`/api/shares/${old.id}/newer`)),
        await refusal(cast[who].post(`/api/shares/${old.id}/replace`)),
      ];
      for (const { status } of tried) expect([403, 404]).toContain(status);
    }
    expect((await standing(id)).map(({ version }) => version)).toEqual([1]);
  });

  it('loses no answer that is saved for the first time at that very moment', async () => {
    const outcomes = { kept: 0, refused: 0 };
    for (let round = 1; round <= 20; round += 1) {
      const title = `At that moment ${round}`;
      const id = await paper(title);
      const old = await share(cast.therapist, id, [member('mother')]);
      const task = await taskTitled(cast.mother, title);
      await anew(id, title);
      const [saved, replaced] = await Promise.all([
        pause(round % 4).then(() => putAnswer(cast.mother, task, 'told', 0, `Words ${round}`)),
        pause(round % 3).then(() => cast.therapist.post<Share>(`/api/shares/${old.id}/replace`)),
      ]);
      if (saved.status === 200) {
        outcomes.kept += 1;
        const { answers, content } = await done(cast.mother.get<Task>(`/api/homework/${task}`));
        expect(answers.map(({ value }) => value)).toEqual([`Words ${round}`]);
        expect(JSON.stringify(content)).toContain(`Old words of ${title}.`);
        expect(replaced.status).toBe(409);
      } else {
        outcomes.refused += 1;
        expect([saved.status, replaced.status]).toEqual([410, 201]);
        const [hers] = await mine('mother', title);
        expect(await read('mother', hers?.id as TaskId)).toContain(`New words of ${title}.`);
      }
    }
    expect(outcomes.kept + outcomes.refused).toBe(20);
    // Twenty papers written, read, given and replaced: more than fits into the usual time where much else goes on.
  });
});
