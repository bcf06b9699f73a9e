import { failedForGood } from './delivery-report';

interface Told {
  readonly action?: string;
  readonly status?: string;
  readonly final?: string;
  readonly more?: string;
  readonly type?: string;
  readonly part?: string;
}

/** As Postfix writes one. */
function report({
  action = 'failed',
  status = '5.1.1',
  final = 'rfc822; ada@example.org',
  more = '',
  type = 'multipart/report; report-type=delivery-status;\r\n\tboundary="b.1/mx.example.org"',
  part = 'message/delivery-status',
}: Told = {}): string {
  return [
    'From: MAILER-DAEMON@mx.example.org (Mail Delivery System)',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: ${type}`,
    '',
    'This is a MIME-encapsulated message.',
    '--b.1/mx.example.org',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'Action: failed',
    'Status: 5.1.1',
    'Final-Recipient: rfc822; words-of-a-letter@example.org',
    '',
    '--b.1/mx.example.org',
    'Content-Description: Delivery report',
    `Content-Type: ${part}`,
    '',
    'Reporting-MTA: dns; mx.example.org',
    'Arrival-Date: Mon, 30 Nov 2026 10:00:00 +0000 (UTC)',
    '',
    `Final-Recipient: ${final}`,
    ...(more === '' ? [] : [more]),
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 <ada@example.org>: nobody of',
    '    that name',
    '',
    '--b.1/mx.example.org',
    'Content-Type: text/rfc822-headers',
    '',
    'Subject: An invitation',
    '',
    '--b.1/mx.example.org--',
    '',
  ].join('\r\n');
}
const read = (text: string): string[] => failedForGood(Buffer.from(text));

describe('a report about a delivery', () => {
  it('names whom a mail failed to reach for good', () => {
    expect(read(report())).toEqual(['ada@example.org']);
  });

  it.each<[string, Told]>([
    ['with the status explained', { status: '5.2.1 (mailbox unavailable)' }],
    ['in other letters', { action: 'Failed', part: 'Message/Delivery-Status; charset=utf-8' }],
    ['with the address in brackets', { final: 'rfc822;<ada@example.org>' }],
    ['folded', { final: 'rfc822;\r\n ada@example.org' }],
    ['for addresses beyond ASCII', { part: 'message/global-delivery-status' }],
    ['with its boundary in no quotation marks', { type: 'multipart/report; boundary=b.1/mx.example.org' }],
    [
      'whose part says how it is written',
      { part: 'message/delivery-status\r\nContent-Transfer-Encoding: 7bit' },
    ],
  ])('is understood %s', (_what, told) => {
    expect(read(report(told))).toEqual(['ada@example.org']);
  });

  it('is understood with lines that end as they do elsewhere', () => {
    expect(read(report().replaceAll('\r\n', '\n'))).toEqual(['ada@example.org']);
  });

  it('names the address that was written to as well, where it was passed on to another', () => {
    const told = {
      final: 'rfc822; elsewhere@example.net',
      more: 'Original-Recipient: rfc822;ada@example.org',
    };
    expect(read(report(told))).toEqual(['ada@example.org', 'elsewhere@example.net']);
  });

  it('tells those it failed to reach from those it reached', () => {
    const other = ['Final-Recipient: rfc822; bob@example.org', 'Action: delivered', 'Status: 2.0.0', '', ''];
    const text = report().replace(
      'Final-Recipient: rfc822; ada',
      `${other.join('\r\n')}Final-Recipient: rfc822; ada`,
    );
    expect(read(text)).toEqual(['ada@example.org']);
  });

  it.each<[string, Told]>([
    ['is late', { action: 'delayed', status: '4.4.1' }],
    ['failed for now', { status: '4.2.2' }],
    ['was passed on', { action: 'relayed', status: '2.0.0' }],
    ['arrived', { action: 'delivered', status: '2.0.0' }],
    ['is late with a status that is not', { action: 'delayed', status: '5.1.1' }],
    ['has a status that is none', { status: '5' }],
    ['has a status that only begins like one', { status: '50.1.1' }],
    ['names nobody', { final: '' }],
    ['names nobody in words', { final: 'rfc822; \0' }],
    ['stands in another kind of message', { type: 'multipart/mixed; boundary="b.1/mx.example.org"' }],
    ['is read as another kind of part', { part: 'text/plain' }],
    [
      'is written in a way that a report is not',
      { part: 'message/delivery-status\r\nContent-Transfer-Encoding: base64' },
    ],
    ['has no boundary', { type: 'multipart/report' }],
    ['has another boundary', { type: 'multipart/report; boundary="b.2"' }],
  ])('says nothing of a mail that %s', (_what, told) => {
    expect(read(report(told))).toEqual([]);
  });

  it.each([
    [
      'an answer of somebody who is away',
      'Subject: Away\r\nAuto-Submitted: auto-replied\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\nFinal-Recipient: rfc822; ada@example.org\r\n',
    ],
    ['nothing', ''],
    ['an empty line', '\r\n'],
    ['a head alone', 'Content-Type: multipart/report; boundary=b'],
    ['bytes', '\u0000\uFFFD'.repeat(500)],
  ])('is not %s', (_what, text) => {
    expect(read(text)).toEqual([]);
  });

  it('is read in one go, whatever somebody wrote to make it long', () => {
    const many = 256 * 1024;
    const head = 'Content-Type: multipart/report; boundary=b\r\n\r\n';
    const part = `${head}--b\r\nContent-Type: message/delivery-status\r\n\r\n`;
    const began = performance.now();
    for (const text of [
      `Content-Type: multipart/report${';'.repeat(many)}`,
      `Content-Type: multipart/report;${' '.repeat(many)}`,
      `Content-Type: multipart/report;${' boundary'.repeat(many / 9)}`,
      `${head}${'--b\r\n'.repeat(many / 5)}`,
      `${part}${'\r\n'.repeat(many / 2)}`,
      `${part}${' \t'.repeat(many / 2)}`,
      `${part}${'\r\n \t'.repeat(many / 4)}x`,
      `${part}Final-Recipient: ${'rfc822;'.repeat(many / 7)}`,
      `${part}${'Final-Recipient: rfc822; a@b\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n'.repeat(3000)}`,
      '\r\n'.repeat(many / 2),
      ':'.repeat(many),
    ])
      expect(read(text).length).toBeLessThanOrEqual(1);
    // What grows with the square of its length would take minutes; a busy machine takes a second.
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});
