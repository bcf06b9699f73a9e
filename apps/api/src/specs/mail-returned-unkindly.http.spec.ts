import { setTimeout as pause } from 'node:timers/promises';
import type { Family, Member } from '@common-ground/contract';
import { startApi } from '@common-ground/testing';
import { done, everybody } from './acts';
import { everyLetterIsTried } from './mailbox';
import { practiceWithReports, reportAbout, RETURNING } from './reports';

const TAKEN = 250;
/** More than anybody may send, and than lies in the buffers between two sockets. */
const HUGE = 8 * 1024 * 1024;
const MOST_CONNECTIONS = 10;

describe('where reports about mail are taken', () => {
  const { api, cast, torres, owner, mailbox, other } = practiceWithReports();
  let count = 0;

  async function invited(): Promise<{ member: Member; contact: string; returns: string }> {
    const contact = `unkindly-${(count += 1)}@example.org`;
    const path = `/api/families/${torres.id}/members`;
    const member = await done(
      cast.therapist.post<Member>(path, { displayName: 'Tía Qolvin', relation: 'relative', contact }),
    );
    await done(cast.therapist.post(`${path}/${member.id}/invitation`, { by: 'mail' }));
    await everyLetterIsTried(owner);
    return { member, contact, returns: mailbox.taken(contact)[0]?.from ?? '' };
  }
  const cameBack = async ({ id }: Member): Promise<boolean | undefined> =>
    (await done(cast.therapist.get<Family>(`/api/families/${torres.id}`))).members.find(
      (member) => member.id === id,
    )?.details?.mailCameBack;
  const isWell = async (): Promise<void> => {
    const { member, contact, returns } = await invited();
    expect(await other.brings(returns, reportAbout(contact))).toBe(TAKEN);
    expect(await cameBack(member)).toBe(true);
    expect((await fetch(`${api.origin}/health/ready`)).status).toBe(200);
  };

  it('nothing is taken that is longer than reports are, also where it begins like one', async () => {
    const { member, contact, returns } = await invited();
    expect(await other.brings(returns, reportAbout(contact) + 'x'.repeat(300 * 1024))).toBe(552);
    const line = await other.line();
    await line.ask('EHLO mx.example.org', 'MAIL FROM:<>', `RCPT TO:<${returns}>`);
    const [, answer] = await line.after('DATA', `${reportAbout(contact)}${'x'.repeat(HUGE)}\r\n.`);
    expect(answer).toMatch(/^552 /u);
    line.close();
    expect(await cameBack(member)).toBe(false);
    await isWell();
  });

  it('a line without an end, bytes, and a message that breaks off are the end of that connection alone', async () => {
    const { member, contact, returns } = await invited();
    const endless = await other.line();
    await endless.ask('EHLO mx.example.org');
    endless.say('MAIL FROM:<'.padEnd(HUGE, 'x'));
    await endless.ended;
    const bytes = await other.line();
    for (let byte = 0; byte < 256; byte += 1) bytes.say(String.fromCharCode(byte).repeat(9) + '\r\n');
    await bytes.ended;
    const broken = await other.line();
    await broken.ask('EHLO mx.example.org', 'MAIL FROM:<>', `RCPT TO:<${returns}>`, 'DATA');
    broken.say(reportAbout(contact));
    broken.close();
    await broken.ended;
    expect(await cameBack(member)).toBe(false);
    await isWell();
  });

  it('nobody keeps the others out for long, however slowly they speak', async () => {
    const { returns } = await invited();
    const slow = await Promise.all(Array.from({ length: MOST_CONNECTIONS }, () => other.line()));
    for (const line of slow)
      await line.ask('EHLO mx.example.org', 'MAIL FROM:<>', `RCPT TO:<${returns}>`, 'DATA');
    const [late = ''] = await (await other.line()).ask();
    expect(late).toMatch(/^421 /u);
    let isOver = false;
    void Promise.all(slow.map(({ ended }) => ended)).then(() => (isOver = true));
    // A letter of the message every now and then: none of them is idle.
    for (const began = Date.now(); !isOver && Date.now() - began < 45_000;) {
      for (const line of slow) line.say('x');
      await pause(500);
    }
    expect(isOver).toBe(true);
    await isWell();
  });

  it('letters leave under our own address where nobody said otherwise', async () => {
    const quiet = await startApi({
      env: { SMTP_URL: mailbox.url, MAIL_FROM: RETURNING.MAIL_FROM },
      beside: api,
    });
    await api.kill();
    const client = await everybody(quiet);
    const contact = 'quiet@example.org';
    const path = `/api/families/${torres.id}/members`;
    const member = await done(
      client.therapist.post<Member>(path, { displayName: 'Ann', relation: 'friend', contact }),
    );
    await done(client.therapist.post(`${path}/${member.id}/invitation`, { by: 'mail' }));
    await everyLetterIsTried(owner);
    expect(mailbox.taken(contact)).toMatchObject([{ from: RETURNING.MAIL_FROM, returned: null, notify: [] }]);
    await quiet.stop();
  });
});
