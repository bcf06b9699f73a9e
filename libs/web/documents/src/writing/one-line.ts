import { cleanText, LIMITS } from '@common-ground/contract';

/** For fields that hold one line, whatever was pasted into them. */
export function oneLine(words: string): string {
  return cleanText(words.replace(/\s*[\r\n]+\s*/gu, ' ')).slice(0, LIMITS.line);
}
