import type {
  BreakGlass,
  Consent,
  ConsentQuestion,
  ConsentRequest,
  DocumentId,
  Family,
  FamilyId,
  FamilySession,
  FamilySessionId,
  Guardian,
  Household,
  Member,
  MemberId,
  NewInvitation,
  NotebookSummary,
  Page,
  LookBackQuestion,
  ResponseSet,
  RevealQuestion,
  ScriptPlay,
  SessionPadContent,
  SessionRun,
  StaffMember,
  StandIn,
  TaskId,
  Template,
} from '@common-ground/contract';
import { running } from '@common-ground/rules/content';
import type { ApiClient, Persona } from '@common-ground/testing';
import {
  comment,
  approved,
  decide,
  done,
  familyNamed,
  idOf,
  memberIn,
  offer,
  putAnswer,
  save,
  send,
  share,
  sheet,
  submit,
  taskTitled,
  write,
  writeKind,
  type Cast,
  type People,
} from './acts';
import { Secrets } from './secrets';
import {
  answersOf,
  consentRequestsOf,
  consentsOf,
  documentsOf,
  keptApart,
  guardiansOf,
  householdsOf,
  membersOf,
  reviewsOf,
  sharesOf,
  sessionsOf,
  staffOf,
  type World,
  erasuresOf,
} from './world';

const STAFF = ['therapist', 'supervisor'] as const;
const FAMILY = ['client', 'mother', 'father', 'brother'] as const;
/** Who is asked to the hour of the Torres family. */
const ASKED = ['client', 'mother', 'brother'] as const;

