import { setTimeout as pause } from 'node:timers/promises';
import type {
  Family,
  Invitation,
  InvitationOffer,
  Member,
  MemberId,
  NewInvitation,
  Page,
  RedeemedInvitation,
} from '@common-ground/contract';
import { asStranger, startApi, type RunningApi } from '@common-ground/testing';
import { done, everybody, familyNamed, refusal, until } from './acts';
import { practiceWithMail } from './demo-practice';

describe('an invitation by mail', () => {
  let beside: RunningApi;
  // Before the one it stands beside takes the database away.
  afterAll(() => beside.stop());
  const { api, cast, torres, owner, mailbox } = practiceWithMail();
  let count = 0;

  beforeAll(async () => {
    beside = await startApi({ env: { SMTP_URL: mailbox.url }, beside: api });
  });

  const pathOf = (id: MemberId): string => `/api/families/${torres.id}/members/${id}/invitation`;
  const newAddress = (): string => `somebody-${(count += 1)}@example.org`;
  const add = (contact?: string, displayName = 'Grandma Qorvath'): Promise<Member> =>
    done(
      cast.therapist.post<Member>(`/api/families/${torres.id}/members`, {
        displayName,
        relation: 'friend',
        ...(contact === undefined ? {} : { contact }),
      }),
    );
  const inviteByMail = (id: MemberId): Promise<NewInvitation> =>
    done(cast.therapist.post<NewInvitation>(pathOf(id), { by: 'mail' }));
  const invitationOf = async (id: MemberId): Promise<Invitation | undefined> =>
    (await done(cast.therapist.get<Page<Invitation>>(`/api/families/${torres.id}/invitations`))).items.find(
      ({ memberId }) => memberId === id,
    );

  const mailTo = (address: string) =>
    until(
      () => mailbox.to(address),
      (mails) => mails.length > 0,
    ).then(([mail]) => mail);

  it('brings a link of ours and nothing about anybody, and the link works', async () => {
    const address = newAddress();
    const { id } = await add(address);
    const made = await inviteByMail(id);
    expect(made).toMatchObject({ code: null, url: null });
    const mail = await mailTo(address);
    const links = mail?.text?.match(/https?:\/\/\S+/gu) ?? [];
    expect(links).toHaveLength(1);
    // Either of the two processes may have sent it, each under its own address.
    const link = new URL(links[0] ?? '');
    expect([api.origin, beside.origin]).toContain(link.origin);
    expect(mail?.html).toContain(links[0]);
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    const said = `${mail?.subject ?? ''}\n${mail?.text ?? ''}\n${String(mail?.html)}`;
    expect(said).not.toMatch(/qorvath|torres|maya|elena|therap|clinic|treatment|recovery|patient|mental/iu);
    await until(
      () => invitationOf(id),
      (invitation) => invitation?.mail === 'sent',
    );

    const token = link.pathname.slice('/l/'.length);
    for (const schema of ['public', 'pgboss']) {
      const tables = await owner.query<{ name: string }>(
        `select relname as name from pg_class where relnamespace = $1::regnamespace and relkind in ('r', 'p')`,
        [schema],
      );
      for (const { name } of tables.rows) {
        const { rows } = await owner.query(`select from ${schema}.${name} t where t::text like $1`, [
          `%${token}%`,
        ]);
        expect([name, rows.length]).toEqual([name, 0]);
      }
    }
    expect(api.log() + beside.log()).not.toContain(token);
    expect(api.log() + beside.log()).not.toContain(address);
    const jobs = await owner.query<{ data: object }>('select data from pgboss.job');
    expect(jobs.rows.map(({ data }) => Object.keys(data))).toEqual(jobs.rows.map(() => ['mailId']));

    const redeemed = await done(
      asStranger(api).post<RedeemedInvitation>('/api/invitations/redeem', { code: token, pin: '480216' }),
    );
    await done(asStranger(api).post('/api/sign-in/code', { code: redeemed.code, pin: '480216' }));
  });

  it('is sent once each, however many processes could send it', async () => {
    const addresses = Array.from({ length: 12 }, newAddress);
    for (const address of addresses) await inviteByMail((await add(address)).id);
    await until(
      () => addresses.flatMap((address) => mailbox.to(address)),
      (mails) => mails.length >= addresses.length,
    );
    await until(
      async () =>
        (await owner.query(`select from pgboss.job where state in ('created', 'retry', 'active')`)).rowCount,
      (open) => open === 0,
    );
    expect(addresses.map((address) => mailbox.to(address).length)).toEqual(addresses.map(() => 1));
  });

  it('waits for a server that is away, and comes when it is back, with the latest link alone working', async () => {
    const address = newAddress();
    const { id } = await add(address);
    await mailbox.goAway();
    await inviteByMail(id);
    await pause(2_500);
    expect((await invitationOf(id))?.mail).toBe('under-way');
    await mailbox.comeBack();
    const mail = await mailTo(address);
    const token = mail?.text?.match(/\/l\/(\S+)/u)?.[1] ?? '';
    expect((await asStranger(api).get(`/api/invitations/${token}`)).status).toBe(200);
  });

  it('that the other side refuses comes back, and the therapist is told on the member', async () => {
    const { id } = await add('refused@example.org');
    await inviteByMail(id);
    await until(
      () => invitationOf(id),
      (invitation) => invitation?.mail === 'came-back',
    );
    expect(mailbox.to('refused@example.org')).toEqual([]);
  });

  it('that was taken back before it went out is not sent', async () => {
    const address = newAddress();
    const { id } = await add(address);
    await mailbox.goAway();
    await inviteByMail(id);
    await done(cast.therapist.post(`${pathOf(id)}/withdraw`));
    await mailbox.comeBack();
    await until(
      async () =>
        (await owner.query(`select from pgboss.job where state in ('created', 'retry', 'active')`)).rowCount,
      (open) => open === 0,
    );
    expect(mailbox.to(address)).toEqual([]);
  });

  it('is refused for an address two people share, for a telephone, and for somebody who is in', async () => {
    const address = newAddress();
    const [first, second] = [await add(address), await add()];
    await owner.query('update member set contact = $1 where id = $2', [
      ` ${address.toUpperCase()}`,
      second.id,
    ]);
    for (const { id } of [first, second])
      expect(await refusal(cast.therapist.post(pathOf(id), { by: 'mail' }))).toMatchObject({
        status: 409,
        code: 'contact-shared',
      });
    expect((await cast.therapist.post(pathOf(first.id), { by: 'hand' })).status).toBe(201);

    const phone = await add('+1 555 0188');
    expect(await refusal(cast.therapist.post(pathOf(phone.id), { by: 'mail' }))).toMatchObject({
      code: 'mail-not-possible',
      because: 'no-address',
    });
    const mother = torres.members.mother?.id as MemberId;
    expect(await refusal(cast.therapist.post(pathOf(mother), { by: 'mail' }))).toMatchObject({
      because: 'in-person-only',
    });
    expect((await done(cast.therapist.get<InvitationOffer>(pathOf(first.id)))).mail).toEqual({
      possible: false,
      because: 'contact-shared',
    });
    const { members } = await done(cast.therapist.get<Family>(`/api/families/${torres.id}`));
    expect(members.find(({ id }) => id === mother)?.state).toBe('confirmed');
  });

  it.each([
    'a@example.org, b@example.org',
    'a@example.org\r\nBcc: b@example.org',
    'Eve <a@example.org>',
    'a@b',
  ])('goes to one plain address or nowhere: not to %j', async (contact) => {
    const { id } = await add(contact);
    expect(await refusal(cast.therapist.post(pathOf(id), { by: 'mail' }))).toMatchObject({ status: 409 });
  });

  it('has no line in its head that somebody typed', async () => {
    await owner.query(`update practice set sender_name = $1 where name = 'Lakeside Recovery Center'`, [
      'Lakeside\r\nBcc: spy@example.org',
    ]);
    const address = newAddress();
    await inviteByMail((await add(address)).id);
    const mail = await mailTo(address);
    expect(mail?.headers.has('bcc')).toBe(false);
    expect(mail?.from?.value[0]?.name).toBe('Lakeside Bcc: spy@example.org');
    expect(mailbox.to('spy@example.org')).toEqual([]);
  });
});

describe('where there is no server for mail', () => {
  it('nothing offers mail, and invitations by hand work', async () => {
    const api = await startApi();
    const { therapist } = await everybody(api);
    const torres = await familyNamed(therapist, 'Torres family');
    const { id } = await done(
      therapist.post<Member>(`/api/families/${torres.id}/members`, {
        displayName: 'Ann',
        relation: 'friend',
        contact: 'ann@example.org',
      }),
    );
    const path = `/api/families/${torres.id}/members/${id}/invitation`;
    expect(await done(therapist.get<InvitationOffer>(path))).toEqual({ sort: 'accept', mail: null });
    expect(await refusal(therapist.post(path, { by: 'mail' }))).toMatchObject({
      status: 409,
      code: 'mail-not-possible',
    });
    expect((await therapist.post(path, { by: 'hand' })).status).toBe(201);
    await api.stop();
  });
});
