import type {
  BreakGlassId,
  Erasure,
  ErasureId,
  AnswerId,
  BlockId,
  CommentId,
  ConsentId,
  Consent,
  ConsentRequestId,
  Document,
  DocumentId,
  Family,
  FamilyId,
  FamilySession,
  FamilySessionId,
  Guardian,
  GuardianId,
  HoldId,
  Household,
  HouseholdId,
  MemberId,
  Page,
  PersonId,
  ResponseSet,
  Review,
  ReviewId,
  ShareId,
  Shelf,
  StaffMember,
  StandInId,
  Supervision,
  SupervisionId,
  TaskId,
} from '@common-ground/contract';
import { PERSONAS, type ApiClient, type Persona } from '@common-ground/testing';
import { done, idOf } from './acts';

export interface Led {
  /** Those who work on it, and whose requests would succeed. */
  readonly leads: readonly Persona[];
}

/** The ids of a practice to ask for, and for each whose request to change it would succeed. */
export interface World {
  readonly supervisorId: string;
  readonly staff: readonly PersonId[];
  readonly supervisions: readonly SupervisionId[];
  readonly standIns: readonly StandInId[];
  readonly templates: readonly (Led & {
    id: string;
    shelf: Shelf;
    /** To whom it does not exist, of those who may look into a library at all. */
    strangers: readonly Persona[];
  })[];
  readonly families: readonly (Led & {
    id: FamilyId;
    client: Persona | null;
    members: readonly MemberId[];
  })[];
  readonly documents: readonly (Led & { id: DocumentId; revision: number; familyId: FamilyId | null })[];
  readonly reviews: readonly (Led & {
    id: ReviewId;
    hash: string;
    comments: readonly CommentId[];
    attached: readonly DocumentId[];
  })[];
  readonly glasses: readonly { id: BreakGlassId }[];
  readonly erasures: readonly (Led & { id: ErasureId })[];
  readonly sessions: readonly (Led & {
    id: FamilySessionId;
    revision: number;
    asked: readonly Persona[];
  })[];
  readonly shares: readonly (Led & { id: ShareId })[];
  readonly tasks: readonly { id: TaskId; owner: Persona }[];
  readonly answers: readonly (Led & { id: AnswerId; owner: Persona })[];
  readonly guardians: readonly (Led & { id: GuardianId })[];
  readonly blocks: readonly (Led & { id: BlockId })[];
  readonly holds: readonly (Led & { id: HoldId })[];
  readonly households: readonly (Led & { id: HouseholdId })[];
  readonly consents: readonly { id: ConsentId; giver: Persona }[];
  readonly consentRequests: readonly (Led & { id: ConsentRequestId; deciders: readonly Persona[] })[];
}

const CIRCLES: Readonly<Partial<Record<Persona, readonly Persona[]>>> = {
  therapist: ['therapist', 'supervisor', 'client', 'mother', 'father', 'brother'],
  'other-therapist': ['other-therapist', 'other-client'],
  outsider: ['outsider'],
};

/** Those to whom the thing in a path does not even exist; nobody, when no thing of ours is named in it. */
export function strangersTo(world: World, path: string): readonly Persona[] {
  // Here the emergency is judged before any document is looked for, so the refusal says nothing of the document.
  if (path.startsWith('/api/break-glass/')) return [];
  const template = world.templates.find(({ id }) => path.split('/').includes(id));
  if (template !== undefined) return template.strangers;
  const tasks = world.tasks.map(({ id, owner }) => ({
    id,
    leads: [owner === 'other-client' ? 'other-therapist' : 'therapist'] as const,
  }));
  const things = [
    world.families,
    world.guardians,
    world.consentRequests,
    world.blocks,
    world.holds,
    world.households,
    world.documents,
    world.reviews,
    world.shares,
    world.sessions,
    world.answers,
    tasks,
  ].flat();
  const leader = things.find(({ id }) => path.split('/').includes(id))?.leads[0];
  const circle = leader === undefined ? PERSONAS : CIRCLES[leader];
  return PERSONAS.filter((persona) => circle?.includes(persona) === false);
}

export async function erasuresOf(who: ApiClient, family: FamilyId, led: Led): Promise<World['erasures']> {
  const { items } = await done(who.get<Page<Erasure>>(`/api/families/${family}/erasures`));
  return items.map(({ id }) => ({ id, ...led }));
}

/** Who works in the practice and who supervises whom, as its admin reads them; and somebody of another practice. */
export async function staffOf(
  admin: ApiClient,
  elsewhere: ApiClient,
): Promise<Pick<World, 'staff' | 'supervisions'>> {
  const staff = await done(admin.get<Page<StaffMember>>('/api/staff'));
  const pairs = await done(admin.get<Page<Supervision>>('/api/supervisions'));
  const outsider = (await idOf(elsewhere)) as PersonId;
  return {
    staff: [...staff.items.map(({ id }) => id), outsider],
    supervisions: pairs.items.map(({ id }) => id),
  };
}

