import type { Document, FamilySummary, Page, Template } from '@common-ground/contract';
import { expectSaved } from '../editor';
import { expect, expectAccessible, test } from '../journey';

test('a script comes in as Fountain, is given to two of the family, rehearsed by name and taken out again', async ({
  as,
  api,
}) => {
  const [staff, judge] = [await api('therapist'), await api('supervisor')];
  const families = (await staff.get<Page<FamilySummary>>('/api/families?limit=100')).body.items;
  const torres = families.find(({ name }) => name === 'Torres family')?.id ?? '';
  const { content } = (await staff.get<Template>('/api/templates/asking-for-help')).body;
  const lent = await staff.post<Document>('/api/documents', {
    kind: 'role-play-script',
    title: 'A lift on Tuesday',
    fromTemplateId: 'asking-for-help',
  });
  const page = await as('therapist');
  const taken = await page.request.get(`/api/documents/${lent.body.id}/fountain`);
  const fountain = await taken.text();

  await test.step('what was understood and what was not is shown before anything is made', async () => {
    await page.goto(`/app/library?family=${torres}`);
    await page.getByRole('link', { name: 'Bring in a script' }).click();
    await expect(page.getByLabel('For which family?')).toHaveValue(torres);
    await page.getByRole('button', { name: 'Make a script of it' }).click();
    await expect(
      page.getByRole('alert').filter({ hasText: 'Nobody speaks in this text yet.' }),
    ).toBeVisible();
    await page.getByLabel('Or paste the text').fill(`${fountain}\n\n~La la la\n`);
    const understood = page.getByRole('region', { name: 'What was understood' });
    await expect(understood.getByText('A lift on Tuesday')).toBeVisible();
    await expect(understood.getByText('I would like to ask you for something.')).toBeVisible();
    const left = page.getByRole('region', { name: 'What was left out or cut' });
    await expect(left.getByText('~La la la')).toBeVisible();
    await expectAccessible(page, 'a script that is brought in');
    await page.getByRole('button', { name: 'Make a script of it' }).click();
  });

  await test.step('both roles are given to people of the family', async () => {
    await expect(page.getByRole('textbox', { name: /^Title of the/u })).toHaveValue('A lift on Tuesday');
    for (const [at, name] of ['Maya Torres', 'Rosa Torres'].entries()) {
      const role = page.getByRole('combobox', { name: 'Which member of the family plays it' }).nth(at);
      await role.focus();
      await role.selectOption({ label: name });
      await expect(page.getByRole('textbox', { name: 'Said by, in words' }).nth(at)).toHaveValue(name);
    }
    await page.getByRole('textbox', { name: 'Said by, in words' }).nth(1).fill('Mom');
    await expectSaved(page);
    await page.reload();
    const second = page.getByRole('combobox', { name: 'Which member of the family plays it' }).nth(1);
    await expect(second.getByRole('option', { name: 'Rosa Torres' })).toHaveJSProperty('selected', true);
    await expectAccessible(page, 'a script with its cast');
  });

  const id = page.url().split('/').at(-1) ?? '';
  const { supervision } = (await staff.get<Document>(`/api/documents/${id}`)).body;
  const submitted = await staff.post<Document>(`/api/documents/${id}/submit`, {
    supervisorId: supervision[0]?.id,
    note: '',
  });
  expect(submitted.status).toBe(200);
  await judge.post(`/api/reviews/${submitted.body.review?.id ?? ''}/decision`, {
    verdict: 'approve',
    summary: '',
    versionHash: submitted.body.version?.hash,
  });
  await page.goto(`/app/docs/${id}/share`);
  await page.getByRole('checkbox', { name: /Rosa Torres/u }).check();
  await page.getByRole('button', { name: 'Send to Rosa Torres' }).click();
  await expect(page.getByText('It is on its way to 1 person')).toBeVisible();

  await test.step('and on a phone each turn says who plays it, offline too once it was opened', async () => {
    const phone = await as('mother');
    await phone.goto('/me');
    await phone.getByRole('link', { name: 'A lift on Tuesday' }).click();
    await phone.getByRole('link', { name: 'Practise it' }).click();
    await expect(phone.getByRole('button', { name: 'Begin' })).toBeVisible();
    await expect(phone.getByText('(said by Mom)')).toBeVisible();
    await phone.context().setOffline(true);
    await phone.getByRole('button', { name: 'Begin' }).click();
    await expect(phone.getByText('Maya Torres, as', { exact: false })).toBeVisible();
    await phone.getByRole('button', { name: 'Next' }).click();
    await expect(phone.getByText('Mom, as', { exact: false })).toBeVisible();
    await phone.context().setOffline(false);
  });

  await test.step('what goes out as Fountain holds every line that came in', async () => {
    const out = await (await page.request.get(`/api/documents/${id}/fountain`)).text();
    const { turns } = 'turns' in content ? content : { turns: [] };
    expect(turns.length).toBeGreaterThan(2);
    for (const { line } of turns) expect(out).toContain(line);
  });
});
