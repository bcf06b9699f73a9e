import type { DocumentKind } from '@common-ground/contract';
import { planFor, rulesOf } from '@common-ground/rules/content';
import { PERSONAS, type Persona } from '@common-ground/testing';
import { sheet } from './acts';
import type { World } from './world';

/** One request, ready to be sent. */
export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /**
   * Whose request would change something, rightly; the sweep leaves theirs out. Everybody else's has to be refused.
   * Without this everybody sends the request, and it changes nothing.
   */
  readonly may?: readonly Persona[];
}

const get = (path: string): Ask => ({ method: 'GET', path });
const act = (
  method: string,
  path: string,
  may: readonly Persona[] | undefined,
  body?: unknown,
  ifMatch?: number,
): Ask => ({
  method,
  path,
  ...(may && { may }),
  ...(body === undefined ? {} : { body }),
  ...(ifMatch === undefined ? {} : { headers: { 'if-match': `"${ifMatch}"` } }),
});

const THERAPISTS = ['therapist', 'other-therapist', 'outsider'] as const;
const DETAILS = { displayName: 'Mine now', relation: 'friend', language: 'en', channel: 'none' };
/** Far from any revision there is: the answer to whoever may write is what stands there now. */
const LONG_AGO = 900;
const NOBODY = '00000000-0000-4000-8000-000000000000';
const SAID_OF_A_TEMPLATE = {
  title: 'Mine now',
  shelf: 'own',
  tags: [],
  source: 'Somebody',
  licence: 'own-words',
};
const HOW_WE_WORK = {
  senderName: 'Somebody',
  exitUrl: 'https://example.org/',
  safety: {
    practicePhone: '+1 555 0100',
    practiceHours: 'Never',
    emergencyNumber: '911',
    crisisLine: '988',
    checkedOn: '2026-01-01',
  },
  languages: ['en'],
  timeZone: 'America/New_York',
  everyTherapistNeedsReview: false,
};

const SOME_TIME = { startsOn: '2027-03-01', startTime: '16:00' };
const SOME_HOUR = {
  ...planFor('boundary-talk', 'en'),
  ...SOME_TIME,
  timeZone: 'America/New_York',
  place: '',
  link: '',
  people: [],
};

const SOME_REPLY = { reply: 'cannot', words: 'Mine now' };
const STOPPED = {
  at: null,
  end: 'stopped',
  breathing: false,
  round: null,
  entries: SOME_HOUR.agenda.map(({ id }) => ({ id, added: 0, leftOut: null })),
};
const NOTHING_WRITTEN = {
  ...{ problem: '', options: [], decision: '', actions: [], parkingLot: [], helped: '', nextOn: null },
};

/** The decision stands in it all the same: no choice is needed to put it there. */
const NOTHING_OF_IT = { memberIds: [], entryIds: [], actionIds: [], decision: true };

const SOME_NOTE = { preparation: 'Mine now', notes: 'Mine now' };
const carried = (documentId: string | null): unknown => ({
  ...{ actionId: 'action', into: 'support-plan', documentId },
});

const somePage = (families: World['families'], padRevision: number): unknown => ({
  padRevision,
  pages: [{ memberId: families[0]?.members[0] ?? NOBODY, parts: ['decision'], actionIds: [] }],
});

/**
 * Every route of the API with requests to try it by. A route that is not here, or is here and not in the API, fails
 * the matrix: whoever adds a door adds the way to knock on it.
 */
