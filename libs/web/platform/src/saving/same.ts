/** True when the server holds every field of what was sent, word for word: then the save did arrive, only its answer was lost. */
export function holdsAll(theirs: unknown, sent: unknown): boolean {
  if (!isRecord(theirs) || !isRecord(sent)) return false;
  return Object.keys(sent).every((field) => same(theirs[field], sent[field]));
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((entry, index) => same(entry, b[index]));
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...fields].every((field) => same(a[field], b[field]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
