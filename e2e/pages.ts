// Every page there is, by the person who reads it, with the addresses of the demo practice.
import type {
  AskedSession,
  DocumentSummary,
  Family,
  FamilySessionSummary,
  FamilySummary,
  Member,
  Review,
  ReviewSummary,
  Share,
  StaffMember,
  TaskSummary,
  TemplateSummary,
} from '@common-ground/contract';
import type { ApiClient } from '@common-ground/testing';
import type { Page } from '@playwright/test';
import { sendForFamily } from './homework';
import type { Act } from './page-checks';
import type { Say } from './words';

export interface PageToCheck {
  readonly name: string;
  readonly path: string;
  /** What it is there for; reached with the keyboard alone. */
  readonly act?: Act;
  /** Brings the page into the state that is meant, in the language it speaks. */
  readonly bring?: (page: Page, say: Say) => Promise<void>;
  /** Where the cursor stands on arrival when it is not the heading. */
  readonly beginsIn?: string;
}

const link = (name: string): Act => ({ role: 'link', name });
const button = (name: string): Act => ({ role: 'button', name });
const press = (key: string) => (page: Page, say: Say) =>
  page
    .getByRole('button', { name: say(key) })
    .first()
    .click();

export const STRANGERS_PAGES: readonly PageToCheck[] = [
  { name: 'sign in', path: '/sign-in', act: button('Sign in') },
  { name: 'sign in, nothing filled in', path: '/sign-in', bring: press('people.signIn.enter') },
  { name: 'sign in as staff', path: '/sign-in', bring: press('people.signIn.iWorkHere') },
  { name: 'an invitation by code', path: '/l', act: button('Continue') },
  { name: 'an invitation by code, none typed', path: '/l', bring: press('platform.acts.continue') },
  { name: 'an invitation that is over', path: '/l/never-made', act: link('I have used it myself: sign in') },
  { name: 'help now', path: '/help-now', act: link('Call 911') },
  { name: 'settings', path: '/settings' },
  { name: 'no such page', path: '/nowhere', act: link('Go to your first page') },
];

