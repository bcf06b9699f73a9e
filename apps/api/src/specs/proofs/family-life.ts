import type {
  Block,
  Consent,
  ConsentId,
  Document,
  Family,
  Guardian,
  Hold,
  MemberId,
  NewInvitation,
  Page,
  Share,
  TaskSummary,
} from '@common-ground/contract';
import { asStranger, signInAs, type RunningApi } from '@common-ground/testing';
import type { Client } from 'pg';
import { approved, done, everybody, familyNamed, memberIn, type Cast, type People } from '../acts';
import { Opening, readings, type Voice } from './opening-in-a-family';

/** Those whose places in the family change; the client stays, because without them there is no family. */
export const MEMBERS = ['mother', 'father', 'brother'] as const;
export type Who = (typeof MEMBERS)[number];
export type Reader = Who | 'client';
export const READERS: readonly Reader[] = [...MEMBERS, 'client'];
export const TITLES = ['A quiet week', 'Asking for help', 'What I can do'] as const;

/** What is believed to be so, kept beside the program by whoever does something. */
export interface Life {
  readonly places: Record<Who, 'invited' | 'accepted' | 'confirmed' | 'paused' | 'removed'>;
  readonly consents: { who: Who; id: ConsentId; holds: boolean }[];
  readonly shares: { title: string; id: string; to: readonly Reader[]; stands: boolean }[];
  readonly voices: Voice[];
  readonly blocks: Partial<Record<Who, string>>;
  readonly holds: Partial<Record<Who, string>>;
  /** The mother's right to speak for the client. */
  guardian: string | null;
}

/** What one person can tell by asking, in words that can be compared. */
export type Sights = ReadonlySet<string>;

export function believed(life: Life): Sights {
  const sights = new Set<string>(['client opens the family', 'client reads consents']);
  for (const who of READERS) {
    for (const { title, to, stands } of life.shares) {
      if (stands && to.includes(who) && reaches(life, who, to)) sights.add(`${who} has ${title}`);
    }
  }
  if (life.guardian !== null && life.places.mother === 'confirmed') sights.add('mother reads consents');
  for (const reading of readings(life, READERS)) sights.add(reading);
  return sights;
}

function reaches(life: Life, who: Reader, to: readonly Reader[]): boolean {
  if (who === 'client') return true;
  if (life.places[who] !== 'confirmed' || life.blocks[who] !== undefined) return false;
  if (life.holds[who] !== undefined && to.length > 1) return false;
  return life.consents.some((one) => one.who === who && one.holds);
}

/** One family of the demo practice, and what people do there through the API, each as themselves. */
export class FamilyLife {
  readonly #documents: Document[] = [];
  readonly opening: Opening;

  private constructor(
    private readonly api: RunningApi,
    private readonly owner: Client,
    readonly cast: Cast,
    private readonly torres: People,
  ) {
    const named = READERS.map((who) => [who, torres.members[who]?.displayName ?? '']);
    this.opening = new Opening(cast, Object.fromEntries(named) as Record<Reader, string>);
  }

  static async begin(api: RunningApi, owner: Client): Promise<{ real: FamilyLife; life: Life }> {
    const cast = await everybody(api);
    const real = new FamilyLife(api, owner, cast, await familyNamed(cast.therapist, 'Torres family'));
    for (const title of TITLES) real.#documents.push(await approved(cast, real.torres.id, title));
    const { items } = await done(cast.client.get<Page<Consent>>(`${real.family}/consents`));
    const covering = items.filter(({ state, kinds }) => state === 'in-force' && kinds.includes('worksheet'));
    return {
      real,
      life: {
        places: { mother: 'confirmed', father: 'confirmed', brother: 'confirmed' },
        consents: MEMBERS.flatMap((who) =>
          covering
            .filter(({ to }) => to.memberId === real.memberId(who))
            .map(({ id }) => ({ who, id, holds: true })),
        ),
        shares: [],
        voices: [],
        blocks: {},
        holds: {},
        guardian: null,
      },
    };
  }

  get family(): string {
    return `/api/families/${this.torres.id}`;
  }
  memberId(who: Reader): MemberId {
    return memberIn(this.torres, who);
  }