export async function documentsOf(who: ApiClient, led: Led): Promise<World['documents']> {
  const { items } = await done(who.get<Page<{ id: DocumentId }>>('/api/documents?limit=100'));
  const read = items.map(({ id }) => done(who.get<Document>(`/api/documents/${id}`)));
  return (await Promise.all(read)).map(({ id, revision, family }) => ({
    id,
    revision,
    familyId: family?.id ?? null,
    ...led,
  }));
}

export async function reviewsOf(supervisor: ApiClient): Promise<World['reviews']> {
  const lists = ['waiting', 'decided'].map((state) =>
    done(supervisor.get<Page<{ id: ReviewId }>>(`/api/reviews?state=${state}&limit=100`)),
  );
  const ids = (await Promise.all(lists)).flatMap(({ items }) => items.map(({ id }) => id));
  const read = ids.map((id) => done(supervisor.get<Review>(`/api/reviews/${id}`)));
  return (await Promise.all(read)).map(({ id, version, comments, attached }) => ({
    id,
    attached: attached.map(({ documentId }) => documentId),
    hash: version.hash,
    comments: comments.map((comment) => comment.id),
    leads: ['therapist'],
  }));
}

export async function sharesOf(
  who: ApiClient,
  ids: readonly DocumentId[],
  led: Led,
): Promise<World['shares']> {
  const lists = ids.map((id) => done(who.get<Page<{ id: ShareId }>>(`/api/documents/${id}/shares`)));
  return (await Promise.all(lists)).flatMap(({ items }) => items.map(({ id }) => ({ id, ...led })));
}

export async function sessionsOf(
  who: ApiClient,
  family: FamilyId,
  led: Led,
  asked: readonly Persona[],
): Promise<World['sessions']> {
  const { items } = await done(
    who.get<Page<{ id: FamilySessionId }>>(`/api/families/${family}/sessions?limit=100`),
  );
  const read = items.map(({ id }) => done(who.get<FamilySession>(`/api/sessions/${id}`)));
  return (await Promise.all(read)).map(({ id, revision }) => ({ id, revision, asked, ...led }));
}

export async function answersOf(
  who: ApiClient,
  family: FamilyId,
  led: Led,
  tasks: World['tasks'],
): Promise<World['answers']> {
  const { items } = await done(who.get<Page<ResponseSet>>(`/api/families/${family}/responses?limit=100`));
  return items.flatMap(({ taskId, answers }) =>
    tasks
      .filter(({ id }) => id === taskId)
      .flatMap(({ owner }) => answers.map(({ id }) => ({ id, owner, ...led }))),
  );
}

export async function membersOf(who: ApiClient, id: FamilyId): Promise<MemberId[]> {
  return (await done(who.get<Family>(`/api/families/${id}`))).members.map((member) => member.id);
}

export async function guardiansOf(who: ApiClient, family: FamilyId, led: Led): Promise<World['guardians']> {
  const { items } = await done(who.get<Page<Guardian>>(`/api/families/${family}/guardians`));
  return items.map(({ id }) => ({ id, ...led }));
}

export async function keptApart<What extends 'blocks' | 'holds'>(
  who: ApiClient,
  family: FamilyId,
  what: What,
  led: Led,
): Promise<World[What]> {
  const { items } = await done(who.get<Page<World[What][number]>>(`/api/families/${family}/${what}`));
  return items.map(({ id }) => ({ id, ...led })) as unknown as World[What];
}

export async function householdsOf(who: ApiClient, family: FamilyId, led: Led): Promise<World['households']> {
  const { items } = await done(who.get<Page<Household>>(`/api/families/${family}/households`));
  return items.map(({ id }) => ({ id, ...led }));
}

export async function consentsOf(
  giver: Persona,
  who: ApiClient,
  family: FamilyId,
): Promise<World['consents']> {
  const { items } = await done(who.get<Page<Consent>>(`/api/families/${family}/consents`));
  return items.map(({ id }) => ({ id, giver }));
}

export async function consentRequestsOf(
  therapist: ApiClient,
  family: FamilyId,
  decider: Persona,
  led: Led,
): Promise<World['consentRequests']> {
  const { items } = await done(
    therapist.get<Page<{ id: ConsentRequestId }>>(`/api/families/${family}/consent-requests`),
  );
  return items.map(({ id }) => ({ id, deciders: [decider], ...led }));
}