export async function therapistsPages(api: ApiClient): Promise<readonly PageToCheck[]> {
  const families = await listOf<FamilySummary>(api, '/api/families');
  const [torres, kim] = ['Torres family', 'Kim family'].map(
    (name) => families.find((family) => family.name === name)?.id ?? '',
  );
  const { members } = (await api.get<Family>(`/api/families/${torres ?? ''}`)).body;
  const inTorres = (name: string): string =>
    `/app/families/${torres ?? ''}/people/${members.find(({ displayName }) => displayName === name)?.id ?? ''}`;
  const { body: family } = await api.get<Family>(`/api/families/${torres}`);
  // Written down twice by mistake.
  const { body: twice } = await api.post<Member>(`/api/families/${kim}/members`, {
    displayName: 'Grace Kim',
    relation: 'friend',
    contact: 'grace@example.org',
  });
  const hereTwice = `/app/families/${kim}/people/${twice.id}/twice`;
  const mother = family.members.find(({ relation }) => relation === 'mother')?.id ?? '';
  const [session] = await listOf<FamilySessionSummary>(api, '/api/sessions');
  const hours = await listOf<FamilySessionSummary>(api, `/api/families/${torres}/sessions`);
  const documents = await listOf<DocumentSummary>(api, '/api/documents');
  const own = (await listOf<TemplateSummary>(api, '/api/templates?shelf=own'))[0]?.id ?? '';
  const doc = (state: DocumentSummary['state']): string =>
    `/app/docs/${documents.find((document) => document.state === state)?.id ?? ''}`;
  const [shared] = await listOf<Share>(api, `/api/documents/${doc('shared').split('/').at(-1) ?? ''}/shares`);
  const { body } = await api.get<{ cameBack: readonly { taskId: string }[] }>('/api/today');
  const responses = `/app/families/${torres}/responses`;
  const title = 'Title of the worksheet';
  return [
    { name: 'today', path: '/app', act: link('New worksheet') },
    { name: 'families', path: '/app/families', act: link('Open a family') },
    { name: 'new family', path: '/app/families/new', act: button('Open the family') },
    {
      name: 'new family, nothing filled in',
      path: '/app/families/new',
      bring: press('people.newFamily.open'),
    },
    { name: 'family', path: `/app/families/${torres}`, act: link('New worksheet') },
    {
      name: 'inviting somebody',
      path: `${inTorres('Inés Vega')}/invite`,
      act: button('Make the invitation for Inés Vega'),
    },
    {
      name: 'a slip to hand over',
      path: `${inTorres('Inés Vega')}/invite`,
      bring: press('invitations.make.act.accept'),
    },
    { name: 'a new code and PIN', path: `${inTorres('Leo Torres')}/invite` },
    {
      name: 'confirming somebody',
      path: `${inTorres('Walter Brooks')}/confirm`,
      act: button('Confirm that this is Walter Brooks'),
    },
    { name: 'nobody to confirm', path: `${inTorres('Leo Torres')}/confirm` },
    { name: 'family without consents', path: `/app/families/${kim}` },
    {
      name: 'new member',
      path: `/app/families/${torres}/people/new`,
      act: button('Add this person'),
    },
    { name: 'people of a family', path: `/app/families/${torres}/people`, act: link('Add a person') },
    {
      name: 'about somebody',
      path: `/app/families/${torres}/people/${mother}`,
      act: button('Save what is known'),
    },
    {
      name: 'about somebody, with the name left out',
      path: `/app/families/${torres}/people/${mother}`,
      bring: async (page, say) => {
        await page.getByRole('textbox', { name: say('people.member.name'), exact: true }).fill('');
        await page.getByRole('button', { name: /./u }).and(page.locator('[type=submit]')).click();
      },
    },
    { name: 'somebody who is here twice', path: hereTwice, act: button('Make one record of Grace Kim') },
    { name: 'somebody who is here twice, not checked', path: hereTwice, bring: press('merging.act') },
    {
      name: 'somebody who is here twice, the wrong one chosen',
      path: hereTwice,
      bring: (page, say) =>
        page
          .getByRole('radio', { name: say('merging.keep') })
          .first()
          .check(),
    },
    { name: 'nobody is here twice', path: `${inTorres('Leo Torres')}/twice` },
    {
      name: 'guardians',
      path: `/app/families/${torres}/people/guardians`,
      act: button('Record this guardian'),
    },
    {
      name: 'guardians, nothing filled in',
      path: `/app/families/${torres}/people/guardians`,
      bring: press('people.guardians.act'),
    },
    {
      name: 'therapists',
      path: `/app/families/${torres}/people/therapists`,
      act: button('Take onto the caseload'),
    },
    { name: 'keeping apart', path: `/app/families/${torres}/people/apart`, act: button('Keep apart') },
    {
      name: 'keeping apart, nothing filled in',
      path: `/app/families/${torres}/people/apart`,
      bring: press('people.apart.act'),
    },
    { name: 'responses by person', path: responses, act: button('Write a note to David Torres about') },
    { name: 'responses by question', path: `${responses}?by=question` },
    { name: 'responses over time', path: `${responses}?by=time` },
    {
      name: 'responses, a note being written',
      path: responses,
      bring: press('homework.responses.writeNoteTo'),
    },
    { name: 'responses, none yet', path: `/app/families/${kim}/responses` },
    { name: 'an answered sheet to print', path: `${responses}/${body.cameBack[0]?.taskId ?? ''}/print` },
    {
      name: 'records of a family',
      path: `/app/families/${torres}/records`,
      act: button('Download as a table'),
    },
    {
      name: 'planning an hour',
      path: `/app/families/${torres}/sessions/new`,
      act: button('Plan this hour'),
    },
    {
      name: 'a plan of an hour',
      path: `/app/sessions/${session?.id ?? ''}`,
      act: button('Add to the agenda'),
    },
    {
      name: 'an hour before it begins',
      path: `/app/sessions/${session?.id ?? ''}/run`,
      act: button('Begin the hour'),
    },
    {
      name: 'an hour that was led',
      path: `/app/sessions/${hours.at(-1)?.id ?? ''}/run`,
      act: button('Bring this into the plan for'),
    },
    {
      name: 'a record for the chart',
      path: `/app/sessions/${hours.at(-1)?.id ?? ''}/record`,
      act: button('Copy the text'),
    },
    {
      name: 'pages to take home',
      path: `/app/sessions/${hours.at(-1)?.id ?? ''}/pages`,
    },
    { name: 'emergencies', path: '/app/emergencies', act: link('Open emergency access') },
    { name: 'new emergency', path: '/app/emergencies/new', act: button('Open for 60 minutes') },
    {
      name: 'new emergency, nothing filled in',
      path: '/app/emergencies/new',
      bring: press('records.open.act'),
    },
    { name: 'library', path: '/app/library', act: button('Start from blank') },
    { name: 'library, a template that cannot be shared', path: '/app/library?shelf=own' },
    {
      name: 'library, a template about to be taken back',
      path: '/app/library?shelf=own',
      bring: press('documents.library.takeBack'),
    },
    { name: 'checking a template', path: `/app/library/${own}`, act: button('I checked it today') },
    { name: 'library, something looked for', path: '/app/library?q=grounding' },
    { name: 'library, nothing found', path: '/app/library?q=xylophonequartz' },
    { name: 'bringing a script in', path: '/app/library/bring-in', act: button('Make a script of it') },
    { name: 'keeping a template', path: `${doc('draft')}/template`, act: button('Keep it in the library') },
    {
      name: 'keeping a template, nothing filled in',
      path: `${doc('draft')}/template`,
      bring: press('documents.keep.act'),
    },
    { name: 'library, a worksheet opened', path: '/app/library', bring: press('documents.library.read') },
    { name: 'a draft', path: doc('draft'), beginsIn: title },
    {
      name: 'a draft, the menu of kinds open',
      path: doc('draft'),
      bring: (page, say) =>
        page
          .getByRole('button', { name: say('documents.editor.add'), exact: true })
          .last()
          .click(),
    },
    { name: 'a returned worksheet', path: doc('returned'), beginsIn: title },
    { name: 'a worksheet that waits', path: doc('submitted') },
    { name: 'a shared worksheet', path: doc('shared'), act: link('Share') },
    { name: 'preview', path: `${doc('draft')}/preview`, act: button('Print the worksheet') },
    { name: 'preview, a question', path: `${doc('draft')}/preview`, bring: press('documents.preview.start') },
    { name: 'versions', path: `${doc('shared')}/history` },
    { name: 'versions, none yet', path: `${doc('draft')}/history` },
    { name: 'send for review', path: `${doc('draft')}/submit`, act: button('Send to Martha Okafor') },
    { name: 'send for review, not now', path: `${doc('submitted')}/submit` },
    { name: 'share', path: `${doc('shared')}/share`, act: button('Send') },
    { name: 'who is reminded', path: `/app/shares/${shared?.id ?? ''}/remind` },
    {
      name: 'seen as one of the family',
      path: `${doc('shared')}/as/${mother}`,
      act: link('Back to sharing'),
    },
    { name: 'share, nobody chosen', path: `${doc('shared')}/share`, bring: press('documents.share.send') },
    { name: 'share, not approved yet', path: `${doc('draft')}/share` },
    { name: 'supervision notebooks', path: '/app/notebooks' },
    {
      name: 'a supervision notebook',
      path: '/app/notebooks',
      bring: (page) => page.getByRole('link', { name: /Okafor/u }).click(),
    },
    { name: 'settings', path: '/settings' },
    { name: 'how somebody signs in', path: '/settings/signing-in' },
  ];
}

