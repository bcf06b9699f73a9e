import type {
  Document,
  DocumentKind,
  Family,
  FamilySummary,
  Page,
  Review,
  TemplatePage,
} from '@common-ground/contract';
import type { ApiClient } from '@common-ground/testing';
import { expectSaved } from '../editor';
import { expect, expectAccessible, test } from '../journey';

async function familyOf(therapist: ApiClient): Promise<Family> {
  const { body } = await therapist.get<Page<FamilySummary>>('/api/families?limit=100');
  const id = body.items.find(({ name }) => name === 'Torres family')?.id ?? '';
  return (await therapist.get<Family>(`/api/families/${id}`)).body;
}

async function approve(supervisor: ApiClient, id: string): Promise<void> {
  const { version } = (await supervisor.get<Review>(`/api/reviews/${id}`)).body;
  await supervisor.post(`/api/reviews/${id}/decision`, {
    verdict: 'approve',
    summary: '',
    versionHash: version.hash,
  });
}

test('a boundary plan is built with the keyboard alone, judged, shared, read on a phone and printed', async ({
  as,
  api,
}) => {
  const therapist = await as('therapist');
  const keys = therapist.keyboard;
  const torres = await familyOf(await api('therapist'));
  await therapist.goto(`/app/library?family=${torres.id}`);
  await therapist.getByRole('button', { name: 'Blank boundary plan' }).focus();
  await keys.press('Enter');
  await expect(therapist.getByRole('textbox', { name: 'Title of the boundary plan' })).toBeFocused();
  await keys.type('Quiet nights');
  await keys.press('Enter');
  await keys.type('Talks turn loud at night.');
  await keys.press('Tab');
  await keys.type('I value our sleep.');
  await keys.press('Tab');
  await keys.press('Enter');
  await expect(therapist.getByRole('textbox', { name: 'In my own words' })).toBeFocused();
  await keys.type('You must be quiet.');
  for (const words of [
    '',
    'I will listen.',
    'Good night, I love you.',
    'After dinner',
    'I still make breakfast.',
  ]) {
    await keys.press('Tab');
    if (words !== '') await keys.type(words);
  }
  await keys.press('Tab');
  await keys.press('Enter');
  await expect(therapist.getByRole('textbox', { name: 'I …' }).last()).toBeFocused();
  await keys.type('I say once that I go to bed.');
  await keys.press('Enter');
  await expect(therapist.getByRole('textbox', { name: 'I …' })).toHaveCount(2);
  await expect(therapist.getByRole('textbox', { name: 'I …' }).last()).toBeFocused();
  await keys.type('I close my door.');
  await expectSaved(therapist);
  await expect(therapist.getByText('This tells somebody else what to do.')).toBeVisible();
  await therapist
    .getByRole('textbox', { name: 'In my own words' })
    .fill('When it turns loud at night, I go to bed.');
  await expect(therapist.getByText('This tells somebody else what to do.')).toBeHidden({ timeout: 10_000 });
  await therapist.getByLabel('We look at it again on').fill('2030-02-01');
  await expect(therapist.getByText('Choose a day to look at the plan again.')).toBeHidden({
    timeout: 10_000,
  });
  await expectAccessible(therapist, 'the editor of a boundary plan');

  await therapist.getByRole('link', { name: 'Send to Martha Okafor for review' }).click();
  await therapist.getByRole('button', { name: 'Send to Martha Okafor' }).click();
  await expect(therapist.getByRole('heading', { name: 'It is with Martha Okafor' })).toBeVisible();
  const id = /docs\/([^/]+)\//u.exec(therapist.url())?.[1] ?? '';
  const { review } = (await (await api('therapist')).get<Document>(`/api/documents/${id}`)).body;

  const supervisor = await as('supervisor');
  await supervisor.goto(`/app/reviews/${review?.id ?? ''}`);
  await expect(supervisor.getByText('When it turns loud at night, I go to bed.')).toBeVisible();
  await supervisor.getByRole('button', { name: 'Comment on: When it turns loud' }).click();
  await supervisor.getByRole('textbox', { name: 'Comment on: When it turns loud' }).fill('Clear and kind.');
  await supervisor.getByRole('button', { name: 'Add comment' }).click();
  await expect(supervisor.getByText('Clear and kind.')).toBeVisible();
  await expectAccessible(supervisor, 'the review of a boundary plan');
  await approve(await api('supervisor'), review?.id ?? '');

  await therapist.goto(`/app/docs/${id}/share`);
  await therapist.getByRole('checkbox', { name: /Rosa Torres/u }).check();
  await therapist.getByRole('button', { name: 'Send to Rosa Torres' }).click();
  await expect(therapist.getByText('It is on its way to 1 person')).toBeVisible();

  const mother = await as('mother');
  await mother.goto('/me');
  await mother.getByRole('link', { name: 'Quiet nights' }).click();
  await expect(mother.getByRole('heading', { level: 1, name: 'Quiet nights' })).toBeVisible();
  await expect(mother.getByText('I close my door.')).toBeVisible();
  await expectAccessible(mother, 'a boundary plan on a phone');
  await mother.getByRole('button', { name: 'I have read it' }).click();
  await expect(mother.getByText(/You marked this as read/u)).toBeVisible();
  const paper = await mother.request.get(`/api/documents/${id}/pdf`);
  expect(paper.headers()['content-disposition']).toBe('inline; filename="plan.pdf"');
});