/** Plants a word in every field that somebody may not read, through the API, as those who rightly write there. */
export async function plantCanaries(cast: Cast): Promise<{ secrets: Secrets; world: World }> {
  const secrets = new Secrets();
  const { therapist, supervisor, client, mother, father, brother } = cast;
  const plant = secrets.plant.bind(secrets);
  const torres = await familyNamed(therapist, 'Torres family');
  const lindqvist = await familyNamed(cast['other-therapist'], 'Lindqvist family');

  const addMember = (leader: ApiClient, to: FamilyId, name: string, contact: string): Promise<Member> => {
    const body = { displayName: name, relation: 'friend', contact: `${contact}@example.org` };
    return done(leader.post<Member>(`/api/families/${to}/members`, body));
  };
  const openFamily = (leader: ApiClient, name: string, displayName: string): Promise<Family> =>
    done(leader.post<Family>('/api/families', { name, client: { displayName } }));

  const friend = await addMember(
    therapist,
    torres.id,
    plant('a member’s name', 'therapist', 'client'),
    plant('their contact', 'therapist'),
  );
  const { code, url } = await done(
    therapist.post<NewInvitation>(`/api/families/${torres.id}/members/${friend.id}/invitation`),
  );
  // They stand in the answer that made them, and nowhere else at any time.
  secrets.keep('an invitation’s code', code);
  secrets.keep('the same code, as it is typed', code.replaceAll('-', ''));
  secrets.keep('the secret of an invitation’s link', url.split('/l/')[1] ?? url);
  await addMember(
    cast['other-therapist'],
    lindqvist.id,
    plant('another family’s member', 'other-therapist', 'other-client'),
    plant('another family’s contact', 'other-therapist'),
  );
  const reviewedFamily = await openFamily(
    therapist,
    plant('a family’s name', ...STAFF, 'other-therapist'),
    plant('a client’s name', 'therapist', 'other-therapist'),
  );
  const outsiders = await openFamily(
    cast.outsider,
    plant('a family of the other practice', 'outsider'),
    plant('a client of the other practice', 'outsider'),
  );
  await done(
    client.post<Consent>(`/api/families/${torres.id}/consents`, {
      memberId: memberIn(torres, 'mother'),
      kinds: ['support-plan'],
      purpose: plant('a consent’s purpose', 'client', 'therapist'),
      signature: plant('a consent’s signature', 'client', 'therapist'),
    }),
  );

  await askForConsent(cast, torres, plant);

  await done(
    therapist.post<Guardian>(`/api/families/${torres.id}/guardians`, {
      memberId: memberIn(torres, 'father'),
      forMemberId: memberIn(torres, 'brother'),
      kind: 'court-appointed',
      evidence: plant('what a guardian’s right rests on', 'therapist'),
      fromOn: '2026-01-01',
    }),
  );

  const home = await done(
    therapist.post<Household>(`/api/families/${torres.id}/households`, {
      name: plant('the name of a household', 'therapist'),
    }),
  );
  await done(
    therapist.put(
      `/api/families/${torres.id}/members/${memberIn(torres, 'relative')}`,
      {
        displayName: 'Carmen Vega',
        relation: 'relative',
        language: 'es',
        contact: 'carmen@example.org',
        channel: 'text',
        safeHours: plant('when somebody is safe to reach', 'therapist'),
        householdId: home.id,
      },
      { 'if-match': '"0"' },
    ),
  );
  await done(
    therapist.post(`/api/families/${torres.id}/blocks`, {
      memberIds: [memberIn(torres, 'mother'), memberIn(torres, 'father')],
      reason: plant('why two people are kept apart', 'therapist'),
    }),
  );
  await done(
    therapist.post(`/api/families/${torres.id}/holds`, {
      memberId: memberIn(torres, 'relative'),
      reason: plant('why somebody sits in no joint session', 'therapist'),
    }),
  );
  const { id: nadia } = await done(
    cast.admin.post<StaffMember>('/api/staff', {
      displayName: 'Nadia Frey',
      email: `${plant('a colleague’s address', 'admin')}@example.org`,
      language: 'en',
      roles: ['therapist', 'supervisor'],
    }),
  );

  const draft = await write(therapist, torres.id, 'Only a draft', sheet(plant('a draft’s first words')));
  await save(
    therapist,
    draft.id,
    draft.revision,
    plant('a draft’s title', 'therapist'),
    sheet(plant('a draft', 'therapist')),
  );
  await write(therapist, null, 'For no family', sheet(plant('a draft for no family', 'therapist')));
  await write(
    cast.outsider,
    outsiders.id,
    'Elsewhere',
    sheet(plant('a draft of the other practice', 'outsider')),
  );

  const beside = await write(
    therapist,
    torres.id,
    plant('the title of what goes along', ...STAFF),
    sheet(plant('what goes along with a document', ...STAFF)),
  );
  const takenOff = await write(
    therapist,
    torres.id,
    plant('the title of what was taken off', 'therapist'),
    sheet(plant('what was taken off again', 'therapist')),
  );
  const waiting = await write(therapist, torres.id, 'Waiting', sheet(plant('a submitted version', ...STAFF)));
  const waitingReview = await submit(
    therapist,
    supervisor,
    waiting.id,
    plant('a note to the supervisor', ...STAFF),
    [beside.id, takenOff.id],
  );
  await done(therapist.post(`/api/reviews/${waitingReview}/attached/${takenOff.id}/take-off`));
  await save(
    therapist,
    beside.id,
    beside.revision,
    'Beside',
    sheet(plant('what went along, edited', 'therapist')),
  );
  await decide(supervisor, waitingReview, 'comment', plant('what was said of what waits', ...STAFF));
  await comment(supervisor, waitingReview, plant('a pending comment', 'supervisor'));

  const returned = await write(
    therapist,
    torres.id,
    'Returned',
    sheet(plant('a returned version', ...STAFF)),
  );
  const returnedReview = await submit(therapist, supervisor, returned.id);
  await comment(supervisor, returnedReview, plant('a sent comment', ...STAFF));
  await decide(supervisor, returnedReview, 'ask-for-changes', plant('a summary', ...STAFF));
  await comment(therapist, returnedReview, plant('a therapist’s reply', ...STAFF));
  await save(
    therapist,
    returned.id,
    2,
    'Returned',
    sheet(plant('a draft edited after its return', 'therapist')),
  );

  const withdrawn = await write(
    therapist,
    torres.id,
    'Withdrawn',
    sheet(plant('a withdrawn version', 'therapist')),
  );
  const withdrawnReview = await submit(therapist, supervisor, withdrawn.id, plant('a withdrawn note'));
  await comment(supervisor, withdrawnReview, plant('a comment on a withdrawn version', 'supervisor'));
  await done(therapist.post(`/api/documents/${withdrawn.id}/reopen`));

  const { items: colleagues } = await done(cast.admin.get<Page<StaffMember>>('/api/staff'));
  const {
    displayName,
    language,
    id: supervisorId,
  } = colleagues.find(({ roles }) => roles.includes('supervisor') && !roles.includes('admin')) as StaffMember;
  const credentials = plant('what stands behind a supervisor’s name', 'admin', ...STAFF);
  await done(cast.admin.put(`/api/staff/${supervisorId}`, { displayName, language, credentials }));
  const { id: standIn } = await done(
    supervisor.post<StandIn>('/api/stand-ins', {
      personId: nadia,
      fromOn: '2999-01-01',
      untilOn: '2999-01-09',
    }),
  );
  const { items: notebooks } = await done(therapist.get<Page<NotebookSummary>>('/api/notebooks'));
  await done(
    therapist.put(
      `/api/notebooks/${String(notebooks[0]?.id)}`,
      {
        goals: plant('a goal of a supervision', ...STAFF),
        themes: plant('a theme of a supervision', ...STAFF),
      },
      { 'if-match': '"0"' },
    ),
  );
  const named = await write(therapist, reviewedFamily.id, 'Named', sheet());
  await submit(therapist, supervisor, named.id);
  const signed = await approved(cast, torres.id, 'Approved', sheet(plant('an approved version', ...STAFF)));
  const added = plant('a note under a signed version', ...STAFF);
  await done(therapist.post(`/api/documents/${signed.id}/versions/1/addenda`, { text: added }));

  const shared = await approved(
    cast,
    torres.id,
    'Shared',
    sheet(plant('a shared version', ...STAFF, ...FAMILY)),
  );
  const note = plant('a note to the family', 'therapist', ...FAMILY);
  await share(
    therapist,
    shared.id,
    FAMILY.map((relation) => memberIn(torres, relation)),
    note,
  );
  await done(therapist.post(`/api/documents/${shared.id}/reopen`));
  await save(therapist, shared.id, 2, 'Shared', sheet(plant('a draft after sharing', 'therapist')));

  const alone = await approved(
    cast,
    torres.id,
    'Alone',
    sheet(plant('a version for the mother', ...STAFF, 'mother')),
  );
  await share(
    therapist,
    alone.id,
    [memberIn(torres, 'mother')],
    plant('a note to the mother', 'therapist', 'mother'),
  );

  const plan = await writeKind(therapist, torres.id, 'Evenings', 'calm-evenings', {
    situation: plant('a boundary plan for the mother', ...STAFF, 'mother'),
  });
  await decide(supervisor, await submit(therapist, supervisor, plan.id), 'approve');
  await share(therapist, plan.id, [memberIn(torres, 'mother')]);
  await send(mother, await taskTitled(mother, 'Evenings'));
  await writeKind(therapist, torres.id, 'Week', 'hard-week', {
    purpose: plant('a draft of a support plan', 'therapist'),
  });
  const talk = await writeKind(therapist, torres.id, 'Talk', 'asking-for-help', {
    scene: plant('a submitted script', ...STAFF),
  });
  await submit(therapist, supervisor, talk.id);

  const revoked = await approved(cast, torres.id, 'Revoked', sheet(plant('a version taken back', ...STAFF)));
  const over = await share(
    therapist,
    revoked.id,
    [memberIn(torres, 'father')],
    plant('a note taken back', 'therapist'),
  );
  const overTask = await taskTitled(father, 'Revoked');
  await done(putAnswer(father, overTask, 'told', 0, plant('an answer to what was taken back', 'father')));
  await done(therapist.post(`/api/shares/${over.id}/revoke`));

  const toCome = await approved(cast, torres.id, 'To come', sheet(plant('a version to come', ...STAFF)));
  await done(
    therapist.post(`/api/documents/${toCome.id}/shares`, {
      memberIds: [memberIn(torres, 'mother')],
      startsOn: new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10),
      note: plant('a note to come', 'therapist'),
    }),
  );

  const theirs = await write(
    cast['other-therapist'],
    lindqvist.id,
    'Theirs',
    sheet(plant('another family’s version', 'other-therapist', 'other-client')),
  );
  await share(cast['other-therapist'], theirs.id, [memberIn(lindqvist, 'client')]);
  const theirTask = await taskTitled(cast['other-client'], 'Theirs');
  await done(
    putAnswer(
      cast['other-client'],
      theirTask,
      'told',
      0,
      plant('another family’s answer', 'other-therapist', 'other-client'),
    ),
  );
  await send(cast['other-client'], theirTask);

  const mothers = await taskTitled(mother, 'Shared');
  await done(putAnswer(mother, mothers, 'told', 0, plant('an answer’s first wording', 'mother')));
  await done(putAnswer(mother, mothers, 'told', 1, plant('the mother’s answer', 'mother', 'therapist')));
  await done(
    putAnswer(mother, mothers, 'kept', 0, plant('the mother’s answer for later', 'mother'), {
      visibility: 'not-yet',
    }),
  );
  await done(
    putAnswer(
      mother,
      mothers,
      'spare',
      0,
      plant('the mother’s answer for the client', 'mother', 'therapist', 'client'),
      { visibility: 'family' },
    ),
  );
  await send(mother, mothers);
  const fathers = await taskTitled(father, 'Shared');
  await done(putAnswer(father, fathers, 'told', 0, 'Wait.'));
  await done(
    putAnswer(
      father,
      fathers,
      'spare',
      0,
      plant('the father’s answer, offered to one who does not offer theirs', 'father', 'therapist'),
      { visibility: 'family' },
    ),
  );
  await send(father, fathers);
  await done(
    putAnswer(father, fathers, 'told', 1, plant('the father’s answer, taken back', 'father'), {
      visibility: 'not-yet',
    }),
  );
  const brothers = await taskTitled(brother, 'Shared');
  await done(putAnswer(brother, brothers, 'told', 0, plant('the brother’s answer, not sent', 'brother')));
  const clients = await taskTitled(client, 'Shared');
  await done(putAnswer(client, clients, 'told', 0, plant('the client’s answer', 'client', 'therapist')));
  await done(
    putAnswer(
      client,
      clients,
      'kept',
      0,
      plant('the client’s answer, for the father while he offers none', 'client', 'therapist'),
      { visibility: 'family' },
    ),
  );
  await done(
    putAnswer(client, clients, 'spare', 0, plant('the client’s, closed again', 'client', 'therapist'), {
      visibility: 'family',
    }),
  );
  await send(client, clients);
  await offer(mother, mothers, 'spare', ['Maya Torres'], false);
  await offer(father, fathers, 'spare', ['Maya Torres'], true);
  await offer(client, clients, 'kept', ['David Torres', 'Rosa Torres'], true);
  const { answerId } = await offer(client, clients, 'spare', ['Rosa Torres'], false);
  await done(client.delete(`/api/answers/${answerId}/offer`));
  await giveFeedback(therapist, torres.id, mothers, plant('feedback to the mother', 'mother', 'therapist'));
  await done(
    therapist.post(`/api/homework/${mothers}/notes`, {
      text: plant('a note about all the mother sent', 'mother', 'therapist'),
    }),
  );

  const aloud = await openAloud(cast, torres, plant);
  const script = await giveScript(cast, torres);
  const hour = await planSession(
    therapist,
    torres.id,
    (what, ...asked) => plant(what, 'therapist', ...asked),
    ASKED.map((who) => memberIn(torres, who)),
    [
      { documentId: shared.id, promptId: 'spare' },
      { documentId: aloud.id, promptId: 'told' },
    ],
    [script],
  );
  await done(therapist.post(`/api/sessions/${hour}/run/shown`, { documentId: aloud.id, promptId: 'told' }));
  await playTogether(therapist, torres, hour, script, plant);
  await done(
    mother.put(
      `/api/me/family-sessions/${hour}/reply`,
      { reply: 'ask-me', words: plant('a word to the therapist about an hour', 'mother', 'therapist') },
      { 'if-match': '"0"' },
    ),
  );
  await lookBack(cast.mother, await takeHome(therapist, torres, plant), plant);
  await sendPlan(cast, torres, plant);
  await planSession(cast['other-therapist'], lindqvist.id, (what) =>
    plant(`${what} of another family`, 'other-therapist'),
  );

  await done(father.post('/api/me/erasure', { familyId: torres.id }));
  const glass = await done(
    cast['other-therapist'].post<BreakGlass>('/api/break-glass', {
      clientName: reviewedFamily.client.displayName,
      reason: plant('the reason for an emergency', 'other-therapist', ...STAFF) + ' and more',
    }),
  );

  const torresLed = { leads: ['therapist'] as const };
  const lindqvistLed = { leads: ['other-therapist'] as const };
  const outsidersLed = { leads: ['outsider'] as const };
  const tasks: World['tasks'] = [
    { id: overTask, owner: 'father' },
    { id: await taskTitled(mother, 'Alone'), owner: 'mother' },
    { id: mothers, owner: 'mother' },
    { id: fathers, owner: 'father' },
    { id: brothers, owner: 'brother' },
    { id: clients, owner: 'client' },
    ...aloud.tasks,
    { id: theirTask, owner: 'other-client' },
  ];
  const world: World = {
    supervisorId: await idOf(supervisor),
    standIns: [standIn],
    ...(await staffOf(cast.admin, cast.outsider)),
    templates: await plantTemplates(cast, plant),
    families: [
      { id: torres.id, client: 'client', members: await membersOf(therapist, torres.id), ...torresLed },
      {
        id: reviewedFamily.id,
        client: null,
        members: await membersOf(therapist, reviewedFamily.id),
        ...torresLed,
      },
      {
        id: lindqvist.id,
        client: 'other-client',
        members: await membersOf(cast['other-therapist'], lindqvist.id),
        ...lindqvistLed,
      },
      {
        id: outsiders.id,
        client: null,
        members: await membersOf(cast.outsider, outsiders.id),
        ...outsidersLed,
      },
    ],
    documents: [
      ...(await documentsOf(therapist, torresLed)),
      ...(await documentsOf(cast['other-therapist'], lindqvistLed)),
      ...(await documentsOf(cast.outsider, outsidersLed)),
    ],
    reviews: await reviewsOf(supervisor),
    glasses: [{ id: glass.id }],
    erasures: await erasuresOf(therapist, torres.id, torresLed),
    shares: [
      ...(await sharesOf(
        therapist,
        [shared.id, alone.id, aloud.id, script, revoked.id, toCome.id],
        torresLed,
      )),
      ...(await sharesOf(cast['other-therapist'], [theirs.id], lindqvistLed)),
    ],
    sessions: [
      ...(await sessionsOf(therapist, torres.id, torresLed, ASKED)),
      ...(await sessionsOf(cast['other-therapist'], lindqvist.id, lindqvistLed, [])),
    ],
    tasks,
    answers: [
      ...(await answersOf(therapist, torres.id, torresLed, tasks)),
      ...(await answersOf(cast['other-therapist'], lindqvist.id, lindqvistLed, tasks)),
    ],
    guardians: await guardiansOf(therapist, torres.id, torresLed),
    blocks: await keptApart(therapist, torres.id, 'blocks', torresLed),
    holds: await keptApart(therapist, torres.id, 'holds', torresLed),
    households: await householdsOf(therapist, torres.id, torresLed),
    consents: await consentsOf('client', client, torres.id),
    consentRequests: await consentRequestsOf(therapist, torres.id, 'client', torresLed),
  };
  return { secrets, world };
}

