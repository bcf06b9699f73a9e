import type {
  DocumentId,
  FamilySession,
  FamilySessionId,
  FollowedHour,
  SessionRun,
} from '@common-ground/contract';
import { running } from '@common-ground/rules/content';
import { approved, done, memberIn, putAnswer, send, share, taskTitled } from './acts';
import { overheardPractice } from './demo-practice';

const PIECES = 6;

/** What every open page asks for every few seconds costs the same, however much lies on the table. */
describe('what a look at an hour costs', () => {
  const { cast, torres, line } = overheardPractice();
  let hour: FamilySessionId;

  beforeAll(async () => {
    hour = await hourWith(await pieces());
  });

  /** Pieces that the mother answered for the family and sent. */
  const pieces = async (): Promise<DocumentId[]> => {
    const made: DocumentId[] = [];
    for (let at = 1; at <= PIECES; at += 1) {
      const title = `What evenings need, ${at}`;
      const { id } = await approved(cast, torres.id, title);
      await share(cast.therapist, id, [memberIn(torres, 'mother'), memberIn(torres, 'father')]);
      const task = await taskTitled(cast.mother, title);
      await done(putAnswer(cast.mother, task, 'told', 0, 'Quiet', { visibility: 'family' }));
      await send(cast.mother, task);
      made.push(id);
    }
    return made;
  };

  /** At its first entry one question can be opened, at its second one of each piece. */
  const hourWith = async (documentIds: DocumentId[]): Promise<FamilySessionId> => {
    const body = { format: 'family-session', startsOn: '2027-02-02', startTime: '16:00' };
    const { id, plan, revision } = await done(
      cast.therapist.post<FamilySession>(`/api/families/${torres.id}/sessions`, body),
    );
    const agenda = plan.agenda.map((entry, at) => {
      const asked = at > 1 ? [] : documentIds.slice(0, at === 0 ? 1 : PIECES);
      const reveals = asked.map((documentId) => ({ documentId, promptId: 'told' }));
      return { ...entry, documentIds: asked, reveals };
    });
    const memberIds = [memberIn(torres, 'mother')];
    const people = memberIds.map((one) => ({ side: 'family', id: one, role: 'participant' }));
    const planned = { ...plan, people: [...plan.people, ...people], agenda };
    await done(cast.therapist.put(`/api/sessions/${id}`, planned, { 'if-match': `"${revision}"` }));
    await done(cast.therapist.post(`/api/sessions/${id}/asked`, { memberIds }));
    await done(cast.therapist.post(`/api/sessions/${id}/run`));
    return id;
  };

  const next = async (): Promise<void> => {
    const run = await done(cast.therapist.get<SessionRun>(`/api/sessions/${hour}/run`));
    const match = { 'if-match': `"${run.revision}"` };
    await done(cast.therapist.put(`/api/sessions/${hour}/run`, running.next(run), match));
  };

  it('is as many statements with six questions as with one, on a phone and at the desk', async () => {
    const looks = [
      ['mother', `/api/me/family-sessions/${hour}/live`, 'access.followed_hour'],
      ['therapist', `/api/sessions/${hour}/run/live`, 'from session_run r'],
    ] as const;
    const costs = async (): Promise<{ questions: number; statements: number }[]> => {
      const found = [];
      for (const [who, path, mark] of looks) {
        line.transactions();
        const { text } = await cast[who].get(path);
        const look = line.transactions().find((one) => one.some((statement) => statement.includes(mark)));
        const { reveals } = JSON.parse(/^data: (.*)$/mu.exec(text)?.[1] ?? '{}') as FollowedHour;
        found.push({ questions: reveals.length, statements: look?.length ?? 0 });
      }
      return found;
    };
    const withOne = await costs();
    await next();
    const withAll = await costs();
    expect(withOne.map(({ questions }) => questions)).toEqual([1, 1]);
    expect(withAll.map(({ questions }) => questions)).toEqual([PIECES, PIECES]);
    for (const { statements } of withOne) expect(statements).toBeGreaterThan(5);
    expect(withAll.map(({ statements }) => statements)).toEqual(withOne.map(({ statements }) => statements));
  });
});