export async function supervisorsPages(api: ApiClient): Promise<readonly PageToCheck[]> {
  const waiting = await listOf<ReviewSummary>(api, '/api/reviews?state=waiting');
  const decided = await listOf<ReviewSummary>(api, '/api/reviews?state=decided');
  const [plan, sheet] = ['hour-plan', 'worksheet'].map((kind) =>
    waiting.find(({ document }) => document.kind === kind),
  );
  const review = `/app/reviews/${sheet?.id ?? ''}`;
  const { attached } = (await api.get<Review>(`/api/reviews/${sheet?.id ?? ''}`)).body;
  return [
    { name: 'reviews', path: '/app/reviews', act: link('Solving one problem together') },
    { name: 'while a supervisor is away', path: '/app/away', act: link('Back to Reviews') },
    { name: 'review', path: review, act: button('Send review to Elena Ruiz') },
    { name: 'review, what goes along', path: `${review}/attached/${attached[0]?.documentId ?? ''}` },
    {
      name: 'review of the plan of an hour',
      path: `/app/reviews/${plan?.id ?? ''}`,
      act: button('Send review to Elena Ruiz'),
    },
    { name: 'review, a comment being written', path: review, bring: press('documents.comment.on') },
    { name: 'review, no verdict chosen', path: review, bring: press('documents.verdict.send.none') },
    ...decided.map(({ id, verdict }) => ({ name: `review, ${verdict ?? ''}`, path: `/app/reviews/${id}` })),
    { name: 'emergencies', path: '/app/emergencies' },
    { name: 'library', path: '/app/library' },
  ];
}