export const INVENTORY: Readonly<Record<string, (world: World) => readonly Ask[]>> = {
  'GET /health/live': () => [get('/health/live')],
  'GET /health/ready': () => [get('/health/ready')],
  'GET /api/openapi.json': () => [get('/api/openapi.json')],
  'GET /api/demo/personas': () => [get('/api/demo/personas')],
  'POST /api/demo/sign-in': () => [act('POST', '/api/demo/sign-in', undefined, { persona: 'nobody' })],
  'POST /api/sign-in': () => [
    act('POST', '/api/sign-in', undefined, {
      email: 'nobody@example.org',
      password: 'not-a-password-of-anybody',
    }),
  ],
  'POST /api/sign-in/code': () => [
    act('POST', '/api/sign-in/code', undefined, { code: 'NOBODY', pin: '000000' }),
  ],
  'POST /api/sign-in/second-factor': () => [
    act('POST', '/api/sign-in/second-factor', undefined, { code: '000000' }),
  ],
  'POST /api/sign-in/second-factor/passkey': () => [
    act('POST', '/api/sign-in/second-factor/passkey', undefined),
  ],
  'POST /api/sign-in/passkey': () => [act('POST', '/api/sign-in/passkey', undefined, { passkey: {} })],
  'POST /api/sign-in/passkey/question': () => [act('POST', '/api/sign-in/passkey/question', undefined)],
  'GET /api/welcome/:token': () => [get('/api/welcome/a-link-that-nobody-was-ever-given')],
  'POST /api/welcome': () => [
    act('POST', '/api/welcome', undefined, {
      token: 'a-link-that-nobody-was-ever-given',
      password: 'a long and plain sentence',
    }),
  ],
  'POST /api/staff/:id/access-link': ({ supervisorId }) => [
    act('POST', `/api/staff/${supervisorId}/access-link`, ['admin'], {}),
  ],
  'POST /api/step-up': () => [act('POST', '/api/step-up', undefined, {})],
  'POST /api/step-up/passkey': () => [act('POST', '/api/step-up/passkey', undefined)],
  'GET /api/me/ways-in': () => [get('/api/me/ways-in')],
  'POST /api/me/authenticator': () => [act('POST', '/api/me/authenticator', PERSONAS)],
  'POST /api/me/authenticator/confirm': () => [
    act('POST', '/api/me/authenticator/confirm', undefined, { code: '000000' }),
  ],
  'POST /api/me/authenticator/remove': () => [act('POST', '/api/me/authenticator/remove', PERSONAS)],
  'POST /api/me/recovery-codes': () => [act('POST', '/api/me/recovery-codes', PERSONAS)],
  'POST /api/me/password': () => [act('POST', '/api/me/password', undefined, { password: 'too short' })],
  'POST /api/me/passkeys': () => [act('POST', '/api/me/passkeys', undefined, { passkey: {} })],
  'POST /api/me/passkeys/question': () => [act('POST', '/api/me/passkeys/question', undefined)],
  'POST /api/me/passkeys/:id/remove': () => [
    act('POST', '/api/me/passkeys/00000000-0000-7000-8000-000000000000/remove', undefined),
  ],
  'GET /api/me/sessions': () => [get('/api/me/sessions')],
  'POST /api/me/sessions/:id/sign-out': () => [
    act('POST', '/api/me/sessions/00000000-0000-7000-8000-000000000000/sign-out', undefined),
  ],
  'POST /api/me/sessions/sign-out-others': () => [act('POST', '/api/me/sessions/sign-out-others', PERSONAS)],
  'POST /api/sign-out': () => [act('POST', '/api/sign-out', PERSONAS)],
  'GET /api/me': () => [get('/api/me')],
  'GET /api/me/access-log': () => [get('/api/me/access-log?limit=100'), get('/api/me/access-log?limit=1')],
  'GET /api/me/reminders': () => [get('/api/me/reminders')],
  'PUT /api/me/language': () => [act('PUT', '/api/me/language', undefined, { language: 'en' })],
  'PUT /api/me/reminders': () => [
    act(
      'PUT',
      '/api/me/reminders',
      undefined,
      { days: [1], hour: 9, timeZone: 'America/New_York', whenAsked: true },
      LONG_AGO,
    ),
  ],
  'GET /api/notebooks': () => [get('/api/notebooks')],
  'GET /api/notebooks/:id': ({ supervisions }) => supervisions.map((id) => get(`/api/notebooks/${id}`)),
  'PUT /api/notebooks/:id': ({ supervisions }) =>
    supervisions.map((id) =>
      act('PUT', `/api/notebooks/${id}`, undefined, { goals: '', themes: '' }, LONG_AGO),
    ),
  'GET /api/me/review-mail': () => [get('/api/me/review-mail')],
  'PUT /api/me/review-mail': () => [
    act('PUT', '/api/me/review-mail', ['therapist', 'supervisor', 'other-therapist', 'outsider'], {
      wanted: true,
    }),
  ],
  'GET /api/me/export': () => [get('/api/me/export')],
  'GET /api/me/export/pdf': () => [get('/api/me/export/pdf')],
  'GET /api/me/erasure': () => [get('/api/me/erasure')],
  'POST /api/me/erasure': () => [act('POST', '/api/me/erasure', PERSONAS)],
  'GET /api/families/:id/erasures': ({ families }) =>
    families.map(({ id }) => get(`/api/families/${id}/erasures`)),
  'GET /api/erasures': () => [get('/api/erasures')],
  'POST /api/erasures/:id/carry-out': ({ erasures }) =>
    erasures.map(({ id, leads }) => act('POST', `/api/erasures/${id}/carry-out`, leads)),
  'POST /api/erasures/:id/refuse': ({ erasures }) =>
    erasures.map(({ id, leads }) => act('POST', `/api/erasures/${id}/refuse`, leads, { because: 'Not I' })),
  'GET /api/families/:id/disclosures': ({ families }) =>
    families.flatMap(({ id }) => [
      get(`/api/families/${id}/disclosures?limit=100`),
      get(`/api/families/${id}/disclosures?limit=1`),
    ]),
  'GET /api/families/:id/disclosures/csv': ({ families }) =>
    families.map(({ id }) => get(`/api/families/${id}/disclosures/csv`)),
  'GET /api/break-glass': () => [get('/api/break-glass?limit=100'), get('/api/break-glass?limit=1')],
  'POST /api/break-glass': () => [
    act('POST', '/api/break-glass', [...THERAPISTS, 'supervisor'], {
      clientName: 'Maya Torres',
      reason: 'I want to see what stands in there.',
    }),
  ],
  'GET /api/break-glass/:id': ({ glasses }) => glasses.map(({ id }) => get(`/api/break-glass/${id}`)),
  'GET /api/break-glass/:id/documents/:documentId': ({ glasses, documents }) =>
    glasses.flatMap(({ id }) =>
      documents.slice(0, 2).map((document) => get(`/api/break-glass/${id}/documents/${document.id}`)),
    ),
  'POST /api/break-glass/:id/end': ({ glasses }) =>
    glasses.map(({ id }) => act('POST', `/api/break-glass/${id}/end`, ['other-therapist'])),
  'POST /api/break-glass/:id/review': ({ glasses }) =>
    glasses.map(({ id }) =>
      act('POST', `/api/break-glass/${id}/review`, ['supervisor', 'admin'], { verdict: 'in-order' }),
    ),
  'GET /api/records': () => [get('/api/records')],
  'GET /api/staff': () => [get('/api/staff')],
  'POST /api/staff': () => [
    act('POST', '/api/staff', ['admin'], {
      displayName: 'New',
      email: 'new@example.org',
      language: 'en',
      roles: ['admin'],
    }),
  ],
  'PUT /api/staff/:id': ({ staff }) =>
    staff.map((id) => act('PUT', `/api/staff/${id}`, ['admin'], { displayName: 'I', language: 'en' })),
  'PUT /api/staff/:id/email': ({ staff }) =>
    staff.map((id, index) =>
      act('PUT', `/api/staff/${id}/email`, ['admin'], { email: `new-${index}@lakeside.example` }),
    ),
  'POST /api/staff/:id/roles': ({ staff }) =>
    staff.map((id) => act('POST', `/api/staff/${id}/roles`, ['admin'], { role: 'admin' })),
  'POST /api/staff/:id/roles/:role/end': ({ staff }) =>
    staff.map((id) => act('POST', `/api/staff/${id}/roles/therapist/end`, ['admin'])),
  'POST /api/staff/:id/deactivate': ({ staff }) =>
    staff.map((id) => act('POST', `/api/staff/${id}/deactivate`, ['admin'])),
  'GET /api/supervisions': () => [get('/api/supervisions')],
  'POST /api/supervisions': ({ supervisorId, staff }) =>
    staff.map((therapistId) =>
      act('POST', '/api/supervisions', ['admin'], {
        supervisorId,
        therapistId,
        strength: 'may-read',
        fromOn: '2999-01-01',
      }),
    ),
  'POST /api/supervisions/:id/end': ({ supervisions }) =>
    supervisions.map((id) => act('POST', `/api/supervisions/${id}/end`, ['admin'], {})),
  'GET /api/stand-ins': () => [get('/api/stand-ins')],
  'GET /api/stand-ins/ended': () => [get('/api/stand-ins/ended'), get('/api/stand-ins/ended?limit=1')],
  'POST /api/stand-ins': ({ staff }) =>
    staff.map((personId) =>
      act('POST', '/api/stand-ins', ['supervisor'], {
        personId,
        fromOn: '2998-01-01',
        untilOn: '2998-01-09',
      }),
    ),
  'PUT /api/stand-ins/:id': ({ standIns }) =>
    standIns.map((id) => act('PUT', `/api/stand-ins/${id}`, ['supervisor'], { untilOn: '2999-01-09' })),
  'POST /api/stand-ins/:id/end': ({ standIns }) =>
    standIns.map((id) => act('POST', `/api/stand-ins/${id}/end`, ['supervisor'])),
  'GET /api/practice': () => [get('/api/practice')],
  'PUT /api/practice': () => [
    act('PUT', '/api/practice', ['admin'], HOW_WE_WORK, 1),
    act('PUT', '/api/practice', undefined, HOW_WE_WORK, LONG_AGO),
  ],
  'GET /api/practice/coach-words': () => [get('/api/practice/coach-words')],
  'POST /api/practice/coach-words': () => [
    act('POST', '/api/practice/coach-words', ['admin'], {
      language: 'en',
      sort: 'label',
      phrase: 'drama queen',
    }),
  ],
  'POST /api/practice/coach-words/:id/remove': () => [
    act('POST', '/api/practice/coach-words/00000000-0000-7000-8000-000000000000/remove', ['admin']),
  ],
  'GET /api/practice/notices': () => [get('/api/practice/notices')],
  'POST /api/practice/notices': () => [
    act('POST', '/api/practice/notices', ['admin'], {
      sort: 'privacy',
      language: 'en',
      text: 'We keep nothing.',
      inForceFrom: '2999-01-01',
    }),
  ],
  'GET /api/today': () => [get('/api/today')],

  'GET /api/families': () => [get('/api/families'), get('/api/families?limit=1')],
  'POST /api/families': () => [
    act('POST', '/api/families', THERAPISTS, { name: 'New', client: { displayName: 'New' } }),
  ],
  'GET /api/families/:id': ({ families }) => families.map(({ id }) => get(`/api/families/${id}`)),
  'PUT /api/families/:id/part-2': ({ families }) =>
    families.map(({ id, leads }) => act('PUT', `/api/families/${id}/part-2`, leads, { part2: true })),
  'GET /api/families/:id/members': ({ families }) =>
    families.map(({ id }) => get(`/api/families/${id}/members`)),
  'POST /api/families/:id/members': ({ families }) =>
    families.map(({ id, leads }) =>
      act('POST', `/api/families/${id}/members`, leads, { displayName: 'New', relation: 'friend' }),
    ),
  'POST /api/families/:id/members/:memberId/confirm': (world) => memberMoves(world, 'confirm'),
  'POST /api/families/:id/members/:memberId/pause': (world) => memberMoves(world, 'pause'),
  'POST /api/families/:id/members/:memberId/remove': (world) => memberMoves(world, 'remove'),
  'GET /api/families/:id/known-people': ({ families }) =>
    families.map(({ id }) => get(`/api/families/${id}/known-people`)),
  'PUT /api/families/:id/members/:memberId': ({ families }) =>
    families.flatMap(({ id, members, leads }) =>
      members.flatMap((member) => [
        act('PUT', `/api/families/${id}/members/${member}`, leads, DETAILS, 0),
        act('PUT', `/api/families/${id}/members/${member}`, leads, DETAILS, LONG_AGO),
      ]),
    ),
  'GET /api/families/:id/members/:memberId/duplicates': ({ families }) =>
    families.flatMap(({ id, members }) =>
      members.map((member) => get(`/api/families/${id}/members/${member}/duplicates`)),
    ),
  'POST /api/families/:id/members/:memberId/merge': ({ families, staff }) =>
    families.flatMap(({ id, members, leads }) =>
      members.flatMap((member) =>
        staff
          .slice(0, 1)
          .map((duplicateId) =>
            act('POST', `/api/families/${id}/members/${member}/merge`, leads, { duplicateId }),
          ),
      ),
    ),
  'POST /api/families/:id/leave': ({ families }) =>
    families.map(({ id }) => act('POST', `/api/families/${id}/leave`, ['mother', 'father', 'brother'])),
  'GET /api/families/:id/households': ({ families }) =>
    families.map(({ id }) => get(`/api/families/${id}/households`)),
  'POST /api/families/:id/households': ({ families }) =>
    families.map(({ id, leads }) => act('POST', `/api/families/${id}/households`, leads, { name: 'New' })),
  'PUT /api/households/:id': ({ households }) =>
    households.map(({ id, leads }) => act('PUT', `/api/households/${id}`, leads, { name: 'Mine now' })),
  'GET /api/families/:id/therapists': ({ families }) =>
    families.map(({ id }) => get(`/api/families/${id}/therapists`)),
  'POST /api/families/:id/therapists': ({ families, supervisorId }) =>
    families.map(({ id, leads }) =>
      act('POST', `/api/families/${id}/therapists`, leads, { personId: supervisorId }),
    ),
  'POST /api/families/:id/therapists/:personId/lead': ({ families, supervisorId }) =>
    families.map(({ id, leads }) =>
      act('POST', `/api/families/${id}/therapists/${supervisorId}/lead`, leads),
    ),
  'POST /api/families/:id/therapists/:personId/end': ({ families, supervisorId }) =>
    families.map(({ id, leads }) => act('POST', `/api/families/${id}/therapists/${supervisorId}/end`, leads)),
  'GET /api/families/:id/guardians': ({ families }) =>
    families.map(({ id }) => get(`/api/families/${id}/guardians`)),
  'POST /api/families/:id/guardians': ({ families }) =>
    families.map(({ id, members, leads }) =>
      act('POST', `/api/families/${id}/guardians`, leads, {
        memberId: members.at(-1),
        forMemberId: members[0],
        kind: 'court-appointed',
        evidence: 'I said so',
        fromOn: '2026-01-01',
      }),
    ),
  'POST /api/guardians/:id/end': ({ guardians }) =>
    guardians.map(({ id, leads }) => act('POST', `/api/guardians/${id}/end`, leads, {})),
  'GET /api/families/:id/invitations': ({ families }) =>
    families.map(({ id }) => get(`/api/families/${id}/invitations`)),
  'GET /api/families/:id/members/:memberId/invitation': ({ families }) =>
    families.flatMap(({ id, members }) =>
      members.map((member) => get(`/api/families/${id}/members/${member}/invitation`)),
    ),
  'POST /api/families/:id/members/:memberId/invitation': (world) => memberMoves(world, 'invitation'),
  'POST /api/families/:id/members/:memberId/invitation/withdraw': (world) =>
    memberMoves(world, 'invitation/withdraw'),
  'GET /api/invitations/:token': () => [get('/api/invitations/never-made')],
  'POST /api/invitations/redeem': () => [
    act('POST', '/api/invitations/redeem', undefined, { code: 'NEVER-MADE', pin: '480216' }),
  ],
  'GET /api/families/:id/blocks': ({ families }) =>
    families.map(({ id }) => get(`/api/families/${id}/blocks`)),
  'POST /api/families/:id/blocks': ({ families, supervisorId }) =>
    families.map(({ id, members, leads }) =>
      act('POST', `/api/families/${id}/blocks`, leads, {
        memberIds: [members[0], supervisorId],
        reason: 'I want it so',
      }),
    ),
  'POST /api/blocks/:id/lift': ({ blocks }) =>
    blocks.map(({ id, leads }) => act('POST', `/api/blocks/${id}/lift`, leads)),
  'GET /api/families/:id/holds': ({ families }) => families.map(({ id }) => get(`/api/families/${id}/holds`)),
  'POST /api/families/:id/holds': ({ families }) =>
    families.map(({ id, members, leads }) =>
      act('POST', `/api/families/${id}/holds`, leads, { memberId: members[0], reason: 'I want it so' }),
    ),
  'POST /api/holds/:id/lift': ({ holds }) =>
    holds.map(({ id, leads }) => act('POST', `/api/holds/${id}/lift`, leads)),
  'GET /api/families/:id/consents': ({ families }) =>
    families.map(({ id }) => get(`/api/families/${id}/consents`)),
  'POST /api/families/:id/consents': ({ families }) =>
    families.map(({ id, client, members }) =>
      act('POST', `/api/families/${id}/consents`, client === null ? [] : [client], {
        memberId: members.at(-1),
        kinds: ['worksheet'],
        purpose: 'To see more',
        signature: 'Not I',
      }),
    ),
  'POST /api/consents/:id/revoke': ({ consents }) =>
    consents.map(({ id, giver }) => act('POST', `/api/consents/${id}/revoke`, [giver])),
  'GET /api/families/:id/consent-requests': ({ families }) =>
    families.map(({ id }) => get(`/api/families/${id}/consent-requests`)),
  'POST /api/families/:id/consent-requests': ({ families }) =>
    families.map(({ id, leads, members }) =>
      act('POST', `/api/families/${id}/consent-requests`, leads, {
        memberId: members.at(-1),
        kinds: ['worksheet'],
        purpose: 'To see more',
      }),
    ),
  'GET /api/me/privacy': () => [get('/api/me/privacy')],
  'GET /api/me/consent-requests': () => [get('/api/me/consent-requests')],
  'GET /api/consent-requests/:id': ({ consentRequests }) =>
    consentRequests.map(({ id }) => get(`/api/consent-requests/${id}`)),
  'POST /api/consent-requests/:id/decision': ({ consentRequests }) =>
    consentRequests.flatMap(({ id, deciders }) => [
      act('POST', `/api/consent-requests/${id}/decision`, deciders, { answer: 'not-now' }),
      act('POST', `/api/consent-requests/${id}/decision`, deciders, {
        answer: 'yes',
        signature: 'Not I',
        language: 'en',
        wordingHash: '0'.repeat(64),
      }),
    ]),
  'POST /api/consent-requests/:id/withdraw': ({ consentRequests }) =>
    consentRequests.map(({ id, leads }) => act('POST', `/api/consent-requests/${id}/withdraw`, leads)),
  'GET /api/families/:id/responses': ({ families }) =>
    families.flatMap(({ id }) => [
      get(`/api/families/${id}/responses?limit=100`),
      get(`/api/families/${id}/responses?limit=1`),
    ]),

  'GET /api/templates': () => [
    get('/api/templates?limit=100'),
    get('/api/templates?limit=1&shelf=practice'),
    get('/api/templates?q=planted&limit=100'),
  ],
  'POST /api/templates': ({ documents }) =>
    documents.map(({ id, leads }) =>
      act('POST', '/api/templates', leads, { documentId: id, namesNobody: true, ...SAID_OF_A_TEMPLATE }),
    ),
  'GET /api/templates/:id': ({ templates }) => templates.map(({ id }) => get(`/api/templates/${id}`)),
  'PUT /api/templates/:id': ({ templates }) =>
    templates.flatMap(({ id, leads }) => [
      act('PUT', `/api/templates/${id}`, leads, SAID_OF_A_TEMPLATE, 1),
      act('PUT', `/api/templates/${id}`, undefined, SAID_OF_A_TEMPLATE, LONG_AGO),
    ]),
  'POST /api/templates/:id/take-back': ({ templates }) =>
    templates.map(({ id, leads, shelf }) =>
      act('POST', `/api/templates/${id}/take-back`, shelf === 'practice' ? [...leads, 'admin'] : leads),
    ),
  'POST /api/templates/:id/copy': ({ families, templates }) => [
    ...families.map(({ id, leads }) =>
      act('POST', `/api/templates/${templates[0]?.id}/copy`, leads, { familyId: id }),
    ),
    ...templates.map(({ id, strangers }) =>
      act(
        'POST',
        `/api/templates/${id}/copy`,
        THERAPISTS.filter((who) => !strangers.includes(who)),
        {},
      ),
    ),
  ],
  'GET /api/documents': ({ families }) => [
    get('/api/documents?limit=100'),
    get('/api/documents?limit=1'),
    ...families.map(({ id }) => get(`/api/documents?familyId=${id}`)),
  ],
  'POST /api/documents': ({ families, documents }) => [
    ...families.map(({ id, leads }) =>
      act('POST', '/api/documents', leads, { kind: 'worksheet', title: 'New', familyId: id }),
    ),
    ...documents.map(({ id, leads }) =>
      act('POST', '/api/documents', leads, { kind: 'worksheet', title: 'Copied', fromDocumentId: id }),
    ),
  ],
  'GET /api/documents/:id': (world) => ofDocuments(world, ''),
  'GET /api/documents/:id/concerns': (world) => ofDocuments(world, '/concerns'),
  'POST /api/documents/:id/at-work': ({ documents }) =>
    documents.map(({ id, leads }) => act('POST', `/api/documents/${id}/at-work`, leads, { blockId: 'b' })),
  'POST /api/documents/:id/wordings/keep': ({ documents }) =>
    documents.map(({ id, leads }) =>
      act('POST', `/api/documents/${id}/wordings/keep`, leads, { sort: 'blame', quote: 'You always' }),
    ),
  'POST /api/documents/:id/wordings/reconsider': ({ documents }) =>
    documents.map(({ id, leads }) => act('POST', `/api/documents/${id}/wordings/reconsider`, leads)),
  'GET /api/documents/:id/versions': (world) => ofDocuments(world, '/versions'),
  'GET /api/documents/:id/versions/:number': (world) => ofDocuments(world, '/versions/1'),
  'POST /api/documents/:id/versions/:number/addenda': ({ documents }) =>
    documents.map(({ id }) =>
      act('POST', `/api/documents/${id}/versions/99/addenda`, undefined, { text: 'A note' }),
    ),
  'GET /api/documents/:id/attachable': (world) => [
    ...ofDocuments(world, '/attachable'),
    ...ofDocuments(world, '/attachable?limit=1'),
  ],
  'GET /api/documents/:id/changes': (world) => ofDocuments(world, '/changes?from=1&to=1'),
  'GET /api/documents/:id/pdf': (world) => [
    ...ofDocuments(world, '/pdf'),
    ...ofDocuments(world, '/pdf?type=large&cover=plain'),
    ...ofDocuments(world, '/pdf?form=card'),
  ],
  'GET /api/documents/:id/fountain': (world) => ofDocuments(world, '/fountain'),
  'PUT /api/role-play-scripts/:id/draft': (world) => draftsOf(world, 'role-play-script'),
  'PUT /api/boundary-plans/:id/draft': (world) => draftsOf(world, 'boundary-plan'),
  'PUT /api/support-plans/:id/draft': (world) => draftsOf(world, 'support-plan'),
  'PUT /api/worksheets/:id/draft': ({ documents }) =>
    documents.flatMap(({ id, revision, leads }) => [
      act('PUT', `/api/worksheets/${id}/draft`, leads, { title: 'Mine now', content: sheet() }, revision),
      act('PUT', `/api/worksheets/${id}/draft`, undefined, { title: 'Mine now', content: sheet() }, LONG_AGO),
    ]),
  'POST /api/documents/:id/submit': ({ documents, supervisorId }) =>
    documents.map(({ id, leads }) => act('POST', `/api/documents/${id}/submit`, leads, { supervisorId })),
  'POST /api/documents/:id/reopen': ({ documents }) =>
    documents.map(({ id, leads }) => act('POST', `/api/documents/${id}/reopen`, leads)),

  'GET /api/reviews': ({ documents }) => [
    ...documents.map(({ id }) => get(`/api/reviews?documentId=${id}`)),
    get('/api/reviews?state=waiting&limit=100'),
    get('/api/reviews?state=decided&limit=100'),
    get('/api/reviews?limit=1'),
    get('/api/reviews?side=to-judge&limit=100'),
    get('/api/reviews?kind=worksheet&risky=yes'),
    get('/api/reviews?again=yes'),
  ],
  'GET /api/review-times': () => [get('/api/review-times')],
  'GET /api/reviews/:id': ({ reviews }) => reviews.map(({ id }) => get(`/api/reviews/${id}`)),
  'POST /api/reviews/:id/comments': ({ reviews }) =>
    reviews.map(({ id, leads }) =>
      act('POST', `/api/reviews/${id}/comments`, [...leads, 'supervisor'], {
        blockId: 'told',
        text: 'And I?',
      }),
    ),
  'PUT /api/reviews/:id/comments/:commentId/resolution': ({ reviews }) =>
    reviews.flatMap(({ id, comments }) =>
      [...comments, NOBODY].map((comment) =>
        act('PUT', `/api/reviews/${id}/comments/${comment}/resolution`, ['therapist', 'supervisor'], {
          resolved: true,
        }),
      ),
    ),
  'PUT /api/reviews/:id/comments/:commentId/suggestion': ({ reviews }) =>
    reviews.flatMap(({ id, comments }) =>
      [...comments, NOBODY].map((comment) =>
        act('PUT', `/api/reviews/${id}/comments/${comment}/suggestion`, ['therapist'], { answer: 'taken' }),
      ),
    ),
  'GET /api/me/unsent-comments': () => [get('/api/me/unsent-comments')],
  'POST /api/me/unsent-comments/discard': () => [
    act('POST', '/api/me/unsent-comments/discard', [...THERAPISTS, 'supervisor', 'admin'], { ids: [NOBODY] }),
  ],
  // What goes along with some review is asked for by each. What goes along with none is asked for by one of them, as each
  // document with all of them would be half of all asks.
  'GET /api/reviews/:id/attached/:documentId': ({ reviews, documents }) => {
    const goAlong = [...new Set(reviews.flatMap(({ attached }) => attached))];
    const others = documents.map(({ id }) => id).filter((id) => !goAlong.includes(id));
    return reviews.flatMap(({ id }, at) =>
      [...goAlong, ...others.filter((_one, n) => n % reviews.length === at), NOBODY].map((document) =>
        get(`/api/reviews/${id}/attached/${document}`),
      ),
    );
  },
  'POST /api/reviews/:id/attached/:documentId/take-off': ({ reviews }) =>
    reviews.flatMap(({ id, attached, leads }) =>
      [...attached, NOBODY].map((document) =>
        act('POST', `/api/reviews/${id}/attached/${document}/take-off`, leads),
      ),
    ),
  'PUT /api/reviews/:id/read-marks': ({ reviews }) =>
    reviews.map(({ id }) =>
      act('PUT', `/api/reviews/${id}/read-marks`, ['supervisor'], { blockId: 'told', read: true }),
    ),
  'POST /api/reviews/:id/decision': ({ reviews }) =>
    reviews.map(({ id, hash }) =>
      act('POST', `/api/reviews/${id}/decision`, ['supervisor'], { verdict: 'approve', versionHash: hash }),
    ),

  'POST /api/documents/:id/shares/preview': ({ documents }) =>
    documents.map(({ id }) => act('POST', `/api/documents/${id}/shares/preview`, undefined, {})),
  'GET /api/documents/:id/seen-as/:memberId': ({ documents, families }) =>
    documents.flatMap(({ id, familyId }) => {
      const family = families.find((candidate) => candidate.id === familyId) ?? families[0];
      return [...(family?.members ?? []), NOBODY].map((member) =>
        get(`/api/documents/${id}/seen-as/${member}`),
      );
    }),
  'GET /api/documents/:id/shares': (world) => ofDocuments(world, '/shares'),
  'POST /api/documents/:id/shares': ({ documents, families }) =>
    documents.map(({ id, leads, familyId }) => {
      const family = families.find((candidate) => candidate.id === familyId) ?? families[0];
      return act('POST', `/api/documents/${id}/shares`, leads, { memberIds: family?.members.slice(0, 2) });
    }),
  'PUT /api/shares/:id': ({ shares }) =>
    shares.map(({ id }) => act('PUT', `/api/shares/${id}`, undefined, { dueOn: null, note: null }, LONG_AGO)),
  'POST /api/shares/:id/revoke': ({ shares }) =>
    shares.map(({ id, leads }) => act('POST', `/api/shares/${id}/revoke`, leads)),

  'GET /api/families/:id/sessions': ({ families }) =>
    families.flatMap(({ id }) => [
      get(`/api/families/${id}/sessions?limit=100`),
      get(`/api/families/${id}/sessions?limit=1`),
    ]),
  'POST /api/families/:id/sessions': ({ families }) =>
    families.map(({ id, leads }) =>
      act('POST', `/api/families/${id}/sessions`, leads, { format: 'boundary-talk', ...SOME_TIME }),
    ),
  'GET /api/sessions': () => [get('/api/sessions')],
  'GET /api/sessions/:id': ({ sessions }) => sessions.map(({ id }) => get(`/api/sessions/${id}`)),
  'PUT /api/sessions/:id': ({ sessions }) =>
    sessions.flatMap(({ id, revision, leads }) => [
      act('PUT', `/api/sessions/${id}`, leads, SOME_HOUR, revision),
      act('PUT', `/api/sessions/${id}`, undefined, SOME_HOUR, LONG_AGO),
    ]),
  'POST /api/sessions/:id/bring-forward': ({ sessions }) =>
    sessions.flatMap(({ id, leads }) =>
      sessions.map((into) =>
        act(
          'POST',
          `/api/sessions/${id}/bring-forward`,
          leads.filter((who) => into.leads.includes(who)),
          {
            into: into.id,
          },
        ),
      ),
    ),
  'GET /api/sessions/:id/review': ({ sessions }) =>
    sessions.map(({ id }) => get(`/api/sessions/${id}/review`)),
  'POST /api/sessions/:id/review': ({ sessions, supervisorId }) =>
    sessions.flatMap(({ id, revision, leads }) => [
      act('POST', `/api/sessions/${id}/review`, leads, { supervisorId, note: '' }, revision),
      act('POST', `/api/sessions/${id}/review`, undefined, { supervisorId, note: '' }, LONG_AGO),
    ]),
  'POST /api/sessions/:id/review/take-back': ({ sessions }) =>
    sessions.map(({ id, leads }) => act('POST', `/api/sessions/${id}/review/take-back`, leads)),
  'GET /api/sessions/:id/asked': ({ sessions }) => sessions.map(({ id }) => get(`/api/sessions/${id}/asked`)),
  'POST /api/sessions/:id/asked': ({ sessions, families }) =>
    sessions.map(({ id, leads }) =>
      act('POST', `/api/sessions/${id}/asked`, leads, { memberIds: families[0]?.members.slice(0, 1) }),
    ),
  'POST /api/sessions/:id/asked/:memberId/take-back': ({ sessions, families }) =>
    sessions.flatMap(({ id, leads }) =>
      (families[0]?.members ?? []).map((member) =>
        act('POST', `/api/sessions/${id}/asked/${member}/take-back`, leads),
      ),
    ),
  'POST /api/sessions/:id/call-off': ({ sessions }) =>
    sessions.map(({ id, leads }) => act('POST', `/api/sessions/${id}/call-off`, leads)),
  'GET /api/sessions/:id/calendar.ics': ({ sessions }) =>
    sessions.map(({ id }) => get(`/api/sessions/${id}/calendar.ics`)),
  'GET /api/me/family-sessions': () => [get('/api/me/family-sessions')],
  'GET /api/me/family-sessions/:id': ({ sessions }) =>
    sessions.map(({ id }) => get(`/api/me/family-sessions/${id}`)),
  'PUT /api/me/family-sessions/:id/reply': ({ sessions }) =>
    sessions.flatMap(({ id, asked }) => [
      act('PUT', `/api/me/family-sessions/${id}/reply`, asked, SOME_REPLY, 1),
      act('PUT', `/api/me/family-sessions/${id}/reply`, undefined, SOME_REPLY, LONG_AGO),
    ]),
  'GET /api/sessions/:id/run': ({ sessions }) => sessions.map(({ id }) => get(`/api/sessions/${id}/run`)),
  'POST /api/sessions/:id/run': ({ sessions }) =>
    sessions.map(({ id, leads }) => act('POST', `/api/sessions/${id}/run`, leads)),
  'PUT /api/sessions/:id/run': ({ sessions }) =>
    sessions.flatMap(({ id, leads }) => [
      act('PUT', `/api/sessions/${id}/run`, leads, STOPPED, 1),
      act('PUT', `/api/sessions/${id}/run`, undefined, STOPPED, LONG_AGO),
    ]),
  'GET /api/sessions/:id/run/shown': ({ sessions }) =>
    sessions.map(({ id }) => get(`/api/sessions/${id}/run/shown`)),
  'POST /api/sessions/:id/run/shown': ({ sessions }) =>
    sessions.map(({ id }) =>
      // Nothing of it may be shown: whoever leads is told so, and to everybody else there is nothing.
      act('POST', `/api/sessions/${id}/run/shown`, undefined, { documentId: NOBODY, promptId: 'spare' }),
    ),
  'GET /api/sessions/:id/run/pad': ({ sessions }) =>
    sessions.map(({ id }) => get(`/api/sessions/${id}/run/pad`)),
  'PUT /api/sessions/:id/run/pad': ({ sessions }) =>
    sessions.flatMap(({ id, leads }) => [
      act('PUT', `/api/sessions/${id}/run/pad`, leads, NOTHING_WRITTEN, 2),
      act('PUT', `/api/sessions/${id}/run/pad`, undefined, NOTHING_WRITTEN, LONG_AGO),
    ]),
  'GET /api/shares/:id/reminders': ({ shares }) => shares.map(({ id }) => get(`/api/shares/${id}/reminders`)),
  'POST /api/shares/:id/reminders': ({ shares }) =>
    shares.map(({ id, leads }) => act('POST', `/api/shares/${id}/reminders`, leads, { memberIds: [NOBODY] })),
  'GET /api/shares/:id/newer': ({ shares }) => shares.map(({ id }) => get(`/api/shares/${id}/newer`)),
  'POST /api/shares/:id/replace': ({ shares }) =>
    shares.map(({ id, leads }) => act('POST', `/api/shares/${id}/replace`, leads)),
  'GET /api/sessions/:id/actions': ({ sessions }) =>
    sessions.map(({ id }) => get(`/api/sessions/${id}/actions`)),
  'POST /api/sessions/:id/actions/carry': ({ sessions, documents }) =>
    sessions.flatMap(({ id, leads }) => [
      act('POST', `/api/sessions/${id}/actions/carry`, leads, carried(null)),
      ...documents
        .slice(0, 2)
        .map((document) => act('POST', `/api/sessions/${id}/actions/carry`, leads, carried(document.id))),
    ]),
  'POST /api/sessions/:id/actions/undo': ({ sessions, documents }) =>
    sessions.flatMap(({ id, leads }) =>
      documents.slice(0, 2).map((document) =>
        act('POST', `/api/sessions/${id}/actions/undo`, leads, {
          actionId: 'action',
          documentId: document.id,
        }),
      ),
    ),
  'GET /api/sessions/:id/note': ({ sessions }) => sessions.map(({ id }) => get(`/api/sessions/${id}/note`)),
  'PUT /api/sessions/:id/note': ({ sessions }) =>
    sessions.flatMap(({ id, leads }) => [
      act('PUT', `/api/sessions/${id}/note`, leads, SOME_NOTE, 0),
      act('PUT', `/api/sessions/${id}/note`, undefined, SOME_NOTE, LONG_AGO),
    ]),
  'GET /api/sessions/:id/pages': ({ sessions }) => sessions.map(({ id }) => get(`/api/sessions/${id}/pages`)),
  'POST /api/sessions/:id/pages': ({ sessions, families }) =>
    sessions.flatMap(({ id, leads }) => [
      act('POST', `/api/sessions/${id}/pages`, leads, somePage(families, 2)),
      act('POST', `/api/sessions/${id}/pages`, undefined, somePage(families, LONG_AGO)),
    ]),
  'POST /api/sessions/:id/pages/:memberId/take-back': ({ sessions, families }) =>
    sessions.flatMap(({ id, leads }) =>
      (families[0]?.members ?? []).map((member) =>
        act('POST', `/api/sessions/${id}/pages/${member}/take-back`, leads),
      ),
    ),
  'GET /api/me/family-sessions/:id/page': ({ sessions }) =>
    sessions.map(({ id }) => get(`/api/me/family-sessions/${id}/page`)),
  'GET /api/me/family-sessions/:id/page/pdf': ({ sessions }) =>
    sessions.map(({ id }) => get(`/api/me/family-sessions/${id}/page/pdf`)),
  'GET /api/me/family-sessions/:id/look-back': ({ sessions }) =>
    sessions.map(({ id }) => get(`/api/me/family-sessions/${id}/look-back`)),
  'PUT /api/me/family-sessions/:id/look-back/:question': ({ sessions }) =>
    sessions.flatMap(({ id }) => [
      act(
        'PUT',
        `/api/me/family-sessions/${id}/look-back/pace`,
        undefined,
        { choice: 'right', words: '' },
        LONG_AGO,
      ),
      act(
        'PUT',
        `/api/me/family-sessions/${id}/look-back/nothing`,
        undefined,
        { choice: null, words: '' },
        LONG_AGO,
      ),
    ]),
  'POST /api/me/family-sessions/:id/look-back/send': ({ sessions }) =>
    sessions.map(({ id }) =>
      act('POST', `/api/me/family-sessions/${id}/look-back/send`, ['mother', 'client']),
    ),
  'GET /api/sessions/:id/look-backs': ({ sessions }) =>
    sessions.map(({ id }) => get(`/api/sessions/${id}/look-backs`)),
  'GET /api/sessions/:id/due': ({ sessions }) => sessions.map(({ id }) => get(`/api/sessions/${id}/due`)),
  'GET /api/sessions/:id/involvement': ({ sessions }) =>
    sessions.map(({ id }) => get(`/api/sessions/${id}/involvement`)),
  'POST /api/sessions/:id/involvement': ({ sessions }) =>
    sessions.map(({ id }) => act('POST', `/api/sessions/${id}/involvement`, undefined, NOTHING_OF_IT)),
  'POST /api/sessions/:id/involvement/pdf': ({ sessions }) =>
    sessions.map(({ id }) => act('POST', `/api/sessions/${id}/involvement/pdf`, undefined, NOTHING_OF_IT)),
  // Streams: the first event is how things stand, and every other one is like it (`HOUR_EVENTS`).
  'GET /api/sessions/:id/run/live': ({ sessions }) =>
    sessions.map(({ id }) => get(`/api/sessions/${id}/run/live`)),
  'GET /api/me/family-sessions/:id/live': ({ sessions }) =>
    sessions.map(({ id }) => get(`/api/me/family-sessions/${id}/live`)),
  'POST /api/shares/:id/stop': ({ shares }) =>
    shares.map(({ id, leads }) => act('POST', `/api/shares/${id}/stop`, leads)),

  'GET /api/homework': () => [get('/api/homework?limit=100'), get('/api/homework?limit=1')],
  'GET /api/homework/:id': ({ tasks }) => tasks.map(({ id }) => get(`/api/homework/${id}`)),
  'GET /api/homework/:id/pdf': ({ tasks }) =>
    ['', '?type=large&cover=plain', '?form=card'].flatMap((wish) =>
      tasks.map(({ id }) => get(`/api/homework/${id}/pdf${wish}`)),
    ),
  'PUT /api/homework/:id/answers/:promptId': ({ tasks }) =>
    tasks.flatMap(({ id, owner }) => [
      ...[0, 1, 2].map((revision) =>
        act(
          'PUT',
          `/api/homework/${id}/answers/told`,
          [owner],
          { value: 'Mine', visibility: 'family' },
          revision,
        ),
      ),
      act('PUT', `/api/homework/${id}/answers/told`, undefined, { value: 'Mine' }, LONG_AGO),
    ]),
  'POST /api/homework/:id/send': ({ tasks }) =>
    tasks.map(({ id, owner }) => act('POST', `/api/homework/${id}/send`, [owner])),
  'GET /api/homework/:id/offers': ({ tasks }) => tasks.map(({ id }) => get(`/api/homework/${id}/offers`)),
  'GET /api/homework/:id/opened': ({ tasks }) => tasks.map(({ id }) => get(`/api/homework/${id}/opened`)),
  'POST /api/answers/:id/offer': ({ answers, families }) =>
    answers.flatMap(({ id, owner }) => [
      act('POST', `/api/answers/${id}/offer`, [owner], { memberIds: families[0]?.members, waits: false }),
      // With nobody in particular its author is told that this cannot be, and the others that there is nothing.
      act('POST', `/api/answers/${id}/offer`, undefined, { memberIds: [NOBODY], waits: true }),
    ]),
  'DELETE /api/answers/:id/offer': ({ answers }) =>
    answers.map(({ id, owner }) => act('DELETE', `/api/answers/${id}/offer`, [owner])),
  'POST /api/answers/:id/feedback': ({ answers }) =>
    answers.map(({ id, leads }) => act('POST', `/api/answers/${id}/feedback`, leads, { text: 'Well done.' })),
  'POST /api/homework/:id/notes': ({ tasks }) =>
    tasks.map(({ id, owner }) => {
      const leads = [owner === 'other-client' ? ('other-therapist' as const) : ('therapist' as const)];
      return act('POST', `/api/homework/${id}/notes`, leads, { text: 'Well done, all of it.' });
    }),
};

