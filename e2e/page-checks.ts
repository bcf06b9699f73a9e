// What holds for every page, whoever reads it and in whatever language.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, expectAccessible } from './journey';
import { expectQuiet } from './watch';

/** Judging colours takes longer than all else, and a page in another language has the same ones. */
type Colours = 'judged' | 'as in English';

/** One heading that says what the page is, no word missing, and nothing wider than the smallest screens. */
export async function expectSoundPage(page: Page, where: string, colours?: Colours): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }), `${where} has one heading`).toHaveCount(1);
  await expectQuiet(page);
  await expectGoodState(page, where, colours);
}

/** The same for a page that is still waiting, or that says what went wrong. */
export async function expectGoodState(page: Page, where: string, colours: Colours = 'judged'): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }), `${where} has one heading`).toHaveCount(1);
  expect.soft(await page.title(), `${where} has a title`).toMatch(/\S/u);
  expect.soft(await missingWords(page), `${where} has all its words`).toEqual([]);
  await expectAccessible(page, where, { rules: { 'color-contrast': { enabled: colours === 'judged' } } });
  if (colours === 'judged') {
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page, `${where}, dark`, { runOnly: ['color-contrast'] });
    await page.emulateMedia({ colorScheme: 'light' });
  }
  await expectNoSidewaysScroll(page, where);
}

/** 390 is a usual phone; 320 is also a desktop of 1280 at 400 %. */
async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const usual = page.viewportSize();
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    const tooWide = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return Math.max(0, scrollWidth - clientWidth);
    });
    expect.soft(tooWide, `${where}, pixels too wide at ${width}`).toBe(0);
  }
  if (usual) await page.setViewportSize(usual);
}

/** What the keys of messages begin with. */
const AREAS = readdirSync(join(import.meta.dirname, '../apps/web/public/i18n/en')).map((file) =>
  file.replace(/\.json$/u, ''),
);

/** Keys of messages that have no words, anywhere a reader or a screen reader comes across them. */
async function missingWords(page: Page): Promise<string[]> {
  const words = await page.evaluate(() => {
    const spoken = ['aria-label', 'placeholder', 'title', 'alt'];
    const attributes = Array.from(document.querySelectorAll('*'), (element) =>
      spoken.map((name) => element.getAttribute(name) ?? ''),
    );
    return [document.title, document.body.textContent, ...attributes.flat()].join('\n');
  });
  return words.match(new RegExp(`\\b(?:${AREAS.join('|')})\\.[a-z][\\w.-]+`, 'gu')) ?? [];
}

/**
 * Everything a thumb has to meet can be hit within 44 pixels' height, whatever is drawn; links inside a sentence are as
 * high as their line.
 */
export async function expectLargeTargets(page: Page, where: string): Promise<void> {
  const small: string[] = [];
  for (const role of ['button', 'link', 'checkbox', 'radio', 'textbox', 'combobox'] as const) {
    const found = await page.getByRole(role).evaluateAll((elements) =>
      elements.flatMap((element) => {
        const target = element.closest('label') ?? element;
        target.scrollIntoView({ block: 'center' });
        const { left, top, width, height, right } = target.getBoundingClientRect();
        const isHitAt = (y: number): boolean => {
          const hit = document.elementFromPoint(left + Math.min(width / 2, 20), y);
          return hit !== null && target.contains(hit);
        };
        const middle = top + height / 2;
        const isInSentence = getComputedStyle(target).display === 'inline';
        const isOffScreen = right <= 0;
        const isLarge = height >= 43.5 || (isHitAt(middle - 21) && isHitAt(middle + 21));
        if (isLarge || isInSentence || isOffScreen) return [];
        return [`${target.textContent.trim().slice(0, 40)} ${Math.round(height)} px`];
      }),
    );
    small.push(...found);
  }
  expect.soft(small, `${where}, targets too small for a thumb`).toEqual([]);
}

export interface Act {
  readonly role: 'button' | 'link';
  readonly name: string;
}

const MOST_STEPS = 80;

/** The Tab key alone leads to the page's act, and shows where it is on its way. */
export async function expectReachedByKeyboard(page: Page, where: string, { role, name }: Act): Promise<void> {
  const act = page.getByRole(role, { name }).first();
  await expect(act).toBeVisible();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press('Tab');
    const { isThere, isShown, what } = await act.evaluate((element) => {
      const focused = document.activeElement ?? document.body;
      const { outlineStyle, boxShadow } = getComputedStyle(focused);
      // At the end of a page the keyboard is with the browser, and so it is within a field of the browser's own.
      const isPicker = focused instanceof HTMLInputElement && ['date', 'time'].includes(focused.type);
      const isElsewhere = focused === document.body || isPicker;
      return {
        isThere: focused === element,
        isShown: isElsewhere || outlineStyle !== 'none' || boxShadow !== 'none',
        what: focused.outerHTML.slice(0, 120),
      };
    });
    expect.soft(isShown, `${where}: the keyboard is to be seen at ${what}`).toBe(true);
    if (isThere) return;
  }
  throw new Error(`${where}: ${name} is not reached with the Tab key.`);
}
