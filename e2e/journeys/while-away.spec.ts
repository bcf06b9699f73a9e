import type { DocumentSummary, Me, Page as ListOf } from '@common-ground/contract';
import { expect, expectAccessible, test } from '../journey';

const TITLE = 'Solving one problem together';

test('while a supervisor is away, a colleague reads and decides for her', async ({ as, api }) => {
  test.setTimeout(120_000);
  const jonasId = (await (await api('other-therapist')).get<Me>('/api/me')).body.person.id;
  await (await api('admin')).post(`/api/staff/${jonasId}/roles`, { role: 'supervisor' });
  const { items } = (await (await api('therapist')).get<ListOf<DocumentSummary>>('/api/documents')).body;
  const document = `/app/docs/${String(items.find(({ title }) => title === TITLE)?.id)}`;
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date());

  const martha = await as('supervisor');
  await test.step('she names who stands in, for how long and for whom', async () => {
    await martha.goto('/app/reviews');
    await martha.getByRole('link', { name: 'While you are away' }).click();
    await expect(martha.getByRole('heading', { name: 'While you are away' })).toBeFocused();
    await martha.getByRole('button', { name: 'Let them stand in' }).click();
    await expect(martha.getByRole('alert')).toContainText('Choose a person.');
    await expectAccessible(martha, 'naming nobody');
    await martha.getByRole('combobox', { name: 'Who stands in' }).selectOption('Jonas Weber');
    await martha.getByLabel('First day').fill(today);
    await martha.getByLabel('Last day').fill('2999-01-31');
    await martha.getByRole('radio', { name: 'Only those of some' }).check();
    // Nobody judges their own texts.
    await expect(martha.getByRole('checkbox')).toHaveCount(1);
    await martha.getByRole('checkbox', { name: 'Elena Ruiz' }).check();
    await expectAccessible(martha, 'naming somebody');
    await martha.getByRole('button', { name: 'Let them stand in' }).click();
    await expect(
      martha.getByText(/Jonas Weber stands in for you from .*2999, for what Elena Ruiz sends you\./u),
    ).toBeVisible();
  });

  const elena = await as('therapist');
  await test.step('the author sees who reads', async () => {
    await elena.goto(document);
    await expect(
      elena.getByText(
        /It waits for Martha Okafor\. Jonas Weber stands in until .*2999 and reads it as well\./u,
      ),
    ).toBeVisible();
  });

  await test.step('the other one finds it in his reviews, and decides it', async () => {
    const jonas = await as('other-therapist');
    await jonas.goto('/app/reviews');
    await expect(jonas.getByText(/You read it for Martha Okafor, until .*2999\./u).first()).toBeVisible();
    await jonas.getByRole('link', { name: TITLE }).click();
    // In the list the same stands beside each of them.
    await expect(jonas.getByRole('radio', { name: /^Approve/u })).toBeVisible();
    await expect(jonas.getByText(/You read it for Martha Okafor, until .*2999\./u)).toBeVisible();
    await expectAccessible(jonas, 'a review for somebody who is away');
    await jonas.getByRole('radio', { name: /^Approve/u }).check();
    await jonas.getByRole('button', { name: 'Approve for Elena Ruiz' }).click();
    await expect(jonas.getByRole('heading', { name: /^Approved\./u })).toBeFocused();
  });

  await test.step('his name stands under it, and for whom', async () => {
    await elena.goto(`${document}/history`);
    await expect(elena.getByText(/Signed by Jonas Weber, LMFT, for Martha Okafor/u)).toBeVisible();
  });

  await test.step('she is back sooner, and ends it', async () => {
    await martha.getByRole('button', { name: /^End it now/u }).click();
    await expect(martha.getByText(/Jonas Weber stands in for you from/u)).toHaveCount(0);
    await expectAccessible(martha, 'nobody stands in');
  });
});