function memberMoves({ families }: World, move: string): Ask[] {
  return families.flatMap(({ id, members, leads }) =>
    members.map((member) => act('POST', `/api/families/${id}/members/${member}/${move}`, leads)),
  );
}

function ofDocuments({ documents }: World, rest: string): Ask[] {
  return documents.map(({ id }) => get(`/api/documents/${id}${rest}`));
}

/** Saves a draft of one kind over every document there is; those of other kinds are not there for this route. */
function draftsOf({ documents }: World, kind: DocumentKind): Ask[] {
  const body = { title: 'Mine now', content: rulesOf(kind).blank('en') };
  return documents.flatMap(({ id, revision, leads }) => [
    act('PUT', `/api/${kind}s/${id}/draft`, leads, body, revision),
    act('PUT', `/api/${kind}s/${id}/draft`, undefined, body, LONG_AGO),
  ]);
}

/** The routes anybody may use without having signed in. */
export const OPEN_ROUTES = [
  'GET /health/live',
  'GET /health/ready',
  'GET /api/openapi.json',
  'GET /api/demo/personas',
  'POST /api/demo/sign-in',
  'POST /api/sign-in',
  'POST /api/sign-in/code',
  'POST /api/sign-in/second-factor',
  'POST /api/sign-in/second-factor/passkey',
  'POST /api/sign-in/passkey',
  'POST /api/sign-in/passkey/question',
  'GET /api/welcome/:token',
  'POST /api/welcome',
  'POST /api/sign-out',
  'GET /api/invitations/:token',
  'POST /api/invitations/redeem',
];