for (const { kind, words, act } of [
  { kind: 'support-plan', words: 'Have breakfast together', act: null },
  { kind: 'role-play-script', words: 'Anchor', act: 'Practise it' },
] as const satisfies { kind: DocumentKind; words: string; act: string | null }[]) {
  test(`a ${kind} from the library is filled in, approved, shared and read on a phone`, async ({
    as,
    api,
  }) => {
    const [staff, judge] = [await api('therapist'), await api('supervisor')];
    const torres = await familyOf(staff);
    const templates = (await staff.get<TemplatePage>('/api/templates?limit=100')).body.items;
    const template = templates.find((one) => one.kind === kind && one.language === 'en');
    const therapist = await as('therapist');
    await therapist.goto(`/app/library?family=${torres.id}`);
    await therapist
      .getByRole('article', { name: template?.title ?? '' })
      .getByRole('button', { name: /^Use this/u })
      .click();
    await expect(therapist.getByRole('textbox', { name: /^Title of the/u })).toHaveValue(
      template?.title ?? '',
    );
    if (kind === 'support-plan') await therapist.getByLabel('We look at it again on').fill('2030-02-01');
    await therapist.getByRole('textbox', { name: /^Title of the/u }).fill('For us');
    await expectSaved(therapist);
    await expectAccessible(therapist, `the editor of a ${kind}`);
    const id = therapist.url().split('/').at(-1) ?? '';
    if (kind === 'support-plan') {
      await therapist.goto(`/app/docs/${id}/preview`);
      await therapist.getByRole('button', { name: 'Day by day' }).click();
      const step = therapist.getByRole('group', { name: words });
      await step.getByRole('radio', { name: 'Not today' }).check();
      await expect(therapist.getByText('Plan B:')).toBeVisible();
      await expectAccessible(therapist, 'a day of a plan being tried out');
    }
    const { supervision } = (await staff.get<Document>(`/api/documents/${id}`)).body;
    const submitted = await staff.post<Document>(`/api/documents/${id}/submit`, {
      supervisorId: supervision[0]?.id,
      note: '',
    });
    expect(submitted.status).toBe(200);
    await approve(judge, submitted.body.review?.id ?? '');
    const mother = torres.members.find(({ relation }) => relation === 'mother');
    expect((await staff.post(`/api/documents/${id}/shares`, { memberIds: [mother?.id] })).status).toBe(201);

    const phone = await as('mother');
    await phone.goto('/me');
    await phone.getByRole('link', { name: 'For us' }).click();
    await expect(phone.getByText(words).first()).toBeVisible();
    await expectAccessible(phone, `a ${kind} on a phone`);
    if (act === null) return;
    await phone.getByRole('link', { name: act }).click();
    await phone.getByRole('button', { name: 'Begin' }).click();
    await expect(phone.getByText('I would like to ask you for something.')).toBeVisible();
    await phone.getByRole('button', { name: 'Softer' }).click();
    await expect(phone.getByText('Could we talk for five minutes?')).toBeVisible();
    await phone.getByRole('heading', { name: /^Turn 1/u }).focus();
    await phone.keyboard.press('ArrowRight');
    await expect(phone.getByText('Yes. I am listening.')).toBeVisible();
    await expectAccessible(phone, 'rehearsing a script');
    await phone.getByRole('button', { name: 'Pause and breathe' }).click();
    await phone.getByRole('button', { name: 'Go to the turn to calm down' }).click();
    await expect(phone.getByText('Let us stop for a moment.')).toBeVisible();
    await phone.getByRole('button', { name: 'Stop here' }).click();
    await expect(phone.getByRole('heading', { name: 'You stopped, and that is fine' })).toBeVisible();
  });
}