  async sights(): Promise<Sights> {
    const sights = new Set<string>();
    for (const who of READERS) {
      const { items } = await done(this.cast[who].get<Page<TaskSummary>>('/api/homework?limit=100'));
      for (const { title } of items) {
        if ((TITLES as readonly string[]).includes(title)) sights.add(`${who} has ${title}`);
      }
      for (const reading of await this.opening.readings(who, items))
        if (TITLES.some((title) => reading.endsWith(title))) sights.add(reading);
      if ((await this.cast[who].get<Family>(this.family)).status === 200)
        sights.add(`${who} opens the family`);
      if ((await this.cast[who].get(`${this.family}/consents`)).status === 200)
        sights.add(`${who} reads consents`);
    }
    return sights;
  }

  async share(title: string, to: readonly Reader[]): Promise<{ status: number; id: string }> {
    const document = this.#documents.find((one) => one.title === title);
    const memberIds = to.map((who) => this.memberId(who));
    const reply = await this.cast.therapist.post<Share>(`/api/documents/${document?.id}/shares`, {
      memberIds,
    });
    return { status: reply.status, id: reply.body.id };
  }
  revokeShare(id: string): Promise<unknown> {
    return done(this.cast.therapist.post(`/api/shares/${id}/revoke`));
  }
  async consent(by: 'client' | 'mother', who: Who): Promise<ConsentId> {
    const words = { kinds: ['worksheet'], purpose: 'To help', signature: 'My name' };
    const body = { memberId: this.memberId(who), ...words };
    return (await done(this.cast[by].post<Consent>(`${this.family}/consents`, body))).id;
  }
  revokeConsent(id: ConsentId): Promise<unknown> {
    return done(this.cast.client.post(`/api/consents/${id}/revoke`));
  }
  /** Its last day was yesterday. */
  endConsent(id: ConsentId): Promise<unknown> {
    return this.owner.query(`update consent set until_on = current_date - 2 where id = $1`, [id]);
  }
  move(who: Who, step: 'confirm' | 'pause' | 'remove'): Promise<unknown> {
    return done(this.cast.therapist.post(`${this.family}/members/${this.memberId(who)}/${step}`));
  }
  leave(who: Who): Promise<unknown> {
    return done(this.cast[who].post(`${this.family}/leave`));
  }
  addAgain(who: Who): Promise<unknown> {
    const personId = this.torres.members[who]?.personId;
    return done(this.cast.therapist.post(`${this.family}/members`, { personId, relation: who }));
  }
  /** Gets a code from the therapist and chooses a PIN; whoever was in already is signed out everywhere by it. */
  async redeem(who: Who): Promise<{ wasSignedOut: boolean }> {
    const path = `${this.family}/members/${this.memberId(who)}/invitation`;
    const { code } = await done(this.cast.therapist.post<NewInvitation>(path));
    await done(asStranger(this.api).post('/api/invitations/redeem', { code, pin: '480216' }));
    const wasSignedOut = (await this.cast[who].get('/api/me')).status === 401;
    this.cast[who] = await signInAs(this.api, who);
    return { wasSignedOut };
  }
  async keepApart(who: Who): Promise<string> {
    const body = { memberIds: [this.memberId('client'), this.memberId(who)], reason: 'Why' };
    return (await done(this.cast.therapist.post<Block>(`${this.family}/blocks`, body))).id;
  }
  async hold(who: Who): Promise<string> {
    const body = { memberId: this.memberId(who), reason: 'Why' };
    return (await done(this.cast.therapist.post<Hold>(`${this.family}/holds`, body))).id;
  }
  lift(what: 'blocks' | 'holds', id: string): Promise<unknown> {
    return done(this.cast.therapist.post(`/api/${what}/${id}/lift`));
  }
  async makeGuardian(): Promise<string> {
    const body = {
      memberId: this.memberId('mother'),
      forMemberId: this.memberId('client'),
      kind: 'parental-responsibility',
      evidence: 'A paper',
      fromOn: '2026-01-01',
    };
    return (await done(this.cast.therapist.post<Guardian>(`${this.family}/guardians`, body))).id;
  }
  endGuardian(id: string): Promise<unknown> {
    return done(this.cast.therapist.post(`/api/guardians/${id}/end`, {}));
  }
  /** The right's last day was yesterday. */
  outliveGuardian(id: string): Promise<unknown> {
    return this.owner.query(`update guardian set until_on = current_date - 2 where id = $1`, [id]);
  }
}
