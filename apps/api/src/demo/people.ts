import { newId } from '@common-ground/api/platform';
import {
  DOCUMENT_KINDS,
  type DocumentKind,
  type FamilyId,
  type MemberId,
  type MemberState,
  type PersonId,
  type PracticeId,
  type Relation,
  type Role,
  type SafetyCard,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { insertAsFounder as insert } from '../as-founder';
import type { EntityManager } from '../data-source';
import {
  CONSENT_WORDING_VERSION,
  DEFAULT_NOTICE_VERSION,
  consentWording,
  hashOfName,
  hashOfSecret,
  ownerOf,
  seal,
  type CredentialSort,
} from '@common-ground/api/people';

interface DemoPerson {
  readonly id: PersonId;
  readonly practiceId: PracticeId;
  readonly name: string;
  readonly staff: readonly Exclude<Role, 'client' | 'member'>[];
  readonly persona?: string;
}

export interface DemoMember {
  readonly memberId: MemberId;
  readonly person: DemoPerson;
  readonly relation: Relation;
}

export interface DemoPractice {
  readonly therapist: Actor;
  readonly supervisor: Actor;
  readonly otherTherapist: Actor;
  readonly torres: {
    readonly id: FamilyId;
    readonly mother: DemoMember;
    readonly father: DemoMember;
    readonly brother: DemoMember;
    /** Has an invitation and has not used it. */
    readonly invited: DemoMember;
  };
  readonly kim: { readonly id: FamilyId };
  readonly lindqvist: { readonly id: FamilyId; readonly client: DemoMember };
  readonly personas: readonly DemoPerson[];
  /** Has accepted and waits to be confirmed; comes in by code and PIN like the others, and is no persona. */
  readonly waiting: DemoPerson;
}

/** 555-01xx numbers are set aside for stories; 988 and 911 are the real lines of the United States. */
const SAFETY: SafetyCard = {
  practicePhone: '+1 555 0142',
  practiceHours: 'Monday to Friday, 8 am to 6 pm',
  emergencyNumber: '911',
  crisisLine: '988',
  checkedOn: '2026-11-22',
};

/**
 * The people of the demo and how they stand to each other, written as the owner of the database: before there are
 * staff, nobody has the right to write anything.
 */
export async function writePeople(tx: EntityManager): Promise<DemoPractice> {
  const lakeside = await practice(tx, 'Lakeside Recovery Center');
  const northgate = await practice(tx, 'Northgate Counseling');

  const therapist = await person(tx, lakeside, 'Elena Ruiz', ['therapist'], 'therapist');
  const supervisor = await person(tx, lakeside, 'Martha Okafor', ['supervisor'], 'supervisor', 'LCSW');
  const client = await person(tx, lakeside, 'Maya Torres', [], 'client');
  const mother = await person(tx, lakeside, 'Rosa Torres', [], 'mother');
  const father = await person(tx, lakeside, 'David Torres', [], 'father');
  const brother = await person(tx, lakeside, 'Leo Torres', [], 'brother');
  const admin = await person(tx, lakeside, 'Priya Nair', ['admin'], 'admin');
  const otherTherapist = await person(tx, lakeside, 'Jonas Weber', ['therapist'], 'other-therapist', 'LMFT');
  const otherClient = await person(tx, lakeside, 'Sam Lindqvist', [], 'other-client');
  const outsider = await person(tx, northgate, 'Tessa Brandt', ['therapist'], 'outsider');

  await supervise(tx, supervisor, therapist, 'must-approve');
  await supervise(tx, supervisor, otherTherapist, 'may-read');

  const torres = await family(tx, 'Torres family', client, therapist);
  const motherPlace = await join(tx, torres, mother, 'mother', 'rosa@example.org');
  const fatherPlace = await join(tx, torres, father, 'father', 'david@example.org');
  const brotherPlace = await join(tx, torres, brother, 'brother', null);
  const aunt = await person(tx, lakeside, 'Carmen Vega', []);
  await join(tx, torres, aunt, 'relative', 'carmen@example.org');
  const grandmother = await person(tx, lakeside, 'Inés Vega', []);
  const invited = await join(tx, torres, grandmother, 'grandparent', null, 'invited');
  const neighbour = await person(tx, lakeside, 'Walter Brooks', []);
  await join(tx, torres, neighbour, 'friend', null, 'accepted');
  await consent(tx, torres, client, motherPlace, DOCUMENT_KINDS, 'So that Mom knows how to help', '1 year');
  await consent(
    tx,
    torres,
    client,
    fatherPlace,
    ['worksheet'],
    'So that Dad can take part from his own home',
    '1 year',
  );
  await consent(tx, torres, client, brotherPlace, ['worksheet'], 'So that Leo is not left out', '6 months');

  await household(tx, torres, therapist, 'Rosa’s house', [torres.client, motherPlace, brotherPlace]);
  await household(tx, torres, therapist, 'David’s apartment', [fatherPlace]);
  await guardian(tx, torres, therapist, motherPlace, brotherPlace);

  const daniel = await person(tx, lakeside, 'Daniel Kim', []);
  const grace = await person(tx, lakeside, 'Grace Kim', []);
  const kim = await family(tx, 'Kim family', daniel, therapist);
  await join(tx, kim, grace, 'partner', 'grace@example.org');

  const lindqvist = await family(tx, 'Lindqvist family', otherClient, otherTherapist);

  const personas = [
    therapist,
    supervisor,
    client,
    mother,
    father,
    brother,
    admin,
    otherTherapist,
    otherClient,
    outsider,
  ];
  return {
    therapist: actorOf(therapist),
    supervisor: actorOf(supervisor),
    otherTherapist: actorOf(otherTherapist),
    torres: { id: torres.id, mother: motherPlace, father: fatherPlace, brother: brotherPlace, invited },
    kim: { id: kim.id },
    lindqvist: { id: lindqvist.id, client: lindqvist.client },
    personas,
    waiting: neighbour,
  };
}

/** Printed by `npm start` and in the README: whoever knows them sees made-up people only. */
const DEMO_PASSWORD = 'paper boats on the lake';
const DEMO_PIN = '246810';
/** The secret of everybody's authenticator app, in Base32. */
const DEMO_AUTHENTICATOR = 'PAPERBOATSONTHELAKEPAPERBOATSONT';

function firstNameIn(name: string): string {
  return name.split(' ')[0] ?? name;
}

function demoEmail(name: string): string {
  return `${firstNameIn(name).toLowerCase()}@lakeside.example`;
}

/** Staff sign in as `<first name>@lakeside.example`, family members with the code `<FIRST NAME>-2468`. */
async function writeCredentials(
  tx: EntityManager,
  people: readonly DemoPerson[],
  secretKey: string,
): Promise<void> {
  const secrets = { email: await hashOfSecret(DEMO_PASSWORD), code: await hashOfSecret(DEMO_PIN) };
  for (const { practiceId, id, name, staff } of people) {
    const sort: CredentialSort = staff.length > 0 ? 'email' : 'code';
    const known = sort === 'email' ? demoEmail(name) : `${firstNameIn(name)}-2468`;
    await insert(tx, 'credential', {
      practice_id: practiceId,
      person_id: id,
      sort,
      name_hash: hashOfName(sort, known),
      secret_hash: secrets[sort],
    });
    if (sort === 'email') {
      await insert(tx, 'second_factor', {
        practice_id: practiceId,
        person_id: id,
        sealed: seal(secretKey, ownerOf({ practiceId, personId: id }), DEMO_AUTHENTICATOR),
        since: new Date(),
      });
    }
  }
}

/** Opens the demo's doors. Done last: while there are no personas, the demo counts as not seeded. */
export async function writePersonas(
  tx: EntityManager,
  { personas, waiting }: Pick<DemoPractice, 'personas' | 'waiting'>,
  secretKey: string,
): Promise<void> {
  await writeCredentials(tx, [...personas, waiting], secretKey);
  for (const [place, { practiceId, id, persona }] of personas.entries()) {
    await insert(tx, 'demo_persona', { practice_id: practiceId, person_id: id, persona, place });
  }
}

export function actorOf(somebody: DemoPerson, roles: readonly Role[] = somebody.staff): Actor {
  return { practiceId: somebody.practiceId, personId: somebody.id, roles };
}

interface DemoFamily {
  readonly id: FamilyId;
  readonly practiceId: PracticeId;
  readonly client: DemoMember;
}

async function practice(tx: EntityManager, name: string): Promise<PracticeId> {
  const id = newId<'practice'>();
  await insert(tx, 'practice', {
    id,
    name,
    time_zone: 'America/New_York',
    safety: JSON.stringify(SAFETY),
    exit_url: 'https://www.weather.gov/',
  });
  return id;
}

async function person(
  tx: EntityManager,
  practiceId: PracticeId,
  name: string,
  staff: DemoPerson['staff'],
  persona?: string,
  credentials = '',
): Promise<DemoPerson> {
  const id = newId<'person'>();
  await insert(tx, 'person', { practice_id: practiceId, id, display_name: name, language: 'en' });
  for (const role of staff) await insert(tx, 'staff_role', { practice_id: practiceId, person_id: id, role });
  if (staff.length > 0) {
    await tx.query(
      `update staff set email = $3, credentials = $4 where practice_id = $1 and person_id = $2`,
      [practiceId, id, demoEmail(name), credentials],
    );
  }
  return { id, practiceId, name, staff, ...(persona === undefined ? {} : { persona }) };
}

async function supervise(
  tx: EntityManager,
  by: DemoPerson,
  whom: DemoPerson,
  strength: string,
): Promise<void> {
  await insert(tx, 'supervision', {
    practice_id: by.practiceId,
    id: newId(),
    supervisor_id: by.id,
    therapist_id: whom.id,
    strength,
    from_on: '2026-01-01',
  });
}

async function family(
  tx: EntityManager,
  name: string,
  client: DemoPerson,
  therapist: DemoPerson,
): Promise<DemoFamily> {
  const { practiceId } = client;
  const id = newId<'family'>();
  await insert(tx, 'family', {
    practice_id: practiceId,
    id,
    name,
    client_id: client.id,
    opened_by: therapist.id,
  });
  await insert(tx, 'caseload', {
    practice_id: practiceId,
    family_id: id,
    therapist_id: therapist.id,
    leads: true,
  });
  return { id, practiceId, client: await join(tx, { id, practiceId }, client, 'client', null) };
}

async function join(
  tx: EntityManager,
  to: Pick<DemoFamily, 'id' | 'practiceId'>,
  joining: DemoPerson,
  relation: Relation,
  contact: string | null,
  state: MemberState = 'confirmed',
): Promise<DemoMember> {
  const memberId = newId<'member'>();
  await insert(tx, 'member', {
    practice_id: to.practiceId,
    id: memberId,
    family_id: to.id,
    person_id: joining.id,
    relation,
    state,
    contact,
  });
  return { memberId, person: joining, relation };
}

async function household(
  tx: EntityManager,
  of: DemoFamily,
  writtenBy: DemoPerson,
  name: string,
  people: readonly DemoMember[],
): Promise<void> {
  const id = newId<'household'>();
  const here = { practice_id: of.practiceId, family_id: of.id };
  await insert(tx, 'household', { ...here, id, name });
  for (const { memberId } of people) {
    await insert(tx, 'safe_contact', {
      ...here,
      member_id: memberId,
      channel: 'none',
      household_id: id,
      revision: 1,
      written_by: writtenBy.id,
    });
  }
}

/** The mother answers for the brother, who is 15. */
async function guardian(
  tx: EntityManager,
  of: DemoFamily,
  recordedBy: DemoPerson,
  who: DemoMember,
  forWhom: DemoMember,
): Promise<void> {
  await insert(tx, 'guardian', {
    practice_id: of.practiceId,
    id: newId(),
    family_id: of.id,
    member_id: who.memberId,
    person_id: who.person.id,
    for_member_id: forWhom.memberId,
    for_person_id: forWhom.person.id,
    kind: 'parental-responsibility',
    evidence: 'Parenting plan of 14 March 2024, seen by the therapist',
    from_on: '2024-03-14',
    until_on: '2029-05-31',
    recorded_by: recordedBy.id,
  });
}

async function consent(
  tx: EntityManager,
  of: DemoFamily,
  client: DemoPerson,
  to: DemoMember,
  kinds: readonly DocumentKind[],
  purpose: string,
  lasts: string,
): Promise<void> {
  const [row] = await tx.query<{ untilOn: string }[]>(
    `select (now() + $1::interval)::date::text as "untilOn"`,
    [lasts],
  );
  await insert(tx, 'consent', {
    practice_id: of.practiceId,
    id: newId(),
    family_id: of.id,
    from_id: client.id,
    member_id: to.memberId,
    kinds: [...kinds],
    purpose,
    until_on: row?.untilOn,
    wording: consentWording('en', {
      ...{ signer: client.name, as: 'client', client: client.name, practice: 'Lakeside Recovery Center' },
      ...{ to: { displayName: to.person.name, relation: to.relation }, kinds, documents: [], purpose },
      untilOn: row?.untilOn ?? null,
    }),
    wording_version: CONSENT_WORDING_VERSION,
    language: 'en',
    notice_version: DEFAULT_NOTICE_VERSION,
    signature: client.name,
  });
}
