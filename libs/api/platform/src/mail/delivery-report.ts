/** What a report about a delivery may be called; the second is for addresses beyond ASCII (RFC 6533). */
const STATUS_PART = /^message\/(?:global-)?delivery-status\s*(?:;|$)/iu;
const REPORT = /^multipart\/report\s*(?:;|$)/iu;
const BOUNDARY = /;\s*boundary\s*=\s*(?:"([^"]{1,70})"|([^\s;"]{1,70}))/iu;
/** Encodings that leave the words as they are, which is all that RFC 3464 allows. */
const PLAIN = /^(?:7bit|8bit|binary)$/iu;
const FOR_GOOD = /^5\.\d{1,3}\.\d{1,3}(?:[\s(]|$)/u;
const MOST_ADDRESSES = 20;

/**
 * The addresses of which a report (RFC 3464) says that its mail failed to reach them, for good. Everything else says
 * nothing: one that is only late, one that arrived, an answer by a machine, and whatever is no report at all.
 */
export function failedForGood(message: Buffer): string[] {
  const { head, body } = halves(message.toString('utf8'));
  const type = fieldsOf(head).get('content-type') ?? '';
  const boundary = REPORT.test(type) ? BOUNDARY.exec(type) : null;
  if (boundary === null) return [];
  const status = partsOf(body, boundary[1] ?? boundary[2] ?? '')
    .map(halves)
    .find(isStatus);
  if (status === undefined) return [];
  // The first group of fields is about the report, and names nobody.
  const addresses = status.body.split(/\n(?:[ \t]*\n)+/u).flatMap((group) => {
    const fields = fieldsOf(group);
    const hasFailed = fields.get('action')?.toLowerCase() === 'failed';
    if (!hasFailed || !FOR_GOOD.test(fields.get('status') ?? '')) return [];
    return [fields.get('original-recipient'), fields.get('final-recipient')].flatMap(addressIn);
  });
  return [...new Set(addresses)].slice(0, MOST_ADDRESSES);
}

interface Halves {
  readonly head: string;
  readonly body: string;
}

function halves(text: string): Halves {
  const lines = text.replaceAll('\r\n', '\n');
  if (lines.startsWith('\n')) return { head: '', body: lines.slice(1) };
  const end = lines.indexOf('\n\n');
  return end < 0 ? { head: lines, body: '' } : { head: lines.slice(0, end), body: lines.slice(end + 2) };
}

/** Header fields by their names in small letters, unfolded; of one that stands there twice, the first. */
function fieldsOf(head: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of head.replace(/\n[ \t]+/gu, ' ').split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (name !== '' && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

/** The parts between the lines of a boundary. What stands before the first and after the last is no part. */
function partsOf(body: string, boundary: string): string[] {
  const parts: string[][] = [];
  for (const line of body.split('\n')) {
    const words = line.trimEnd();
    if (words === `--${boundary}--`) break;
    if (words === `--${boundary}`) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.map((lines) => lines.join('\n'));
}

function isStatus({ head }: Halves): boolean {
  const fields = fieldsOf(head);
  return (
    STATUS_PART.test(fields.get('content-type') ?? '') &&
    PLAIN.test(fields.get('content-transfer-encoding') ?? '7bit')
  );
}

/** The address in `rfc822; somebody@example.org`. */
function addressIn(field: string | undefined): string[] {
  const address = /^[^;]{1,40};\s*<?([^\s<>;\p{C}]{1,254})/u.exec(field ?? '')?.[1];
  return address === undefined ? [] : [address];
}