export async function adminsPages(api: ApiClient): Promise<readonly PageToCheck[]> {
  const staff = await listOf<StaffMember>(api, '/api/staff');
  const elena = `/admin/people/${staff.find(({ displayName }) => displayName === 'Elena Ruiz')?.id ?? ''}`;
  return [
    { name: 'people of the practice', path: '/admin/people', act: link('Add a colleague') },
    { name: 'library', path: '/admin/library' },
    {
      name: 'people of the practice, a supervision being ended',
      path: '/admin/people',
      bring: press('practice.pairs.end'),
    },
    { name: 'new colleague', path: '/admin/people/new', act: button('Add this person') },
    {
      name: 'new colleague, nothing filled in',
      path: '/admin/people/new',
      bring: press('practice.staff.addAct'),
    },
    { name: 'a colleague', path: elena, act: button('Save these details') },
    { name: 'a colleague who cannot leave yet', path: elena, bring: press('practice.staff.endRole') },
    { name: 'new supervision', path: '/admin/supervisions/new', act: button('Add this supervision') },
    {
      name: 'new supervision, nothing chosen',
      path: '/admin/supervisions/new',
      bring: press('practice.pairs.addAct'),
    },
    { name: 'how long reviews wait', path: '/admin/review-times' },
    { name: 'how the practice works', path: '/admin/practice', act: button('Save these settings') },
    { name: 'records', path: '/admin/records' },
    { name: 'words for the coach', path: '/admin/coach-words', act: button('Put it on the list') },
    { name: 'notices', path: '/admin/notices' },
    {
      name: 'new notice',
      path: '/admin/notices/new?sort=part-2&language=en',
      act: button('Put it in force'),
    },
    { name: 'settings', path: '/settings' },
    { name: 'how somebody signs in', path: '/settings/signing-in' },
  ];
}

