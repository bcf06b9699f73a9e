import type {
  Answer,
  AnswerValue,
  Document,
  DocumentId,
  Family,
  FamilyId,
  FamilySummary,
  Me,
  Member,
  MemberId,
  OwnOffer,
  Page,
  ProblemDetails,
  Relation,
  Review,
  ReviewId,
  Share,
  TaskId,
  TaskOffers,
  TaskSummary,
  Visibility,
  WorksheetContent,
} from '@common-ground/contract';
import { BUILT_IN_TEMPLATES } from '@common-ground/rules/content';
import {
  PERSONAS,
  signInAs,
  type ApiClient,
  type Answer as Reply,
  type Persona,
} from '@common-ground/testing';
import { setTimeout as pause } from 'node:timers/promises';

/** Looks again and again for half a minute, until what is seen is what comes about by itself. */
export async function until<T>(look: () => Promise<T> | T, isThere: (found: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 250; tries += 1) {
    const found = await look();
    if (isThere(found)) return found;
    await pause(100);
  }
  throw new Error('It did not come to that in time.');
}

/** What the people of the demo practice do, each through the API as themselves. */
export type Cast = Record<Persona, ApiClient>;

export async function everybody(api: { origin: string }): Promise<Cast> {
  const signedIn = PERSONAS.map(async (persona) => [persona, await signInAs(api, persona)] as const);
  return Object.fromEntries(await Promise.all(signedIn)) as Cast;
}

/** The body of an answer that had to be a success; anything else ends the spec with what was said. */
export async function done<Body>(asked: Promise<Reply<Body>>): Promise<Body> {
  const { status, body, text } = await asked;
  if (status >= 300) throw new Error(`expected a success, was answered ${status} ${text}`);
  return body;
}

/** What somebody was refused with, for one comparison: the status, and the code of the problem. */
export async function refusal(
  asked: Promise<Reply<unknown>>,
): Promise<{ status: number } & Partial<ProblemDetails>> {
  const { status, body } = await asked;
  return { ...(body as ProblemDetails | undefined), status };
}

export interface People {
  readonly id: FamilyId;
  readonly members: Readonly<Partial<Record<Relation, Member>>>;
}

export async function familyNamed(therapist: ApiClient, name: string): Promise<People> {
  const { items } = await done(therapist.get<Page<FamilySummary>>('/api/families'));
  const id = items.find((family) => family.name === name)?.id;
  if (id === undefined) throw new Error(`There is no family ${name}.`);
  const { members } = await done(therapist.get<Family>(`/api/families/${id}`));
  return { id, members: Object.fromEntries(members.map((member) => [member.relation, member])) };
}

export function memberIn(people: People, relation: Relation): MemberId {
  const member = people.members[relation];
  if (member === undefined) throw new Error(`Nobody in the family is the ${relation}.`);
  return member.id;
}

export async function idOf(client: ApiClient): Promise<string> {
  return (await done(client.get<Me>('/api/me'))).person.id;
}

/** A whole worksheet: something to read, and one prompt of the sorts a story needs. */
export function sheet(words = 'Take your time.'): WorksheetContent {
  const asked = { help: '', optional: true };
  return {
    format: 1,
    language: 'en',
    whyItHelps: 'It helps to name what is hard.',
    whenAndWhere: 'At home, alone.',
    minutes: 5,
    blocks: [
      { kind: 'guidance', id: 'words', text: words },
      { kind: 'long-answer', id: 'told', question: 'What helped this week?', ...asked },
      { kind: 'short-answer', id: 'kept', question: 'What do you keep for yourself?', ...asked },
      { kind: 'short-answer', id: 'spare', question: 'Anything else?', ...asked },
      { kind: 'scale', id: 'calm', question: 'How calm?', lowLabel: 'Not', highLabel: 'Very', ...asked },
    ],
  };
}

export async function write(
  therapist: ApiClient,
  familyId: FamilyId | null,
  title: string,
  content: WorksheetContent = sheet(),
): Promise<Document> {
  const { id } = await done(
    therapist.post<Document>('/api/documents', { kind: 'worksheet', title, ...(familyId && { familyId }) }),
  );
  return save(therapist, id, 1, title, content);
}

export async function save(
  therapist: ApiClient,
  id: DocumentId,
  revision: number,
  title: string,
  content: WorksheetContent,
): Promise<Document> {
  return done(putDraft(therapist, id, `"${revision}"`, title, content));
}

