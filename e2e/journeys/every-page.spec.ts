import type { Language } from '@common-ground/contract';
import type { ApiClient, Persona } from '@common-ground/testing';
import type { Page } from '@playwright/test';
import { expect, test } from '../journey';
import { expectLargeTargets, expectReachedByKeyboard, expectSoundPage } from '../page-checks';
import {
  CLIENTS_PAGES,
  STRANGERS_PAGES,
  adminsPages,
  familysPages,
  sendersPages,
  supervisorsPages,
  therapistsPages,
  type PageToCheck,
} from '../pages';
import { wordsOf } from '../words';

const READERS = [
  { persona: 'therapist', pagesOf: therapistsPages },
  { persona: 'supervisor', pagesOf: supervisorsPages },
  { persona: 'admin', pagesOf: adminsPages },
  { persona: 'mother', pagesOf: familysPages, isFamily: true },
  { persona: 'father', pagesOf: sendersPages, isFamily: true },
  { persona: 'client', pagesOf: async () => CLIENTS_PAGES, isFamily: true },
] satisfies readonly {
  readonly persona: Persona;
  readonly pagesOf: (api: ApiClient) => Promise<readonly PageToCheck[]>;
  readonly isFamily?: boolean;
}[];

/** What must not stand in a title that histories and task switchers of a family's phones show. */
const TELLING = /torres|rosa|david|maya|support|worksheet|therap/iu;

// All pages of one reader, one after the other: a therapist has about eighty. Against hanging only.
test.setTimeout(900_000);

for (const language of ['en', 'es'] as const) {
  const say = wordsOf(language);
  const colours = language === 'en' ? 'judged' : 'as in English';

  test.describe(`every page in ${language}, wide and narrow`, () => {
    for (const { persona, pagesOf, ...reader } of READERS) {
      const isFamily = 'isFamily' in reader;
      test(`of the ${persona}`, async ({ as, api }) => {
        const page = await as(persona);
        await speak(page, language);
        const titles = new Map<string, string>();
        for (const one of await pagesOf(await api(persona))) {
          await test.step(one.name, async () => {
            await page.goto(one.path);
            await one.bring?.(page, say);
            await expectSoundPage(page, one.name, colours);
            if (isFamily) {
              await expectLargeTargets(page, one.name);
              expect
                .soft(await page.title(), `${one.name} has a title that tells nothing`)
                .not.toMatch(TELLING);
            }
            if (language !== 'en' || one.bring || one.path.startsWith('/settings')) return;
            titles.set(patternOf(one.path), await page.title());
            await expectToGetOn(page, one);
          });
        }
        const repeated = [...titles.values()].filter((title, index, all) => all.indexOf(title) < index);
        expect.soft(repeated, 'every page has its own title').toEqual([]);
      });
    }

    test('of somebody who is not signed in', async ({ browse }) => {
      const page = await browse('phone');
      await speak(page, language);
      for (const one of STRANGERS_PAGES) {
        await test.step(one.name, async () => {
          await page.goto(one.path);
          await one.bring?.(page, say);
          await expectSoundPage(page, one.name, colours);
          await expectLargeTargets(page, one.name);
        });
      }
    });
  });
}

/** Whoever arrives at a page stands on its heading, and gets on by keyboard. */
async function expectToGetOn(page: Page, { name, beginsIn, act }: PageToCheck): Promise<void> {
  const title = await page.title();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeFocused();
  await page.goBack();
  // The heading of the settings is a focused heading too: first they have to be gone.
  await expect(page, `${name} has its title again`).toHaveTitle(title);
  await expect(page.getByRole('heading', { level: 1, name: 'Settings', exact: true })).toHaveCount(0);
  const start = beginsIn
    ? page.getByRole('textbox', { name: beginsIn })
    : page.getByRole('heading', { level: 1 });
  await expect(start, `${name} begins at its heading`).toBeFocused();
  if (act) await expectReachedByKeyboard(page, name, act);
}

/** The route behind an address: the same page for another family or another question has the same title. */
function patternOf(path: string): string {
  return path.replace(/[0-9a-f-]{36}/gu, ':id').replace(/\?.*/u, '');
}

async function speak(page: Page, language: Language): Promise<void> {
  await page.goto('/settings');
  await page.getByRole('radio', { name: wordsOf(language)(`platform.languages.${language}`) }).check();
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe(language);
}