/** One of the product, one for the practice and one of somebody's own; nobody outside the staff reads any of them. */
async function plantTemplates({ therapist }: Cast, plant: Secrets['plant']): Promise<World['templates']> {
  const keep = async (shelf: 'own' | 'practice', ...readers: Persona[]): Promise<string> => {
    const planted = (what: string): string => plant(`${what} of a template, ${shelf}`, ...readers);
    const { id } = await write(therapist, null, 'Kept', sheet(planted('the content')));
    const said = {
      title: `planted ${planted('the title')}`,
      tags: [planted('a tag')],
      source: planted('the source'),
      licence: 'own-words',
      shelf,
    };
    return (await done(therapist.post<Template>('/api/templates', { documentId: id, ...said }))).id;
  };
  const staff = ['therapist', 'other-therapist', 'supervisor', 'admin'] as const;
  return [
    { id: 'problem-solving-together', shelf: 'built-in', leads: [], strangers: [] },
    {
      id: await keep('practice', ...staff),
      shelf: 'practice',
      leads: ['therapist'],
      strangers: ['outsider'],
    },
    {
      id: await keep('own', 'therapist'),
      shelf: 'own',
      leads: ['therapist'],
      strangers: ['outsider', 'other-therapist', 'supervisor', 'admin'],
    },
  ];
}