/** Somebody in the middle of their homework. */
export async function familysPages(api: ApiClient): Promise<readonly PageToCheck[]> {
  const tasks = await listOf<TaskSummary>(api, '/api/homework');
  const task = tasks.find(({ kind }) => kind === 'worksheet');
  const asked = `/me/sessions/${(await listOf<AskedSession>(api, '/api/me/family-sessions'))[0]?.id ?? ''}`;
  const ended = (await listOf<AskedSession>(api, '/api/me/family-sessions')).find((one) => one.lookBack);
  const after = `/me/sessions/${ended?.id ?? ''}/after`;
  const homework = `/me/tasks/${task?.id ?? ''}`;
  const plan = tasks.find(({ kind }) => kind === 'boundary-plan')?.id ?? '';
  await api.post(`/api/homework/${plan}/send`);
  const questions = Array.from({ length: task?.prompts ?? 0 }, (_none, index) => ({
    name: `question ${index + 1}`,
    path: `${homework}/q/${index + 1}`,
    act: button('Continue'),
  }));
  return [
    { name: 'home', path: '/me', act: link('Go on') },
    { name: 'asked to an hour', path: asked, act: button('Send my answer') },
    { name: 'asked to an hour, nothing chosen', path: asked, bring: press('asked.send') },
    { name: 'looking back on an hour', path: after, act: link('Look at my answers') },
    { name: 'a question about an hour', path: `${after}/q/1`, act: button('Continue') },
    { name: 'what was said about an hour', path: `${after}/check`, act: link('Go to home') },
    { name: 'homework', path: homework, act: link('Go on') },
    ...questions,
    { name: 'question 4, not answered', path: `${homework}/q/4`, bring: press('homework.question.continue') },
    {
      name: 'question 2, who can see it',
      path: `${homework}/q/2`,
      bring: (page, say) => page.getByText(say('homework.visibility.change')).click(),
    },
    { name: 'check', path: `${homework}/check`, act: button('Send to Elena Ruiz') },
    { name: 'check, not all answered', path: `${homework}/check`, bring: press('homework.check.sendTo') },
    { name: 'homework to print', path: `${homework}/print`, act: button('Print this page') },
    { name: 'a plan that was read', path: `/me/items/${plan}`, act: link('Write how it went') },
    { name: 'a day of a plan', path: `/me/items/${plan}/days` },
    { name: 'my reminders', path: '/me/reminders' },
    { name: 'my privacy', path: '/me/privacy', act: button('Get it to read or print (PDF)') },
    {
      name: 'my privacy, asked once more about erasing',
      path: '/me/privacy',
      bring: press('homework.erase.act'),
    },
    {
      name: 'my privacy, asked once more about leaving',
      path: '/me/privacy',
      bring: press('homework.leave.act'),
    },
    { name: 'words on this device', path: '/left-words', act: link('Go to home') },
    { name: 'what I wrote', path: '/my-words', act: button('Get it to read or print (PDF)') },
    { name: 'settings', path: '/settings' },
    { name: 'how somebody signs in', path: '/settings/signing-in' },
    { name: 'help now', path: '/help-now' },
  ];
}

/** Somebody who has sent it, and found a note. */
export async function sendersPages(api: ApiClient): Promise<readonly PageToCheck[]> {
  const task = await sendForFamily(api, { company: 4 });
  const homework = `/me/tasks/${task.id}`;
  return [
    { name: 'home, done', path: '/me' },
    { name: 'sent homework with a note', path: homework },
    { name: 'sent', path: `${homework}/sent`, act: link('Go to home') },
    { name: 'opening answers', path: `${homework}/open`, act: button('Open this answer') },
    { name: 'opening answers, one chosen', path: `${homework}/open`, bring: press('opening.acts.openOf') },
    {
      name: 'opening answers, nobody chosen',
      path: `${homework}/open`,
      bring: async (page, say) => {
        await press('opening.acts.openOf')(page, say);
        await page.getByRole('button', { name: say('opening.choose.act'), exact: true }).click();
      },
    },
    { name: 'my privacy, sent', path: '/me/privacy' },
  ];
}

export const CLIENTS_PAGES: readonly PageToCheck[] = [
  { name: 'home, nothing to do', path: '/me' },
  { name: 'my consents', path: '/me/privacy', act: button('your yes for Rosa Torres') },
  { name: 'my consents, asked once more', path: '/me/privacy', bring: press('homework.privacy.takeBackOf') },
];

async function listOf<Thing>(api: ApiClient, path: string): Promise<readonly Thing[]> {
  return (await api.get<{ items: readonly Thing[] }>(path)).body.items;
}
