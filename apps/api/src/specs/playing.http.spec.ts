import type {
  Document,
  FamilySession,
  FamilySessionId,
  FollowedHour,
  RolePlayScriptContent,
  RunMoves,
  SessionRun,
} from '@common-ground/contract';
import { playing, running } from '@common-ground/rules/content';
import type { EventLine } from '@common-ground/testing';
import { decide, done, memberIn, refusal, share, submit, taskTitled, writeKind } from './acts';
import { demoPractice } from './demo-practice';

describe('playing a script in the hour', () => {
  const { cast, torres } = demoPractice();
  let script: Document;
  let sheet: Document;
  let content: RolePlayScriptContent;
  let hour: FamilySessionId;
  const lines: EventLine[] = [];

  /** A script that mother has, cast as its first part; brother comes to the hour and does not have it. */

  beforeAll(async () => {
    const begun = await writeKind(cast.therapist, torres.id, 'Asking for a ride', 'asking-for-help', {});
    const text = begun.content as RolePlayScriptContent;
    const castTo = memberIn(torres, 'mother');
    const roles = text.roles.map((role, at) => (at === 0 ? { ...role, castTo, castAs: 'Rosa' } : role));
    script = await done(
      cast.therapist.put<Document>(
        `/api/role-play-scripts/${begun.id}/draft`,
        { title: begun.title, content: { ...text, roles } },
        { 'if-match': `"${begun.revision}"` },
      ),
    );
    content = script.content as RolePlayScriptContent;
    await decide(cast.supervisor, await submit(cast.therapist, cast.supervisor, script.id), 'approve');
    await share(cast.therapist, script.id, [castTo]);
    sheet = await writeKind(cast.therapist, torres.id, 'Signs of a calm week', 'family-strengths', {});
  });

  afterEach(() => {
    for (const line of lines.splice(0)) line.leave();
  });

  beforeEach(async () => {
    const body = { format: 'family-session', startsOn: '2027-02-02', startTime: '16:00' };
    const { id, plan, revision } = await done(
      cast.therapist.post<FamilySession>(`/api/families/${torres.id}/sessions`, body),
    );
    hour = id;
    const memberIds = (['mother', 'brother'] as const).map((who) => memberIn(torres, who));
    const people = memberIds.map((one) => ({ side: 'family', id: one, role: 'participant' }));
    const agenda = plan.agenda.map((entry, at) =>
      at === 0 ? { ...entry, documentIds: [script.id, sheet.id] } : entry,
    );
    const planned = { ...plan, people: [...plan.people, ...people], agenda };
    await done(cast.therapist.put(`/api/sessions/${id}`, planned, { 'if-match': `"${revision}"` }));
    await done(cast.therapist.post(`/api/sessions/${id}/asked`, { memberIds }));
    await done(cast.therapist.post(`/api/sessions/${id}/run`));
  });

  const read = (): Promise<SessionRun> => done(cast.therapist.get<SessionRun>(`/api/sessions/${hour}/run`));
  const put = async (how: (run: SessionRun) => RunMoves): ReturnType<typeof refusal> => {
    const run = await read();
    return refusal(
      cast.therapist.put(`/api/sessions/${hour}/run`, how(run), { 'if-match': `"${run.revision}"` }),
    );
  };
  const begin = (run: SessionRun): RunMoves =>
    playing.beginPlay(
      run,
      script.id,
      content,
      run.people.map(({ id }) => id),
    );
  const follow = async (who: 'brother' | 'mother'): Promise<EventLine> => {
    const line = await cast[who].follow(`/api/me/family-sessions/${hour}/live`);
    lines.push(line);
    return line;
  };

  it('shows whoever has it where everybody is and which part is theirs, and whoever has not, nothing of it', async () => {
    const taskId = await taskTitled(cast.mother, 'Asking for a ride');
    const [mothers, brothers] = [await follow('mother'), await follow('brother')];
    expect((await read()).scripts).toEqual([
      { documentId: script.id, title: 'Asking for a ride', version: 1 },
    ]);
    expect(await put(begin)).toMatchObject({ status: 200 });
    const [first] = content.turns;
    const mine = [content.roles[0]?.id];
    const told = await mothers.until<FollowedHour>(({ play }) => play !== null);
    expect(told.play).toEqual({ taskId, moment: 'turn', at: first?.id, mine });

    await put((run) => playing.swapParts(run));
    const swapped = await mothers.until<FollowedHour>(({ revision }) => revision === 3);
    expect(swapped.play?.mine).toEqual([content.roles.at(-1)?.id]);
    await put((run) => playing.nextLine(run, content));
    await mothers.until<FollowedHour>(({ play }) => play !== null && play.at !== first?.id);
    await put((run) => playing.talkOn(run));
    await mothers.until<FollowedHour>(({ play }) => play?.moment === 'watched');

    const last = await brothers.until<FollowedHour>(({ revision }) => revision === 5);
    expect(last.play).toBeNull();
    for (const line of [mothers, brothers]) {
      const said = JSON.stringify(line.events);
      for (const secret of [memberIn(torres, 'mother'), script.id, first?.line ?? '?'])
        expect(said).not.toContain(secret);
    }
  });

  it('lies ready, for whoever leads, while people are at the entry before it', async () => {
    const { plan, revision } = await done(cast.therapist.get<FamilySession>(`/api/sessions/${hour}`));
    const agenda = plan.agenda.map((entry, at) => ({
      ...entry,
      documentIds: at === 1 ? [script.id, sheet.id] : [],
    }));
    await done(
      cast.therapist.put(`/api/sessions/${hour}`, { ...plan, agenda }, { 'if-match': `"${revision}"` }),
    );
    const nothing = { scripts: [], papers: [] };
    // Of the sheet the family has no version: nobody is shown it before.
    const table = {
      scripts: [{ documentId: script.id, title: 'Asking for a ride', version: 1 }],
      papers: [],
    };
    expect(await read()).toMatchObject({ ...nothing, next: table });
    expect(await put(begin)).toMatchObject({ status: 422, errors: [{ path: 'play' }] });
    await put((run) => running.next(run));
    expect(await read()).toMatchObject({ ...table, next: nothing });
    await put((run) => running.back(run));
    await put((run) => running.end(run, 'closed'));
    expect(await read()).toMatchObject({ ...nothing, next: nothing });
  });

  it('is over once people go on, and when the hour ends', async () => {
    await put(begin);
    await put((run) => running.next(run));
    expect((await read()).play).toBeNull();
    expect((await read()).scripts).toEqual([]);
    await put((run) => running.back(run));
    await put(begin);
    await put((run) => running.end(run, 'stopped'));
    expect(await read()).toMatchObject({ play: null, scripts: [] });
  });

  it('plays only what lies on the table, with people who are there', async () => {
    const father = memberIn(torres, 'father');
    for (const change of [
      { documentId: torres.id },
      { parts: [{ roleId: content.roles[0]?.id, by: father }] },
    ]) {
      const refused = await put((run) => {
        const moves = begin(run);
        return { ...moves, play: moves.play && { ...moves.play, ...change } } as RunMoves;
      });
      expect(refused).toMatchObject({ status: 422, errors: [{ path: 'play', code: 'not-on-the-table' }] });
    }
  });

  it('plays no other paper of the table', async () => {
    const refused = await put((run) => {
      const moves = begin(run);
      return { ...moves, play: moves.play && { ...moves.play, documentId: sheet.id } };
    });
    expect(refused).toMatchObject({
      status: 422,
      errors: [{ path: 'play.documentId', code: 'not-a-script' }],
    });
    expect((await read()).play).toBeNull();
  });

  it('plays the parts that were chosen, and goes from any line to the one that calms down', async () => {
    const line = await follow('mother');
    const [from, branch] = [content.turns[1], content.turns[0]?.branches[0]];
    const parts = { from: from?.id ?? '', leftOut: [branch?.id ?? ''] };
    const here = (run: SessionRun): string[] => run.people.map(({ id }) => id);
    await put((run) => playing.beginPlay(run, script.id, content, here(run), parts));
    expect((await read()).play).toMatchObject({ at: from?.id, leftOut: [branch?.id] });
    const told = await line.until<FollowedHour>(({ play }) => play?.at === from?.id);
    expect(Object.keys(told.play ?? {}).toSorted()).toEqual(['at', 'mine', 'moment', 'taskId']);
    const calm = content.turns.find(({ calmsDown }) => calmsDown);
    expect(await put((run) => playing.calmDown(run, content))).toMatchObject({ status: 200 });
    await line.until<FollowedHour>(({ play }) => play?.at === calm?.id);
    expect((await read()).play?.leftOut).toEqual([branch?.id]);
    for (const [leftOut, path] of [
      [['no id!'], 'play.leftOut'],
      [null, 'play.leftOut'],
      [['one', 'one'], 'play.leftOut'],
    ] as const) {
      const refused = await put(
        (run) => ({ ...running.movesOf(run), play: { ...run.play, leftOut } }) as RunMoves,
      );
      expect(refused).toMatchObject({ status: 422, errors: [expect.objectContaining({ path })] });
    }
  });

  it('can be left out of a move by whoever knows nothing of it', async () => {
    const { play: _play, ...moves } = running.next(await read());
    expect(
      await refusal(cast.therapist.put(`/api/sessions/${hour}/run`, moves, { 'if-match': '"1"' })),
    ).toMatchObject({ status: 200 });
  });
});