/** One request waits, and one about a single document was said yes to: their words are the client's and the therapist's. */
async function askForConsent(
  { therapist, client }: Cast,
  torres: People,
  plant: Secrets['plant'],
): Promise<void> {
  const ask = (body: object): Promise<ConsentRequest> =>
    done(
      therapist.post<ConsentRequest>(`/api/families/${torres.id}/consent-requests`, {
        memberId: memberIn(torres, 'mother'),
        ...body,
      }),
    );
  await ask({
    kinds: ['boundary-plan'],
    purpose: plant('what a consent is asked for', 'client', 'therapist'),
  });
  const asked = await write(
    therapist,
    torres.id,
    plant('the title of a document asked about', 'client', 'therapist'),
  );
  const { id } = await ask({
    documentIds: [asked.id],
    purpose: plant('what a consent was asked for', 'client', 'therapist'),
  });
  const { wording } = await done(client.get<ConsentQuestion>(`/api/consent-requests/${id}`));
  await done(
    client.post(`/api/consent-requests/${id}/decision`, {
      answer: 'yes',
      signature: plant('the name under a yes', 'client', 'therapist'),
      language: 'en',
      wordingHash: wording.en.hash,
    }),
  );
}

/** An hour with a word in each of its fields. */
async function planSession(
  who: ApiClient,
  family: FamilyId,
  secret: (what: string, ...asked: Persona[]) => string,
  asked: readonly MemberId[] = [],
  reveals: readonly RevealQuestion[] = [],
  papers: readonly DocumentId[] = [],
): Promise<FamilySessionId> {
  const { id, plan, revision } = await done(
    who.post<FamilySession>(`/api/families/${family}/sessions`, {
      format: 'family-session',
      startsOn: '2027-03-01',
      startTime: '16:00',
    }),
  );
  const planned = {
    ...plan,
    purpose: secret('what an hour is for'),
    place: secret('where an hour is', ...ASKED),
    link: `https://meet.example/${secret('the link of an hour', ...ASKED)}`,
    people: [...plan.people, ...asked.map((member) => ({ side: 'family', id: member, role: 'participant' }))],
    groundRules: [secret('a ground rule', ...ASKED)],
    goRound: secret('what everybody is asked once'),
    // Those who are asked see what people agreed on and what they are at, and that is the first.
    agenda: plan.agenda.map((entry, at) => ({
      ...entry,
      ...(at === 0 && { documentIds: [...reveals.map(({ documentId }) => documentId), ...papers], reveals }),
      title: secret(`what is done for ${entry.id}`, ...(at === 0 ? ASKED : [])),
    })),
  };
  await done(who.put(`/api/sessions/${id}`, planned, { 'if-match': `"${revision}"` }));
  if (asked.length > 0) await done(who.post(`/api/sessions/${id}/asked`, { memberIds: asked }));
  await leadSession(who, id, secret);
  return id;
}