export function putDraft(
  therapist: ApiClient,
  id: DocumentId,
  ifMatch: string | null,
  title: string,
  content: unknown,
): Promise<Reply<Document>> {
  const headers = ifMatch === null ? undefined : { 'if-match': ifMatch };
  return therapist.put(`/api/worksheets/${id}/draft`, { title, content }, headers);
}

/** Another kind of document, with words of one's own in one of its fields. */
export async function writeKind(
  therapist: ApiClient,
  familyId: FamilyId,
  title: string,
  fromTemplateId: string,
  words: Readonly<Record<string, string>>,
): Promise<Document> {
  const kind = BUILT_IN_TEMPLATES.find(({ id }) => id === fromTemplateId)?.kind;
  const made = await done(
    therapist.post<Document>('/api/documents', { kind, title, familyId, fromTemplateId }),
  );
  const days = 'reviewOn' in made.content ? { reviewOn: '2027-06-01' } : {};
  const body = { title, content: { ...made.content, ...days, ...words } };
  return done(
    therapist.put<Document>(`/api/${made.kind}s/${made.id}/draft`, body, {
      'if-match': `"${made.revision}"`,
    }),
  );
}

export async function submit(
  therapist: ApiClient,
  supervisor: ApiClient,
  id: DocumentId,
  note = '',
  attach: readonly DocumentId[] = [],
): Promise<ReviewId> {
  const supervisorId = await idOf(supervisor);
  const { review } = await done(
    therapist.post<Document>(`/api/documents/${id}/submit`, { supervisorId, note, attach }),
  );
  if (review === null) throw new Error('A submitted document has a review.');
  return review.id;
}

export async function decide(
  supervisor: ApiClient,
  id: ReviewId,
  verdict: 'approve' | 'ask-for-changes' | 'comment',
  summary = '',
): Promise<Review> {
  const { version } = await done(supervisor.get<Review>(`/api/reviews/${id}`));
  const decision = { verdict, summary, versionHash: version.hash };
  return done(supervisor.post<Review>(`/api/reviews/${id}/decision`, decision));
}

/** Said of one prompt; a supervisor's is sent with the verdict. */
export async function comment(who: ApiClient, id: ReviewId, text: string): Promise<void> {
  await done(who.post(`/api/reviews/${id}/comments`, { blockId: 'told', quote: '', text }));
}

/** Written, submitted and approved. */
export async function approved(
  { therapist, supervisor }: Cast,
  familyId: FamilyId,
  title: string,
  content: WorksheetContent = sheet(),
): Promise<Document> {
  const { id } = await write(therapist, familyId, title, content);
  await decide(supervisor, await submit(therapist, supervisor, id), 'approve');
  return done(therapist.get<Document>(`/api/documents/${id}`));
}

export async function share(
  therapist: ApiClient,
  id: DocumentId,
  memberIds: readonly MemberId[],
  note?: string,
): Promise<Share> {
  return done(therapist.post<Share>(`/api/documents/${id}/shares`, { memberIds, note }));
}

/** The newest task of somebody under one title. */
export async function taskTitled(person: ApiClient, title: string): Promise<TaskId> {
  const { items } = await done(person.get<Page<TaskSummary>>('/api/homework?limit=100'));
  const task = items.find((candidate) => candidate.title === title);
  if (task === undefined) throw new Error(`There is no homework called ${title}.`);
  return task.id;
}

export function putAnswer(
  person: ApiClient,
  task: TaskId,
  promptId: string,
  revision: number,
  value: AnswerValue,
  { visibility = 'therapist', key }: { visibility?: Visibility; key?: string } = {},
): Promise<Reply<Answer>> {
  return person.put(
    `/api/homework/${task}/answers/${promptId}`,
    { value, visibility },
    { 'if-match': `"${revision}"`, ...(key === undefined ? {} : { 'idempotency-key': key }) },
  );
}

/** Offers one's own answer to companions, by their names. */
export async function offer(
  person: ApiClient,
  task: TaskId,
  promptId: string,
  names: readonly string[],
  waits: boolean,
  onScreen?: boolean,
): Promise<OwnOffer> {
  const { companions, answers } = await done(person.get<TaskOffers>(`/api/homework/${task}/offers`));
  const memberIds = names.map((name) => companions.find((one) => one.displayName === name)?.memberId);
  const answer = answers.find((one) => one.promptId === promptId);
  return done(
    person.post<OwnOffer>(`/api/answers/${answer?.answerId ?? ''}/offer`, { memberIds, waits, onScreen }),
  );
}

export async function send(person: ApiClient, task: TaskId): Promise<void> {
  await done(person.post(`/api/homework/${task}/send`));
}
