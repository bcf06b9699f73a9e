const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//u, 'edge'],
  [/\bFirefox\/|\bFxiOS\//u, 'firefox'],
  [/\bSamsungBrowser\//u, 'samsung'],
  [/\bChrome\/|\bCriOS\//u, 'chrome'],
  [/\bSafari\//u, 'safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPad\b/u, 'ipad'],
  [/\biPhone\b/u, 'iphone'],
  [/\bAndroid\b/u, 'android'],
  [/\bWindows\b/u, 'windows'],
  [/\bMacintosh\b/u, 'mac'],
  [/\bLinux\b|\bCrOS\b/u, 'linux'],
];

/**
 * What a browser says of itself in two coarse words, enough to know one's own devices by: `firefox windows`. Versions
 * and models, which would tell more than that, are left out.
 */
export function deviceWords(userAgent: string | undefined): string {
  const said = (userAgent ?? '').slice(0, 500);
  const first = (words: typeof BROWSERS): string => words.find(([mark]) => mark.test(said))?.[1] ?? 'other';
  return `${first(BROWSERS)} ${first(SYSTEMS)}`;
}