/** An hour whose plan waits for its supervisor, and was changed since: they read what was sent, and nothing after it. */
async function sendPlan(
  { therapist, supervisor }: Cast,
  torres: People,
  plant: Secrets['plant'],
): Promise<void> {
  const begun = await done(
    therapist.post<FamilySession>(`/api/families/${torres.id}/sessions`, {
      ...{ format: 'boundary-talk', startsOn: '2027-03-15', startTime: '16:00' },
    }),
  );
  const read = (what: string): string => plant(`${what} of a plan under review`, 'therapist', 'supervisor');
  const kept = (what: string): string => plant(`${what} of a plan under review`, 'therapist');
  const put = (plan: object, { id, revision }: FamilySession): Promise<FamilySession> =>
    done(therapist.put<FamilySession>(`/api/sessions/${id}`, plan, { 'if-match': `"${revision}"` }));
  const plan = {
    ...begun.plan,
    purpose: read('the purpose'),
    place: kept('the place'),
    link: `https://meet.example/${kept('the link')}`,
    groundRules: [read('a ground rule')],
    goRound: read('the go-round'),
    agenda: begun.plan.agenda.map((entry) => ({ ...entry, title: read(`the entry ${entry.id}`) })),
  };
  const sent = await put(plan, begun);
  await done(
    therapist.post(
      `/api/sessions/${sent.id}/review`,
      { supervisorId: await idOf(supervisor), note: read('the note') },
      { 'if-match': `"${sent.revision}"` },
    ),
  );
  await put({ ...plan, purpose: kept('the later purpose'), goRound: kept('the later go-round') }, sent);
}

