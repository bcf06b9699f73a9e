import type {
  AskedMember,
  Family,
  FamilySession,
  Invitation,
  Member,
  Page,
  SharePreview,
} from '@common-ground/contract';
import { startApi, type ApiClient } from '@common-ground/testing';
import { approved, done, until } from './acts';
import { everyLetterIsTried } from './mailbox';
import { Reminding } from './reminding';
import { practiceWithReports, reportAbout, RETURN_DOMAIN, RETURNING, type Reported } from './reports';

const WHO = { displayName: 'Tía Qolvin', relation: 'relative', language: 'en' };
const TAKEN = 250;

type Reached = Member & { readonly contact: string };

describe('a letter that was taken and is returned later', () => {
  const { api, cast, torres, owner, mailbox, other } = practiceWithReports();
  let count = 0;

  const path = (): string => `/api/families/${torres.id}/members`;
  const newAddress = (): string => `returned-${(count += 1)}@example.org`;
  const write = ({ id, details }: Pick<Member, 'id' | 'details'>, contact: string): Promise<Member> =>
    done(
      cast.therapist.put<Member>(
        `${path()}/${id}`,
        { ...WHO, channel: 'email', contact },
        { 'if-match': `"${details?.revision ?? 0}"` },
      ),
    );
  async function somebody(): Promise<Reached> {
    const contact = newAddress();
    const added = await done(cast.therapist.post<Member>(path(), { ...WHO, language: undefined }));
    return { ...(await write(added, contact)), contact };
  }
  /** Somebody whose invitation was taken by the server for mail, and where a report about it goes. */
  async function invited(): Promise<{ member: Reached; returns: string }> {
    const member = await somebody();
    await done(cast.therapist.post(`${path()}/${member.id}/invitation`, { by: 'mail' }));
    await everyLetterIsTried(owner);
    return { member, returns: mailbox.taken(member.contact)[0]?.from ?? '' };
  }
  const memberSeenBy = async (who: ApiClient, { id }: Member): Promise<Member | undefined> =>
    (await done(who.get<Family>(`/api/families/${torres.id}`))).members.find((member) => member.id === id);
  const cameBack = async (member: Member): Promise<boolean | undefined> =>
    (await memberSeenBy(cast.therapist, member))?.details?.mailCameBack;
  const mailOf = async ({ id }: Member): Promise<Invitation['mail'] | undefined> =>
    (await done(cast.therapist.get<Page<Invitation>>(`/api/families/${torres.id}/invitations`))).items.find(
      ({ memberId }) => memberId === id,
    )?.mail;

  it('is shown to the therapist at the address, and to nobody else', async () => {
    const { member, returns } = await invited();
    expect([await cameBack(member), await mailOf(member)]).toEqual([false, 'sent']);
    const { id: document } = await approved(cast, torres.id, 'For whom no mail arrives');
    const whoGetsIt = async (): Promise<unknown> => {
      const { lines } = await done(
        cast.therapist.post<SharePreview>(`/api/documents/${document}/shares/preview`, {}),
      );
      const line = lines.find((one) => one.member.id === member.id);
      return [line?.because, line?.member.state, line?.mailCameBack];
    };
    expect(await whoGetsIt()).toEqual(['member-not-confirmed', 'invited', false]);
    expect(await other.brings(returns, reportAbout(member.contact))).toBe(TAKEN);
    expect([await cameBack(member), await mailOf(member)]).toEqual([true, 'came-back']);
    expect(await whoGetsIt()).toEqual(['member-not-confirmed', 'invited', true]);
    expect(await memberSeenBy(cast.client, member)).toMatchObject({ details: null });
    const { rows } = await owner.query('select came_back_because as why from mail where to_address = $1', [
      member.contact,
    ]);
    expect(rows).toEqual([{ why: 'returned' }]);
    // Nothing that the report says is written down anywhere.
    expect(api.log()).not.toContain(member.contact);
    expect(api.log()).not.toContain('Said-by-the-server');
    expect(api.log()).not.toContain(returns);

    const another = newAddress();
    await write((await memberSeenBy(cast.therapist, member)) ?? member, another);
    expect(await cameBack(member)).toBe(false);
  });

  it('leaves under an address of its own, still signed by us, and asks for no letter to come back', async () => {
    const [one, two] = [await invited(), await invited()];
    expect(one.returns).toMatch(/^return\+[a-z0-9]{1,57}@return\.example\.org$/u);
    expect(two.returns).not.toBe(one.returns);
    const [taken] = mailbox.taken(one.member.contact);
    expect(taken?.mail.from?.value[0]?.address).toBe('no-reply@example.org');
    expect(taken).toMatchObject({ returned: 'HDRS', notify: ['FAILURE'] });
    expect(JSON.stringify(taken?.mail.headerLines)).not.toContain('return+');
  });

  it('is told of by an address in other letters, and of an address in other letters', async () => {
    const { member, returns } = await invited();
    expect(await other.brings(returns.toUpperCase(), reportAbout(member.contact.toUpperCase()))).toBe(TAKEN);
    expect(await cameBack(member)).toBe(true);
  });

  it('is not told of by whoever made the address up', async () => {
    const { member, returns } = await invited();
    const stranger = await invited();
    const [local = ''] = returns.split('@');
    const last = local.endsWith('0') ? '1' : '0';
    const refused = [
      `${local.slice(0, -1)}${last}@${RETURN_DOMAIN}`,
      // The seal of another letter.
      `${local.slice(0, 39)}${(stranger.returns.split('@')[0] ?? '').slice(39)}@${RETURN_DOMAIN}`,
      `${local}@example.org`,
      `return+@${RETURN_DOMAIN}`,
      `postmaster@${RETURN_DOMAIN}`,
      member.contact,
    ];
    for (const to of refused)
      expect([to, await other.brings(to, reportAbout(member.contact))]).toEqual([to, 550]);
    expect([await cameBack(member), await cameBack(stranger.member)]).toEqual([false, false]);
  });

  it('is not told of after thirty days', async () => {
    const { member, returns } = await invited();
    const aged = (days: number): Promise<unknown> =>
      owner.query(
        `update mail set sent_at = now() - make_interval(days => $2), made_at = now() - interval '90 days'
         where to_address = $1`,
        [member.contact, days],
      );
    await aged(31);
    expect(await other.brings(returns, reportAbout(member.contact))).toBe(550);
    expect(await cameBack(member)).toBe(false);
    await aged(29);
    expect(await other.brings(returns, reportAbout(member.contact))).toBe(TAKEN);
    expect(await cameBack(member)).toBe(true);
  });

  it('marks no other letter, whomever the report names', async () => {
    const [one, two] = [await invited(), await invited()];
    expect(await other.brings(one.returns, reportAbout(two.member.contact))).toBe(TAKEN);
    expect([await cameBack(one.member), await cameBack(two.member)]).toEqual([false, false]);
    await other.brings(two.returns, reportAbout(two.member.contact));
    expect([await cameBack(one.member), await cameBack(two.member)]).toEqual([false, true]);
  });

  it.each<[string, Reported]>([
    ['is late', { action: 'delayed', status: '4.4.7' }],
    ['is late, whatever its number', { action: 'delayed' }],
    ['was passed on', { action: 'relayed', status: '2.0.0' }],
    ['failed for now', { status: '4.2.2' }],
  ])('is not one that %s', async (_what, reported) => {
    const { member, returns } = await invited();
    expect(await other.brings(returns, reportAbout(member.contact, reported))).toBe(TAKEN);
    expect(await cameBack(member)).toBe(false);
  });

  it('is not what an answer by a machine or garbage says', async () => {
    const { member, returns } = await invited();
    const answers = [
      `Subject: Away\r\nAuto-Submitted: auto-replied\r\n\r\nFinal-Recipient: rfc822; ${member.contact}\r\nAction: failed\r\nStatus: 5.1.1\r\n`,
      Buffer.from(Array.from({ length: 4000 }, (_none, index) => (index * 131) % 256)),
      reportAbout(member.contact).slice(0, 400),
      '\r\n',
    ];
    for (const answer of answers) expect(await other.brings(returns, answer)).toBe(TAKEN);
    expect(await cameBack(member)).toBe(false);
  });

  it('is not noted where the address changed meanwhile, even when it changes back', async () => {
    const { member, returns } = await invited();
    const elsewhere = await write(member, newAddress());
    expect(await other.brings(returns, reportAbout(member.contact))).toBe(TAKEN);
    await write(elsewhere, member.contact);
    expect(await cameBack(member)).toBe(false);
  });

  it('is not noted where the address is somebody else’s by now', async () => {
    const { member, returns } = await invited();
    const next = await somebody();
    await write(member, newAddress());
    await write(next, member.contact);
    expect(await other.brings(returns, reportAbout(member.contact))).toBe(TAKEN);
    expect([await cameBack(member), await cameBack(next)]).toEqual([false, false]);
  });

  it('is noted of one that asks to an hour', async () => {
    const member = await somebody();
    await owner.query(`update member set state = 'confirmed' where id = $1`, [member.id]);
    const { id, plan, revision } = await done(
      cast.therapist.post<FamilySession>(`/api/families/${torres.id}/sessions`, {
        ...{ format: 'family-session', startsOn: '2027-02-02', startTime: '16:00' },
      }),
    );
    const people = [...plan.people, { side: 'family', id: member.id, role: 'participant' }];
    const ifMatch = { 'if-match': `"${revision}"` };
    await done(cast.therapist.put(`/api/sessions/${id}`, { ...plan, people }, ifMatch));
    await done(cast.therapist.post(`/api/sessions/${id}/asked`, { memberIds: [member.id] }));
    await everyLetterIsTried(owner);
    const [taken] = mailbox.taken(member.contact);
    expect(await other.brings(taken?.from ?? '', reportAbout(member.contact))).toBe(TAKEN);
    expect(await cameBack(member)).toBe(true);
    const at = `/api/sessions/${id}/asked`;
    const lines = async () => (await done(cast.therapist.get<Page<AskedMember>>(at))).items;
    expect(await lines()).toMatchObject([{ memberId: member.id, keptBack: 'came-back', takenBack: null }]);
    // Whoever answered since knows of it all the same.
    const answered = (when: string): Promise<unknown> =>
      owner.query(
        `update session_reply set reply = 'coming', replied_at = (select made_at from mail where to_address = $2) ${when}
         where session_id = $1`,
        [id, member.contact],
      );
    await answered(`+ interval '1 minute'`);
    expect(await lines()).toMatchObject([{ reply: 'coming', keptBack: null }]);
    await answered(`- interval '1 minute'`);
    expect(await lines()).toMatchObject([{ reply: 'coming', keptBack: 'came-back' }]);
  });

  it('is noted of one that says that somebody is asked no more, beside whoever does not know', async () => {
    const member = await somebody();
    await owner.query(`update member set state = 'confirmed' where id = $1`, [member.id]);
    const { id, plan, revision } = await done(
      cast.therapist.post<FamilySession>(`/api/families/${torres.id}/sessions`, {
        ...{ format: 'family-session', startsOn: '2027-02-03', startTime: '16:00' },
      }),
    );
    const people = [...plan.people, { side: 'family', id: member.id, role: 'participant' }];
    await done(
      cast.therapist.put(`/api/sessions/${id}`, { ...plan, people }, { 'if-match': `"${revision}"` }),
    );
    const at = `/api/sessions/${id}/asked`;
    const line = async () =>
      (await done(cast.therapist.get<Page<AskedMember>>(at))).items.find(
        ({ memberId }) => memberId === member.id,
      );
    await done(cast.therapist.post(at, { memberIds: [member.id] }));
    await everyLetterIsTried(owner);
    await done(cast.therapist.post(`${at}/${member.id}/take-back`));
    await everyLetterIsTried(owner);
    // It arrived, as far as is known: there is nobody to tell.
    expect(await line()).toMatchObject({ takenBack: null, keptBack: null });
    const taken = mailbox.taken(member.contact);
    expect(taken).toHaveLength(2);
    expect(await other.brings(taken[1]?.from ?? '', reportAbout(member.contact))).toBe(TAKEN);
    expect(await line()).toMatchObject({
      ...{ takenBack: { at: expect.any(String) as string }, keptBack: 'came-back', heldUntil: null },
    });
  });

  it('is noted of a reminder, which a process without an ear for reports sent', async () => {
    const reminding = new Reminding(api, owner, mailbox);
    const address = newAddress();
    await reminding.anew('mother', address);
    await done(reminding.choose(cast.mother, 0));
    const beside = await startApi({ env: { SMTP_URL: mailbox.url, ...RETURNING }, beside: api });
    const [taken] = await until(
      () => mailbox.taken(address),
      (mails) => mails.length > 0,
    );
    await beside.stop();
    expect(await other.brings(taken?.from ?? '', reportAbout(address))).toBe(TAKEN);
    const { members } = await done(cast.therapist.get<Family>(`/api/families/${torres.id}`));
    expect(members.find(({ relation }) => relation === 'mother')?.details?.mailCameBack).toBe(true);
  });

  it('comes to a place that takes nothing else', async () => {
    const { member, returns } = await invited();
    const second = await invited();
    const line = await other.line();
    const answers = await line.ask(
      'EHLO mx.example.org',
      'AUTH PLAIN AGFkYQBhZGE=',
      'STARTTLS',
      'MAIL FROM:<ada@example.org>',
      'MAIL FROM:<>',
      'RCPT TO:<ada@example.net>',
      'DATA',
      `RCPT TO:<${returns}>`,
      `RCPT TO:<${second.returns}>`,
      'QUIT',
    );
    line.close();
    expect(answers[1]).not.toMatch(/AUTH|STARTTLS/u);
    expect(answers.map((answer) => answer.slice(0, 3))).toEqual([
      ...['220', '250', '500', '500', '550', '250', '550', '503', '250', '452', '221'],
    ]);
    expect(answers.join('')).not.toContain(member.contact);
  });
});
