/**
 * What two wrote in the same fields: the texts of each, one below the other where they differ.
 * @returns null where a field would not hold both; `most` in characters
 */
export function bothTexts<Field extends string>(
  theirs: Readonly<Record<Field, string>>,
  mine: Readonly<Record<Field, string>>,
  fields: readonly Field[],
  most: number,
): Record<Field, string> | null {
  const both = fields.map((field): [Field, string] => {
    const texts = [...new Set([theirs[field], mine[field]])].filter((words) => words !== '');
    return [field, texts.join('\n\n')];
  });
  if (both.some(([, words]) => words.length > most)) return null;
  return Object.fromEntries(both) as Record<Field, string>;
}