/** The same hour begun, with a word in each field of its pad. */
async function leadSession(
  who: ApiClient,
  id: FamilySessionId,
  secret: (what: string) => string,
): Promise<void> {
  await done(who.post(`/api/sessions/${id}/run`));
  const pad: SessionPadContent = {
    problem: secret('the problem of an hour'),
    options: [
      {
        id: 'option',
        words: secret('an option'),
        plus: secret('what speaks for an option'),
        minus: secret('what speaks against an option'),
      },
    ],
    decision: secret('what was decided'),
    actions: [
      {
        id: 'action',
        who: secret('who does something'),
        what: secret('what somebody does'),
        when: secret('when somebody does it'),
        howOften: secret('how often somebody does it'),
        howWeWillKnow: secret('how it will be known'),
        ifItSlips: secret('what if it slips'),
        agreed: false,
      },
    ],
    parkingLot: [secret('what was put off')],
    helped: secret('what helped'),
    nextOn: '2027-03-08',
  };
  await done(who.put(`/api/sessions/${id}/run/pad`, pad, { 'if-match': '"1"' }));
}

/** An hour that has ended, and that the mother has a page of: one line of what was agreed, and nothing else. */
async function takeHome(who: ApiClient, torres: People, plant: Secrets['plant']): Promise<FamilySessionId> {
  const { id, plan, revision } = await done(
    who.post<FamilySession>(`/api/families/${torres.id}/sessions`, {
      ...{ format: 'boundary-talk', startsOn: '2027-02-01', startTime: '16:00' },
    }),
  );
  const there = (['client', 'mother'] as const).map((one) => memberIn(torres, one));
  const people = there.map((member) => ({ side: 'family', id: member, role: 'participant' }));
  await done(
    who.put(
      `/api/sessions/${id}`,
      {
        ...plan,
        purpose: plant('what an hour that is over was for', 'therapist'),
        people: [...plan.people, ...people],
      },
      { 'if-match': `"${revision}"` },
    ),
  );
  await done(who.post(`/api/sessions/${id}/asked`, { memberIds: there }));
  const note = {
    preparation: plant('a private preparation', 'therapist'),
    notes: plant('a psychotherapy note', 'therapist'),
  };
  await done(who.put(`/api/sessions/${id}/note`, note, { 'if-match': '"0"' }));
  const run = await done(who.post<SessionRun>(`/api/sessions/${id}/run`));
  const pad: SessionPadContent = {
    ...{ problem: plant('the problem of an hour that is over', 'therapist'), options: [], actions: [] },
    decision: plant('what the mother takes home', 'therapist', 'mother'),
    parkingLot: [plant('what was put off in an hour that is over', 'therapist')],
    helped: plant('what helped and nobody takes home', 'therapist'),
    nextOn: null,
  };
  await done(who.put(`/api/sessions/${id}/run/pad`, pad, { 'if-match': '"1"' }));
  await done(
    who.put(`/api/sessions/${id}/run`, running.end(run, 'closed'), { 'if-match': `"${run.revision}"` }),
  );
  await done(
    who.post(`/api/sessions/${id}/pages`, {
      padRevision: 2,
      pages: [{ memberId: memberIn(torres, 'mother'), parts: ['decision'], actionIds: [] }],
    }),
  );
  return id;
}

