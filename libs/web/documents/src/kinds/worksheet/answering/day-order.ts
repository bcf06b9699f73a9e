import type { Language } from '@common-ground/contract';
import type { DayFields } from './answer-form';

type DayPart = keyof DayFields;

/** In which order this reader writes a day: month first in the United States, day first nearly everywhere else. */
export function dayOrder(language: Language): readonly DayPart[] {
  const parts = new Intl.DateTimeFormat(localeFor(language)).formatToParts(new Date(2026, 10, 22));
  const order = parts
    .map(({ type }) => type)
    .filter((type): type is DayPart => type === 'day' || type === 'month' || type === 'year');
  return order.length === 3 ? order : ['day', 'month', 'year'];
}

/** A day in digits as an example, in the order of the fields. */
export function exampleDay(language: Language): string {
  const example: Record<DayPart, string> = { day: '27', month: '3', year: '2027' };
  return dayOrder(language)
    .map((part) => example[part])
    .join(' ');
}

/** The browser's own flavour of the language, which is what knows the order. */
function localeFor(language: Language): string {
  return navigator.languages.find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ?? `${language}-US`;
}
