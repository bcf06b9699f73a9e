import type {
  Consent,
  ConsentQuestion,
  ConsentRequest,
  Document,
  DocumentId,
  Guardian,
  Notice,
  Page,
  SharePreview,
} from '@common-ground/contract';
import type { ApiClient } from '@common-ground/testing';
import { approved, done, memberIn, refusal, share, taskTitled } from './acts';
import { demoPractice } from './demo-practice';

describe('asking for a consent', () => {
  const { cast, torres, owner } = demoPractice();

  beforeAll(async () => {
    // The owner stands in for the calendar below; forced row-level security would hide the rows from it.
    for (const table of ['consent', 'guardian', 'practice', 'consent_request']) {
      await owner.query(`alter table ${table} no force row level security`);
    }
    const given = await consentsOf(cast.client);
    for (const { id } of given) await done(cast.client.post(`/api/consents/${id}/revoke`));
  });

  const requestsPath = (): string => `/api/families/${torres.id}/consent-requests`;
  const ask = (body: object): Promise<ConsentRequest> =>
    done(
      cast.therapist.post<ConsentRequest>(requestsPath(), {
        memberId: memberIn(torres, 'father'),
        purpose: 'So that Dad can practise at home',
        ...body,
      }),
    );
  const question = (who: ApiClient, id: string): Promise<ConsentQuestion> =>
    done(who.get<ConsentQuestion>(`/api/consent-requests/${id}`));
  const yes = async (who: ApiClient, id: string, signature = 'Maya Torres'): Promise<ConsentRequest> => {
    const { wording } = await question(who, id);
    const decision = { answer: 'yes', signature, language: 'en', wordingHash: wording.en.hash };
    return done(who.post<ConsentRequest>(`/api/consent-requests/${id}/decision`, decision));
  };
  const consentsOf = async (who: ApiClient): Promise<readonly Consent[]> =>
    (await done(who.get<Page<Consent>>(`/api/families/${torres.id}/consents`))).items;
  const inForce = async (): Promise<readonly Consent[]> =>
    (await consentsOf(cast.client)).filter(({ state }) => state === 'in-force');
  const takeAllBack = async (): Promise<void> => {
    for (const { id } of await inForce()) await done(cast.client.post(`/api/consents/${id}/revoke`));
  };
  const whyFather = async (id: DocumentId): Promise<string | undefined> => {
    const path = `/api/documents/${id}/shares/preview`;
    const { lines } = await done(cast.therapist.post<SharePreview>(path));
    return lines.find(({ member }) => member.relation === 'father')?.because;
  };
  const sheet = (title: string): Promise<Document> => approved(cast, torres.id, title);
  /** The practice's own day, and the days around it. */
  const day = async (offset: number): Promise<string> => {
    const { rows } = await owner.query<{ day: string }>(
      `select ((now() at time zone time_zone)::date + $1::int)::text as day from practice where name = 'Lakeside Recovery Center'`,
      [offset],
    );
    return rows[0]?.day ?? '';
  };

  it('names nobody of another family in what it is for, unless that is meant', async () => {
    const purpose = 'As with Daniel, so that David can practise';
    const memberId = memberIn(torres, 'father');
    const asked = (more: object) =>
      cast.therapist.post<ConsentRequest>(requestsPath(), {
        memberId,
        kinds: ['worksheet'],
        purpose,
        ...more,
      });
    const waiting = async (): Promise<number> =>
      (await done(cast.client.get<Page<ConsentRequest>>('/api/me/consent-requests'))).items.length;
    const before = await waiting();
    for (const more of [{}, { namesMeant: false }])
      expect(await refusal(asked(more))).toMatchObject({
        status: 409,
        code: 'names-people',
        // David is one of them.
        errors: [{ path: 'purpose', code: 'names-people', message: 'Daniel' }],
      });
    expect(await refusal(asked({ namesMeant: 'yes' }))).toMatchObject({
      status: 422,
      errors: [{ path: 'namesMeant' }],
    });
    expect(await waiting()).toBe(before);
    const { id, purpose: kept } = await done(asked({ namesMeant: true }));
    expect(kept).toBe(purpose);
    const { rows } = await owner.query<{ fields: string[] }>(
      `select fields from audit where action = 'consent-requests.ask' order by at desc, id desc limit 1`,
    );
    expect(rows).toEqual([{ fields: ['namesMeant'] }]);
    await done(cast.therapist.post(`/api/consent-requests/${id}/withdraw`));
  });

  it('shows the client the exact words, keeps them with the yes, and opens the way from then on', async () => {
    const paper = await sheet('Mornings');
    const { id, state, may } = await ask({ kinds: ['worksheet'], untilOn: await day(30) });
    expect([state, may]).toEqual(['waiting', { decide: false, withdraw: true }]);
    expect(await whyFather(paper.id)).toBe('consent-revoked');

    const asked = await question(cast.client, id);
    expect(asked.as).toBe('client');
    expect(asked.may).toEqual({ decide: true, withdraw: false });
    expect(asked.wording.en.text).toContain(
      'I, Maya Torres, let Lakeside Recovery Center share this with David Torres (father): worksheets.',
    );
    expect(asked.wording.en.text).toContain('What it is for: So that Dad can practise at home');
    expect(asked.wording.en.text).toContain('I can take this back at any time');
    expect(asked.wording.es.text).toContain('hojas de trabajo');

    const mine = await done(cast.client.get<Page<ConsentRequest>>('/api/me/consent-requests'));
    expect(mine.items.map((one) => one.id)).toContain(id);
    const answered = await yes(cast.client, id);
    expect(answered).toMatchObject({ state: 'yes', decidedBy: { displayName: 'Maya Torres' } });
    expect(await yes(cast.client, id)).toEqual(answered);

    expect(await inForce()).toMatchObject([
      {
        from: { displayName: 'Maya Torres' },
        givenAs: 'client',
        to: { displayName: 'David Torres' },
        kinds: ['worksheet'],
        signature: 'Maya Torres',
        wording: asked.wording.en.text,
        language: 'en',
        noticeVersion: asked.wording.en.notice.version,
        renewal: null,
      },
    ]);
    expect(await whyFather(paper.id)).toBe('consent');
    await share(cast.therapist, paper.id, [memberIn(torres, 'father')]);
    await done(cast.father.get(`/api/homework/${await taskTitled(cast.father, 'Mornings')}`));
  });

  it('is told as out of date once the practice has a newer notice in its language, and not before', async () => {
    await takeAllBack();
    await yes(cast.client, (await ask({ kinds: ['worksheet'] })).id);
    const { id } = await ask({ kinds: ['support-plan'] });
    const before = await question(cast.client, id);
    const renewals = async (): Promise<unknown[]> => (await inForce()).map(({ renewal }) => renewal);
    const notice = async (language: string): Promise<Notice> =>
      done(
        cast.admin.post<Notice>('/api/practice/notices', {
          ...{ sort: 'privacy', language, text: `Newer words in ${language}.` },
          inForceFrom: await day(0),
        }),
      );

    await notice('es');
    expect(await renewals()).toEqual([null]);
    const written = await notice('en');
    expect(await renewals()).toEqual(['text-changed']);

    // Whoever read the older notice is asked to read again, whichever sentences stand above it.
    const wordingHash = before.wording.en.hash;
    const late = { answer: 'yes', signature: 'Maya Torres', language: 'en', wordingHash };
    expect(await refusal(cast.client.post(`/api/consent-requests/${id}/decision`, late))).toMatchObject({
      code: 'hash-stale',
    });
    const after = await question(cast.client, id);
    expect(after.wording.en.text).toBe(before.wording.en.text);
    expect(after.wording.en.notice).toEqual({
      version: written.version,
      inForceFrom: written.inForceFrom,
      text: 'Newer words in en.',
    });
    await yes(cast.client, id);
    expect(
      (await inForce()).map(({ renewal, noticeVersion, noticeFrom }) => [renewal, noticeVersion, noticeFrom]),
    ).toEqual([
      ['text-changed', before.wording.en.notice.version, null],
      [null, written.version, written.inForceFrom],
    ]);
  });

  it('names in the proof before a share each consent that covers it, and those alone', async () => {
    await takeAllBack();
    const paper = await sheet('Evenings');
    await yes(cast.client, (await ask({ kinds: ['support-plan'] })).id);
    await yes(cast.client, (await ask({ kinds: ['worksheet', 'boundary-plan'], untilOn: await day(40) })).id);
    await yes(cast.client, (await ask({ documentIds: [paper.id], untilOn: await day(20) })).id);
    const path = `/api/documents/${paper.id}/shares/preview`;
    const { lines } = await done(cast.therapist.post<SharePreview>(path));
    const father = lines.find(({ member }) => member.relation === 'father');
    expect(father?.consents).toMatchObject([
      {
        from: { displayName: 'Maya Torres' },
        ...{ givenAs: 'client', givenOn: await day(0), untilOn: await day(40) },
        ...{ kinds: ['worksheet', 'boundary-plan'], documents: [] },
      },
      { documents: [{ title: 'Evenings' }], kinds: [], untilOn: await day(20) },
    ]);
    const others = lines.filter(({ because }) => because !== 'consent');
    expect(others.flatMap(({ consents }) => consents)).toEqual([]);
  });

  it('takes no for an answer, without a reason, and shares nothing', async () => {
    const { id } = await ask({ kinds: ['role-play-script'] });
    const answer = { answer: 'not-now' };
    const said = await done(cast.client.post<ConsentRequest>(`/api/consent-requests/${id}/decision`, answer));
    expect(said.state).toBe('not-now');
    expect((await inForce()).some(({ kinds }) => kinds.includes('role-play-script'))).toBe(false);
    const { wording } = await question(cast.client, id);
    const late = { answer: 'yes', signature: 'Maya', language: 'en', wordingHash: wording.en.hash };
    expect(await refusal(cast.client.post(`/api/consent-requests/${id}/decision`, late))).toMatchObject({
      status: 409,
      because: 'not-now',
    });
  });

  it('is signed under the words that were read and under no others', async () => {
    const { id } = await ask({ kinds: ['boundary-plan'] });
    const { wording } = await question(cast.client, id);
    const decide = (more: object): Promise<object> =>
      refusal(
        cast.client.post(`/api/consent-requests/${id}/decision`, {
          ...{ answer: 'yes', signature: 'Maya', language: 'en', wordingHash: wording.en.hash },
          ...more,
        }),
      );
    expect(await decide({ wordingHash: wording.es.hash })).toMatchObject({ status: 409, code: 'hash-stale' });
    expect(await decide({ signature: ' ' })).toMatchObject({ status: 422, errors: [{ path: 'signature' }] });
    expect(await decide({ answer: 'perhaps' })).toMatchObject({ status: 422, errors: [{ path: 'answer' }] });
    await done(cast.therapist.post(`/api/consent-requests/${id}/withdraw`));
    expect(await decide({})).toMatchObject({ status: 409, because: 'withdrawn' });
  });

  it.each([
    [{ kinds: [] }, 'kinds'],
    [{}, 'kinds'],
    [{ kinds: ['poem'] }, 'kinds'],
    [{ kinds: ['worksheet'], purpose: '' }, 'purpose'],
    [{ kinds: ['worksheet'], untilOn: '2020-01-01' }, 'untilOn'],
    [{ documentIds: ['00000000-0000-7000-8000-000000000000'] }, 'documentIds.0'],
    [{ kinds: ['worksheet'], memberId: '00000000-0000-7000-8000-000000000000' }, 'memberId'],
  ])('is refused with the place of the fault: %j', async (body, path) => {
    const request = { memberId: memberIn(torres, 'father'), purpose: 'To help', ...body };
    const { status, errors } = await refusal(cast.therapist.post(requestsPath(), request));
    expect([status, errors?.[0]?.path]).toEqual([422, path]);
  });

  it('opens one document by name and no other of its kind, until it is taken back', async () => {
    await takeAllBack();
    const [named, other] = [await sheet('By name'), await sheet('Not named')];
    const { id } = await ask({ documentIds: [named.id] });
    const { wording, documents } = await question(cast.client, id);
    expect(documents).toEqual([{ documentId: named.id, kind: 'worksheet', title: 'By name' }]);
    expect(wording.en.text).toContain('share this with David Torres (father): “By name”.');
    await yes(cast.client, id);

    // Worksheets as such were agreed to once, and that was taken back.
    expect([await whyFather(named.id), await whyFather(other.id)]).toEqual(['consent', 'consent-revoked']);
    const father = memberIn(torres, 'father');
    const refused = await refusal(
      cast.therapist.post(`/api/documents/${other.id}/shares`, { memberIds: [father] }),
    );
    expect(refused).toMatchObject({ status: 403, code: 'no-consent' });
    await share(cast.therapist, named.id, [father]);
    const task = await taskTitled(cast.father, 'By name');
    await done(cast.father.get(`/api/documents/${named.id}`));

    await takeAllBack();
    expect(await refusal(cast.father.get(`/api/homework/${task}`))).toMatchObject({ status: 410 });
    expect(await refusal(cast.father.get(`/api/documents/${named.id}`))).toMatchObject({ status: 404 });
  });

  it('shows what was agreed before, and takes the place of what it wholly covers and of nothing else', async () => {
    await takeAllBack();
    const { id: first } = await ask({ kinds: ['worksheet'] });
    await yes(cast.client, first);
    const { id: wide } = await ask({ kinds: ['worksheet', 'support-plan'], purpose: 'For longer' });
    const beside = await question(cast.client, wide);
    expect(beside.before).toMatchObject([{ kinds: ['worksheet'], isReplaced: true }]);
    await yes(cast.client, wide);
    expect((await inForce()).map(({ kinds }) => kinds)).toEqual([['worksheet', 'support-plan']]);
    expect((await consentsOf(cast.client)).filter(({ state }) => state === 'replaced')).toHaveLength(1);

    const { id: narrow } = await ask({ kinds: ['worksheet'], purpose: 'For worksheets' });
    expect((await question(cast.client, narrow)).before).toMatchObject([{ isReplaced: false }]);
    await yes(cast.client, narrow);
    expect(await inForce()).toHaveLength(2);
  });

  it('is asked for anew, not stretched, when the words have changed since', async () => {
    await owner.query(`update consent set wording_version = '2020-01-01' where revoked_at is null`);
    expect((await inForce()).map(({ renewal }) => renewal)).toEqual(['text-changed', 'text-changed']);
    const paper = await sheet('Still covered');
    expect(await whyFather(paper.id)).toBe('consent');
  });

  describe('by a guardian', () => {
    let right: Guardian;
    beforeAll(async () => {
      await takeAllBack();
      right = await done(
        cast.therapist.post<Guardian>(`/api/families/${torres.id}/guardians`, {
          memberId: memberIn(torres, 'mother'),
          forMemberId: memberIn(torres, 'client'),
          kind: 'court-appointed',
          evidence: 'Order of the county court',
          fromOn: await day(0),
          untilOn: await day(0),
        }),
      );
    });
    const untilYesterday = async (): Promise<void> => {
      await owner.query(`update guardian set from_on = $2, until_on = $2 where id = $1`, [
        right.id,
        await day(-1),
      ]);
    };

    it('is decided in her own name for the client, and she reads the consents and no answer', async () => {
      const paper = await sheet('With a guardian');
      const { id } = await ask({ kinds: ['worksheet'] });
      const asked = await question(cast.mother, id);
      expect(asked.as).toBe('guardian');
      expect(asked.wording.en.text).toContain('I, Rosa Torres, speak for Maya Torres. I let Lakeside');
      await yes(cast.mother, id, 'Rosa Torres');
      expect(await inForce()).toMatchObject([{ givenAs: 'guardian', from: { displayName: 'Rosa Torres' } }]);
      expect(await consentsOf(cast.mother)).not.toHaveLength(0);
      expect(await whyFather(paper.id)).toBe('consent');
      expect(await refusal(cast.mother.get(`/api/families/${torres.id}`))).toMatchObject({ status: 403 });
      expect(await refusal(cast.mother.get(`/api/families/${torres.id}/responses`))).toMatchObject({
        status: 403,
      });
    });

    it('ends with her right: she then decides, reads and takes back nothing, and what she said stays', async () => {
      const [given] = await inForce();
      const { id } = await ask({ kinds: ['support-plan'] });
      const { wording } = await question(cast.mother, id);
      await untilYesterday();
      const decision = {
        ...{ answer: 'yes', signature: 'Rosa', language: 'en', wordingHash: wording.en.hash },
      };
      expect(await refusal(cast.mother.post(`/api/consent-requests/${id}/decision`, decision))).toMatchObject(
        { status: 404 },
      );
      expect(await refusal(cast.mother.get(`/api/consent-requests/${id}`))).toMatchObject({ status: 404 });
      expect(await refusal(cast.mother.get(`/api/families/${torres.id}/consents`))).toMatchObject({
        status: 403,
      });
      expect(await refusal(cast.mother.post(`/api/consents/${String(given?.id)}/revoke`))).toMatchObject({
        status: 404,
      });
      expect((await inForce()).map((consent) => consent.id)).toEqual([given?.id]);
    });

    it('is taken back by the client, whoever said it for them', async () => {
      const [given] = await inForce();
      const taken = await done(cast.client.post<Consent>(`/api/consents/${String(given?.id)}/revoke`));
      expect(taken.state).toBe('revoked');
    });
  });

  it('holds through its whole last day in the practice’s own time zone, wherever the server stands', async () => {
    await takeAllBack();
    const paper = await sheet('Until the end of the day');
    const { id } = await ask({ kinds: ['worksheet'], untilOn: await day(0) });
    await yes(cast.client, id);
    const inZone = async (zone: string): Promise<string | undefined> => {
      const before = (await owner.query<{ zone: string }>('select time_zone as zone from practice limit 1'))
        .rows;
      await owner.query('update practice set time_zone = $1', [zone]);
      const because = await whyFather(paper.id);
      await owner.query('update practice set time_zone = $1', [before[0]?.zone]);
      return because;
    };
    // West of Greenwich the day lasts longest: somewhere it is always still the day before it is further east.
    const last = await owner.query<{ day: string }>(
      `select (now() at time zone 'Pacific/Pago_Pago')::date::text as day`,
    );
    await owner.query('update consent set until_on = $1 where revoked_at is null', [last.rows[0]?.day]);
    expect(await inZone('Pacific/Pago_Pago')).toBe('consent');
    expect(await inZone('Pacific/Kiritimati')).toBe('consent-ended');
    expect(await inZone('America/New_York')).toBe(
      (await day(0)) === last.rows[0]?.day ? 'consent' : 'consent-ended',
    );
  });

  it('taken back, nothing that began after that says a word of it, however the reads fall', async () => {
    await takeAllBack();
    const { id } = await ask({ kinds: ['worksheet'] });
    await yes(cast.client, id);
    const paper = await sheet('Read while it is taken back');
    await share(cast.therapist, paper.id, [memberIn(torres, 'father')]);
    const task = await taskTitled(cast.father, 'Read while it is taken back');
    const [consent] = await inForce();
    const paths = [
      `/api/homework/${task}`,
      `/api/homework/${task}/pdf`,
      '/api/homework?limit=100',
      `/api/documents/${paper.id}`,
      '/api/documents?limit=100',
    ];
    let acknowledged = false;
    const late: string[] = [];
    let early = 0;
    const reading = paths.map(async (path) => {
      for (let count = 0; count < 12; count += 1) {
        const isLate = acknowledged;
        const { text, status } = await cast.father.get(path);
        const says = text.includes('Read while it is taken back') || text.startsWith('%PDF');
        if (says && isLate) late.push(`${path} ${status}`);
        if (says && !isLate) early += 1;
      }
    });
    const taking = (async () => {
      await cast.father.get(paths[0] ?? '');
      await done(cast.client.post(`/api/consents/${String(consent?.id)}/revoke`));
      acknowledged = true;
      for (const path of paths) {
        const { text } = await cast.father.get(path);
        if (text.includes('Read while it is taken back') || text.startsWith('%PDF')) late.push(path);
      }
    })();
    await Promise.all([...reading, taking]);
    expect(late).toEqual([]);
    expect(early).toBeGreaterThan(0);
  });

  it('is written down with who asked, who decided and by which right, and without a word of it', async () => {
    const { rows } = await owner.query<{ action: string; because: string }>(
      `select action, because from audit where action like 'consent-requests.%' order by at desc limit 40`,
    );
    const traces = new Set(rows.map(({ action, because }) => `${action}: ${because}`));
    expect([...traces].sort()).toEqual([
      'consent-requests.ask: on-caseload',
      'consent-requests.decide: is-client',
      'consent-requests.decide: speaks-for-client',
      'consent-requests.withdraw: on-caseload',
    ]);
  });
});