/** What somebody says about an hour: one thing is sent, another one is still theirs. */
async function lookBack(who: ApiClient, id: FamilySessionId, plant: Secrets['plant']): Promise<void> {
  const say = (question: LookBackQuestion, words: string): Promise<unknown> => {
    const at = `/api/me/family-sessions/${id}/look-back/${question}`;
    return done(who.put(at, { choice: null, words }, { 'if-match': '"0"' }));
  };
  await say('said', plant('what somebody said about an hour', 'mother', 'therapist'));
  await done(who.post(`/api/me/family-sessions/${id}/look-back/send`));
  await say('next', plant('what somebody has not sent about an hour', 'mother'));
}

/** What the client and the mother opened to each other, and let stand on the screen of an hour. */
async function openAloud(
  cast: Cast,
  torres: People,
  plant: Secrets['plant'],
): Promise<{ readonly id: DocumentId; readonly tasks: World['tasks'] }> {
  const both = ['client', 'mother'] as const;
  const { id } = await approved(cast, torres.id, 'Aloud', sheet());
  await share(
    cast.therapist,
    id,
    both.map((one) => memberIn(torres, one)),
  );
  const tasks: World['tasks'][number][] = [];
  for (const owner of both) {
    const task = await taskTitled(cast[owner], 'Aloud');
    const words = plant(`what the ${owner} lets stand on the screen`, ...both, 'therapist');
    await done(putAnswer(cast[owner], task, 'told', 0, words, { visibility: 'family' }));
    await send(cast[owner], task);
    tasks.push({ id: task, owner });
  }
  const [ofClient, ofMother] = tasks.map((task) => task.id);
  if (ofClient === undefined || ofMother === undefined) throw new Error('Both were to have a piece.');
  await offer(cast.client, ofClient, 'told', ['Rosa Torres'], true, true);
  await offer(cast.mother, ofMother, 'told', ['Maya Torres'], true, true);
  return { id, tasks };
}

