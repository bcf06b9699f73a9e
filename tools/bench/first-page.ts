// A family's first page as a slowed phone has it, beside a page without a framework that asks the same of the same server.
import { chromium } from '@playwright/test';
/* eslint-disable @nx/enforce-module-boundaries -- Node.js runs this file as it stands and knows none of the house's names for its libraries: they are named by their paths. */
import { serveBarePage } from '../../libs/testing/src/phone/bare-page.ts';
import { openOnSlowPhone, sideBySide, type Felt } from '../../libs/testing/src/phone/slow-phone.ts';
import { OF_FAMILIES, thereAfter, weightOf } from '../../libs/testing/src/phone/weight.ts';
/* eslint-enable @nx/enforce-module-boundaries */
import { installedForPeople } from '../test/browser.ts';

export interface FirstPage {
  /** Thousands of bytes of scripts as they travel, and the mark. */
  readonly kilobytes: number;
  readonly mostKilobytes: number;
  /** Without a browser only the weight is known. */
  readonly ours?: Felt;
  readonly bare?: Felt;
  /** How many times as long as the page without a framework, and the mark. */
  readonly largestRatio?: number;
  readonly mostLargestRatio?: number;
  readonly interactiveRatio?: number;
}

const MARKS = { kilobytes: 110, largestRatio: 1.8 };

/** As the member of a family whose session this is. */
export async function firstPage(port: number, token: string, rounds: number): Promise<FirstPage> {
  const weight = { kilobytes: rounded(weightOf(thereAfter(OF_FAMILIES))), mostKilobytes: MARKS.kilobytes };
  const executablePath = installedForPeople();
  if (executablePath === undefined) {
    console.log('No browser was found: how the first page feels on a phone is not measured.');
    return weight;
  }
  // One that shows no window is quicker with the page without a framework than with ours: ratios of the two differ.
  console.log(`The first page is opened by ${executablePath}.`);
  const origin = `http://127.0.0.1:${port}`;
  const cookie = { name: 'common-ground', value: token, domain: '127.0.0.1', path: '/', expires: -1 };
  const somebody = {
    cookies: [{ ...cookie, httpOnly: true, secure: false, sameSite: 'Lax' as const }],
    origins: [],
  };
  const browser = await chromium.launch({
    executablePath,
    // Chromium's sandbox refuses to run as root.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await serveBarePage(origin);
  try {
    const { ours, bare } = await sideBySide(
      rounds,
      () => openOnSlowPhone(browser, somebody, `${origin}/me`),
      () => openOnSlowPhone(browser, somebody, page.origin),
    );
    return {
      ...weight,
      ...{ ours: inWhole(ours), bare: inWhole(bare), mostLargestRatio: MARKS.largestRatio },
      largestRatio: rounded(ours.largest / bare.largest),
      interactiveRatio: rounded(ours.interactive / bare.interactive),
    };
  } finally {
    await page.stop();
    await browser.close();
  }
}

/** Milliseconds in whole; how far something moved is a small share. */
function inWhole({ largest, interactive, blocked, shift, steps, kilobytes }: Felt): Felt {
  const [one, two, three, four] = [largest, interactive, blocked, kilobytes].map(Math.round);
  return {
    largest: one ?? NaN,
    interactive: two ?? NaN,
    blocked: three ?? NaN,
    shift: rounded(shift),
    steps,
    kilobytes: four ?? NaN,
  };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
