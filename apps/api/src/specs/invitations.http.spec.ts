import type {
  Family,
  Invitation,
  InvitationGlimpse,
  Me,
  Member,
  MemberId,
  MemberState,
  NewInvitation,
  Page,
  RedeemedInvitation,
  Relation,
} from '@common-ground/contract';
import { asStranger, type ApiClient, type Answer } from '@common-ground/testing';
import { done, familyNamed, refusal } from './acts';
import { demoPractice } from './demo-practice';

const PIN = '480216';
const OVER = { status: 410, code: 'invitation-over' };

describe('an invitation', () => {
  const { api, cast, torres, owner } = demoPractice();

  const add = (displayName: string, relation: Relation = 'friend'): Promise<Member> =>
    done(cast.therapist.post<Member>(`/api/families/${torres.id}/members`, { displayName, relation }));
  const invite = (id: MemberId): Promise<NewInvitation> =>
    done(cast.therapist.post<NewInvitation>(`/api/families/${torres.id}/members/${id}/invitation`));
  const redeem = (code: string, pin = PIN): Promise<Answer<RedeemedInvitation>> =>
    asStranger(api).post('/api/invitations/redeem', { code, pin });
  const move = (id: MemberId, step: string): Promise<Answer<Member>> =>
    cast.therapist.post(`/api/families/${torres.id}/members/${id}/${step}`);
  const stateOf = async (id: MemberId): Promise<MemberState | undefined> =>
    (await done(cast.therapist.get<Family>(`/api/families/${torres.id}`))).members.find(
      (member) => member.id === id,
    )?.state;
  const tokenIn = ({ url }: NewInvitation): string => url.split('/l/')[1] ?? '';
  const invitationOf = async (id: MemberId): Promise<Invitation | undefined> =>
    (await done(cast.therapist.get<Page<Invitation>>(`/api/families/${torres.id}/invitations`))).items.find(
      ({ memberId }) => memberId === id,
    );

  async function signedIn(code: string, pin = PIN): Promise<ApiClient> {
    const person = asStranger(api);
    await done(person.post('/api/sign-in/code', { code, pin }));
    return person;
  }

  it('by short code is accepted, waits, and opens once the therapist has confirmed who came', async () => {
    const { id } = await add('Nora');
    const made = await invite(id);
    expect(made.code).toMatch(/^(?:[CDFGHJKMNPQRTWXY34679]{3}-){2}[CDFGHJKMNPQRTWXY34679]{3}$/u);
    expect(new URL(made.url).origin).toBe(api.origin);
    expect(Date.parse(made.expiresAt) - Date.now()).toBeGreaterThan(71.9 * 3_600_000);
    expect(Date.parse(made.expiresAt) - Date.now()).toBeLessThanOrEqual(72 * 3_600_000);

    expect((await done(redeem(made.code.toLowerCase().replaceAll('-', ' ')))).code).toBe(made.code);
    expect(await stateOf(id)).toBe('accepted');
    const nora = await signedIn(made.code);
    expect(await done(nora.get<Me>('/api/me'))).toMatchObject({ roles: [], waits: true });
    expect((await done(nora.get<Page<unknown>>('/api/homework'))).items).toEqual([]);
    expect((await nora.get(`/api/families/${torres.id}`)).status).toBe(404);
    expect((await nora.get(`/api/families/${torres.id}/members`)).status).toBe(404);

    await done(move(id, 'confirm'));
    expect(await done(nora.get<Me>('/api/me'))).toMatchObject({ roles: ['member'], waits: false });
  });

  it('by link tells whose practice it is and nothing else, and gives a code to sign in with', async () => {
    const { id } = await add('Ola');
    const made = await invite(id);
    const stranger = asStranger(api);
    for (let scan = 0; scan < 3; scan += 1) {
      const glimpse = await done(stranger.get<InvitationGlimpse>(`/api/invitations/${tokenIn(made)}`));
      expect(glimpse).toEqual({ state: 'open', practiceName: 'Lakeside Recovery Center' });
    }
    expect(await stateOf(id)).toBe('invited');
    const { code } = await done(redeem(tokenIn(made)));
    expect(code).toBe(made.code);
    await signedIn(made.code);
  });

  it('that ran out, was used, replaced or withdrawn looks like one that never was', async () => {
    const [used, replaced, withdrawn, old] = [await add('P'), await add('Q'), await add('R'), await add('S')];
    const made = {
      used: await invite(used.id),
      replaced: await invite(replaced.id),
      withdrawn: await invite(withdrawn.id),
      old: await invite(old.id),
    };
    await done(redeem(made.used.code));
    await invite(replaced.id);
    await done(move(withdrawn.id, 'invitation/withdraw'));
    await owner.query('update invitation set expires_at = now() where member_id = $1', [old.id]);

    const never = await refusal(redeem('CDF-GHJ-KMN'));
    expect(never).toMatchObject(OVER);
    const neverOpened = await asStranger(api).get('/api/invitations/never-made');
    expect(neverOpened.status).toBe(410);
    for (const [how, invitation] of Object.entries(made)) {
      expect([how, await refusal(redeem(invitation.code))]).toEqual([how, never]);
      expect([how, await refusal(redeem(tokenIn(invitation)))]).toEqual([how, never]);
      const opened = await asStranger(api).get(`/api/invitations/${tokenIn(invitation)}`);
      expect([how, opened.status, opened.text]).toEqual([how, 410, neverOpened.text]);
    }
    expect((await invitationOf(used.id))?.state).toBe('used');
    expect((await invitationOf(replaced.id))?.state).toBe('open');
    expect((await invitationOf(withdrawn.id))?.state).toBe('withdrawn');
    expect((await invitationOf(old.id))?.state).toBe('run-out');
  });

  it('refuses a PIN that anybody would guess, at the field, and stays open', async () => {
    const { id } = await add('Tove');
    const { code } = await invite(id);
    for (const pin of ['000000', '123456', '987654', '121212', '123123', '890123']) {
      const { status, errors } = await refusal(redeem(code, pin));
      expect([pin, status, errors?.[0]]).toEqual([
        pin,
        422,
        expect.objectContaining({ path: 'pin', code: 'weakPin' }),
      ]);
    }
    for (const pin of ['12345', '1234567', 'abcdef', '１２３４５６'])
      expect([pin, (await refusal(redeem(code, pin))).errors?.[0]?.path]).toEqual([pin, 'pin']);
    expect((await redeem(code)).status).toBe(200);
  });

  it('is a new code and PIN for somebody confirmed: the old ones end, and so does every session', async () => {
    const { id } = await add('Uma');
    const first = await invite(id);
    await done(redeem(first.code));
    await done(move(id, 'confirm'));
    const before = await signedIn(first.code);
    const second = await invite(id);
    expect((await invitationOf(id))?.sort).toBe('new-pin');
    expect((await before.get('/api/me')).status).toBe(401);
    await done(redeem(second.code, '915042'));
    expect(await stateOf(id)).toBe('confirmed');
    expect((await asStranger(api).post('/api/sign-in/code', { code: first.code, pin: PIN })).status).toBe(
      401,
    );
    expect((await asStranger(api).post('/api/sign-in/code', { code: second.code, pin: PIN })).status).toBe(
      401,
    );
    await signedIn(second.code, '915042');
  });

  it('made before somebody was confirmed cannot be used after', async () => {
    const { id } = await add('Vera');
    const { code } = await invite(id);
    await owner.query(`update member set state = 'confirmed' where id = $1`, [id]);
    expect((await invitationOf(id))?.state).toBe('withdrawn');
    expect(await refusal(redeem(code))).toMatchObject(OVER);
  });

  it('made anew for somebody who waits lets nobody be confirmed before it is used', async () => {
    const { id } = await add('Vito');
    const first = await invite(id);
    await done(redeem(first.code));
    const second = await invite(id);
    expect(await stateOf(id)).toBe('invited');
    expect((await move(id, 'confirm')).status).toBe(409);
    await done(redeem(second.code, '915042'));
    await done(move(id, 'confirm'));
    expect((await asStranger(api).post('/api/sign-in/code', { code: first.code, pin: PIN })).status).toBe(
      401,
    );
    await signedIn(second.code, '915042');
  });

  it('to a second family leaves somebody with the code they have', async () => {
    const { id } = await add('Wim');
    const first = await invite(id);
    await done(redeem(first.code));
    await done(move(id, 'confirm'));
    const kim = await familyNamed(cast.therapist, 'Kim family');
    const placed = await owner.query<{ id: MemberId }>(
      `insert into member (practice_id, id, family_id, person_id, relation, state)
       select practice_id, gen_random_uuid(), $1, person_id, 'friend', 'invited' from member where id = $2 returning id`,
      [kim.id, id],
    );
    const second = await done(
      cast.therapist.post<NewInvitation>(
        `/api/families/${kim.id}/members/${String(placed.rows[0]?.id)}/invitation`,
      ),
    );
    const there = await signedIn(first.code);
    expect((await done(redeem(second.code, '915042'))).code).toBeNull();
    expect((await there.get('/api/me')).status).toBe(200);
    expect(
      (await asStranger(api).post('/api/sign-in/code', { code: second.code, pin: '915042' })).status,
    ).toBe(401);
    await signedIn(first.code);
  });

  it('is for nobody who was removed', async () => {
    const { id } = await add('Xaver');
    const { code } = await invite(id);
    await done(move(id, 'remove'));
    expect(await refusal(redeem(code))).toMatchObject(OVER);
    expect(
      await refusal(cast.therapist.post(`/api/families/${torres.id}/members/${id}/invitation`)),
    ).toMatchObject({ status: 409, code: 'wrong-state' });
  });

  it('is over, like any other, once its person is kept apart from the client, and none is made then', async () => {
    const { id } = await add('Ysolde');
    const { code } = await invite(id);
    const memberIds = [id, torres.members.client?.id];
    await done(
      cast.therapist.post(`/api/families/${torres.id}/blocks`, {
        memberIds,
        reason: 'Not safe at the moment',
      }),
    );
    expect(await refusal(redeem(code))).toEqual(await refusal(redeem('CDF-GHJ-KMN')));
    expect(
      await refusal(cast.therapist.post(`/api/families/${torres.id}/members/${id}/invitation`)),
    ).toMatchObject({ status: 403, code: 'kept-apart' });
    const { id: other } = await add('Yves');
    expect((await redeem((await invite(other)).code)).status).toBe(200);
  });

  it('used five times at once is used once', async () => {
    const { id } = await add('Yara');
    const { code, url } = await invite(id);
    const names = [code, url.split('/l/')[1] ?? '', code, code, code];
    const answers = await Promise.all(names.map((name, index) => redeem(name, `48021${index}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410, 410]);
    let right = 0;
    for (const index of names.keys()) {
      const entered = await asStranger(api).post('/api/sign-in/code', { code, pin: `48021${index}` });
      if (entered.status === 204) right += 1;
    }
    expect(right).toBe(1);
  });

  it.each([1, 2, 3, 4])(
    'used while a new one is made: the old one is used or ended, never both (%i)',
    async (round) => {
      const { id } = await add(`Zoe ${round}`);
      const old = await invite(id);
      const [used, renewed] = await Promise.all([redeem(old.code), invite(id)]);
      const { rows } = await owner.query<{ because: string | null }>(
        'select ended_because as because from invitation where member_id = $1 order by made_at',
        [id],
      );
      expect(rows.map(({ because }) => because)).toEqual([used.status === 200 ? 'used' : 'replaced', null]);
      expect((await redeem(renewed.code)).status).toBe(200);
    },
  );

  it.each([1, 2, 3, 4])('used while somebody is removed lets nobody in (%i)', async (round) => {
    const { id } = await add(`Zed ${round}`);
    const { code } = await invite(id);
    await Promise.all([redeem(code), move(id, 'remove')]);
    expect(await stateOf(id)).toBe('removed');
    expect(await refusal(redeem(code))).toMatchObject(OVER);
  });

  it('made five times at once leaves one that is open', async () => {
    const { id } = await add('Five');
    const made = await Promise.all(Array.from({ length: 5 }, () => invite(id)));
    const glimpses = await Promise.all(
      made.map((one) => asStranger(api).get(`/api/invitations/${tokenIn(one)}`)),
    );
    expect(glimpses.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('is kept as hashes alone, and neither log nor audit knows code, link or PIN', async () => {
    const { id } = await add('Kept');
    const made = await invite(id);
    await done(redeem(made.code, '702513'));
    const tables = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    for (const { name } of tables.rows) {
      const { rows } = await owner.query<{ text: string }>(`select t::text as text from ${name} t`);
      const text = rows.map((row) => row.text).join('\n');
      const said = [made.code, made.code.replaceAll('-', ''), tokenIn(made), '702513'].filter((secret) =>
        text.includes(secret),
      );
      expect([name, said]).toEqual([name, []]);
    }
    expect(api.log()).not.toContain(tokenIn(made));
    expect(api.log()).not.toContain(made.code);
    const { rows } = await owner.query<{ trace: string }>(
      `select action || ': ' || because as trace from audit where $1::uuid = any (subject_ids) order by at`,
      [
        (await owner.query<{ p: string }>('select person_id as p from member where id = $1', [id])).rows[0]
          ?.p,
      ],
    );
    expect(rows.map(({ trace }) => trace)).toEqual([
      'members.add: on-caseload',
      'invitations.make: on-caseload',
      'members.change: redeemed-invitation',
    ]);
  });

  it('refuses hostile codes without a failure', async () => {
    for (const code of ['', ' ', '\u0000', '%', "' or 1=1 --", 'x'.repeat(61), 'Ω'.repeat(60)])
      expect([410, 422]).toContain((await redeem(code)).status);
    for (const token of ['%00', '..%2f..%2fme', 'x'.repeat(290), '%F0%9F%98%80'])
      expect([400, 404, 410]).toContain((await asStranger(api).get(`/api/invitations/${token}`)).status);
    for (const body of [
      {},
      { code: 5, pin: PIN },
      { code: 'A', pin: 480216 },
      { code: 'A', pin: PIN, practiceId: 'x' },
    ])
      expect((await asStranger(api).post('/api/invitations/redeem', body)).status).toBe(422);
  });
});