/** A script that client and mother have. */
async function giveScript(cast: Cast, torres: People): Promise<DocumentId> {
  const { id } = await writeKind(cast.therapist, torres.id, 'Said together', 'asking-for-help', {});
  await decide(cast.supervisor, await submit(cast.therapist, cast.supervisor, id), 'approve');
  const readers = (['client', 'mother'] as const).map((one) => memberIn(torres, one));
  await share(cast.therapist, id, readers);
  return id;
}

/** A piece that client and mother have, played by them and by the brother, who does not: each is told their own part. */
async function playTogether(
  who: ApiClient,
  torres: People,
  hour: FamilySessionId,
  documentId: DocumentId,
  plant: Secrets['plant'],
): Promise<void> {
  const part = (
    owner: 'brother' | 'client' | 'mother',
    ...readers: Persona[]
  ): ScriptPlay['parts'][number] => ({
    roleId: plant(`the part of the ${owner}`, 'therapist', ...readers),
    by: memberIn(torres, owner),
  });
  const run = await done(who.get<SessionRun>(`/api/sessions/${hour}/run`));
  const play: ScriptPlay = {
    ...{ documentId, moment: 'turn', at: plant('the line people are at', 'therapist', 'client', 'mother') },
    parts: [part('client', 'client'), part('mother', 'mother'), part('brother')],
  };
  const match = { 'if-match': `"${run.revision}"` };
  await done(who.put(`/api/sessions/${hour}/run`, { ...running.movesOf(run), play }, match));
}

async function giveFeedback(who: ApiClient, family: FamilyId, task: TaskId, text: string): Promise<void> {
  const { items } = await done(who.get<Page<ResponseSet>>(`/api/families/${family}/responses?limit=100`));
  const answer = items
    .find((set) => set.taskId === task)
    ?.answers.find(({ promptId }) => promptId === 'told');
  await done(who.post(`/api/answers/${String(answer?.id)}/feedback`, { text }));
}
