import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '@common-ground/contract';

type Messages = Readonly<{ [key: string]: string | Messages }>;

/** The words of a message up to the first name it fills in: enough to find a button by, in any language. */
export type Say = (key: string) => string;

export function wordsOf(language: Language): Say {
  return (key) => {
    const [area = '', ...path] = key.split('.');
    const file = join(import.meta.dirname, '../apps/web/public/i18n', language, `${area}.json`);
    let found: string | Messages | undefined = JSON.parse(readFileSync(file, 'utf8')) as Messages;
    for (const step of path) found = typeof found === 'object' ? found[step] : undefined;
    if (typeof found !== 'string') throw new Error(`${key} has no words in ${language}.`);
    return (found.split('{')[0] ?? '').trim();
  };
}
