import type {
  AttachableDocument,
  AttachedDocument,
  AttachedText,
  Document,
  DocumentId,
  Page,
  Review,
  ReviewId,
  StandIn,
} from '@common-ground/contract';
import type { ApiClient } from '@common-ground/testing';
import { decide, done, familyNamed, idOf, refusal, save, sheet, submit, write } from './acts';
import { demoPractice } from './demo-practice';

describe('what goes along with a document that is sent for review', () => {
  const { cast, torres, owner } = demoPractice();

  const own = (title: string): Promise<Document> =>
    write(cast.therapist, torres.id, title, sheet(`Words of ${title}`));
  const sendOff = async (id: DocumentId, attach: readonly DocumentId[]): Promise<ReviewId> => {
    const supervisorId = await idOf(cast.supervisor);
    const sent = await done(
      cast.therapist.post<Document>(`/api/documents/${id}/submit`, { supervisorId, note: '', attach }),
    );
    return sent.review?.id as ReviewId;
  };
  const review = (who: ApiClient, id: ReviewId): Promise<Review> =>
    done(who.get<Review>(`/api/reviews/${id}`));
  const titles = async (who: ApiClient, id: ReviewId): Promise<string[]> =>
    (await review(who, id)).attached.map(({ title }) => title);
  const text = (
    who: ApiClient,
    id: ReviewId,
    attached: DocumentId,
  ): ReturnType<typeof who.get<AttachedText>> =>
    who.get<AttachedText>(`/api/reviews/${id}/attached/${attached}`);
  const takeOff = (
    who: ApiClient,
    id: ReviewId,
    attached: DocumentId,
  ): ReturnType<typeof who.post<Page<AttachedDocument>>> =>
    who.post<Page<AttachedDocument>>(`/api/reviews/${id}/attached/${attached}/take-off`);
  const attachable = async (id: DocumentId): Promise<readonly AttachableDocument[]> =>
    (await done(cast.therapist.get<Page<AttachableDocument>>(`/api/documents/${id}/attachable`))).items;

  it('is read by whoever judges it, in the words of that moment, and nothing else of that document is', async () => {
    const [main, beside] = [await own('Main'), await own('Beside')];
    expect((await attachable(main.id)).find(({ id }) => id === beside.id)).toMatchObject({
      title: 'Beside',
      kind: 'worksheet',
      wasAttached: false,
    });
    expect((await attachable(main.id)).some(({ id }) => id === main.id)).toBe(false);
    const sent = await sendOff(main.id, [beside.id]);
    await save(cast.therapist, beside.id, beside.revision, 'Beside', sheet('Written later'));

    expect((await review(cast.supervisor, sent)).attached).toEqual([
      {
        ...{ documentId: beside.id, kind: 'worksheet', title: 'Beside', takenOffAt: null },
        attachedAt: expect.any(String) as string,
      },
    ]);
    const read = await text(cast.supervisor, sent, beside.id);
    expect(read.text).toContain('Words of Beside');
    expect(read.text).not.toContain('Written later');
    for (const path of ['', '/versions', '/versions/1', '/pdf', '/attachable', '/shares'])
      expect([path, (await cast.supervisor.get(`/api/documents/${beside.id}${path}`)).status]).toEqual([
        path,
        404,
      ]);
    // That it was read stands in the records, and its author is told.
    const { rows } = await owner.query(
      `select because, subject_ids = array[$2::uuid] as hers from audit where document_id = $1 and action = 'documents.read'
         and actor_id = $3`,
      [beside.id, await idOf(cast.therapist), await idOf(cast.supervisor)],
    );
    expect(rows).toEqual([{ because: 'attached-to-review', hers: true }]);
    for (const who of ['other-therapist', 'mother', 'client', 'admin', 'outsider'] as const)
      expect([who, (await text(cast[who], sent, beside.id)).status]).toEqual([who, 404]);
    // What was never attached to this review is not there, whoever asks.
    const [other] = [await own('Elsewhere')];
    expect((await text(cast.supervisor, sent, other.id)).status).toBe(404);
    expect((await text(cast.therapist, sent, other.id)).status).toBe(404);
  });

  it('is a therapist’s own work with that family: all of it goes along or the document is not sent', async () => {
    const main = await own('Alone');
    const supervisorId = await idOf(cast.supervisor);
    const jonas = cast['other-therapist'];
    const lindqvist = await familyNamed(jonas, 'Lindqvist family');
    const theirs = await write(jonas, lindqvist.id, 'Of another family', sheet());
    const loose = await write(cast.therapist, null, 'Of no family', sheet());
    await owner.query(
      `insert into caseload (practice_id, family_id, therapist_id, leads) select practice_id, id, $2, false from family where id = $1`,
      [torres.id, await idOf(jonas)],
    );
    const colleagues = await write(jonas, torres.id, 'Of a colleague', sheet());
    await owner.query(`delete from caseload where family_id = $1 and therapist_id = $2`, [
      torres.id,
      await idOf(jonas),
    ]);
    const beside = await own('Goes along');
    const unknown = '00000000-0000-7000-8000-000000000000' as DocumentId;
    const refused: unknown[] = [];
    for (const id of [theirs.id, loose.id, colleagues.id, main.id, unknown]) {
      const attach = [beside.id, id];
      const { status, code, errors } = await refusal(
        cast.therapist.post(`/api/documents/${main.id}/submit`, { supervisorId, note: '', attach }),
      );
      refused.push({ status, code, errors });
    }
    expect(new Set(refused.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(refused[0]).toMatchObject({ status: 422, errors: [{ path: 'attach', code: 'not-attachable' }] });
    expect(await done(cast.therapist.get<Document>(`/api/documents/${main.id}`))).toMatchObject({
      state: 'draft',
    });
    expect((await attachable(main.id)).map(({ id }) => id)).not.toContain(colleagues.id);
    // Without a family there is nothing that could go along.
    expect(await attachable(loose.id)).toEqual([]);
    for (const attach of ['x', [1], Array.from({ length: 11 }, () => unknown), [beside.id, beside.id]])
      expect(
        (await cast.therapist.post(`/api/documents/${main.id}/submit`, { supervisorId, note: '', attach }))
          .status,
      ).toBeGreaterThanOrEqual(400);
  });

  it('is offered page by page, what went along before first, and nothing is left out', async () => {
    const [main, before] = [await own('Offered in pages'), await own('Went along before')];
    const others = [await own('Page one'), await own('Page two'), await own('Page three')];
    await sendOff(main.id, [before.id]);
    await done(cast.therapist.post(`/api/documents/${main.id}/reopen`));
    const found: AttachableDocument[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page: Page<AttachableDocument> = await done(
        cast.therapist.get<Page<AttachableDocument>>(`/api/documents/${main.id}/attachable?limit=1${after}`),
      );
      expect(page.items.length).toBeLessThanOrEqual(1);
      found.push(...page.items);
      cursor = page.next;
    }
    expect(found[0]).toMatchObject({ id: before.id, wasAttached: true });
    expect(found.slice(1, 4).map(({ id }) => id)).toEqual(others.map(({ id }) => id).reverse());
    expect(found.map(({ id }) => id)).toEqual(
      (
        await done(
          cast.therapist.get<Page<AttachableDocument>>(`/api/documents/${main.id}/attachable?limit=100`),
        )
      ).items.map(({ id }) => id),
    );
    // A place in the list of one document is none in that of another.
    const { next } = await done(
      cast.therapist.get<Page<AttachableDocument>>(`/api/documents/${main.id}/attachable?limit=1`),
    );
    const elsewhere = `/api/documents/${before.id}/attachable?limit=1&cursor=${next ?? ''}`;
    expect((await cast.therapist.get(elsewhere)).status).toBe(400);
  });

  it('is taken off until there is a verdict, and is gone at once for whoever judges', async () => {
    const [main, one, two] = [await own('Judged'), await own('One'), await own('Two')];
    const sent = await sendOff(main.id, [one.id, two.id]);
    expect(await titles(cast.supervisor, sent)).toEqual(['One', 'Two']);
    expect((await review(cast.therapist, sent)).may.takeOff).toBe(true);
    expect((await review(cast.supervisor, sent)).may.takeOff).toBe(false);
    expect((await takeOff(cast.supervisor, sent, one.id)).status).toBe(403);
    expect((await takeOff(cast['other-therapist'], sent, one.id)).status).toBe(404);
    await done(takeOff(cast.therapist, sent, one.id));
    expect(await titles(cast.supervisor, sent)).toEqual(['Two']);
    expect((await text(cast.supervisor, sent, one.id)).status).toBe(404);
    // To its author it is there, with since when; and it goes off once.
    const first = (await review(cast.therapist, sent)).attached.find(({ title }) => title === 'One');
    expect(first?.takenOffAt).not.toBeNull();
    const again = await done(takeOff(cast.therapist, sent, one.id));
    expect(again.items.find(({ title }) => title === 'One')?.takenOffAt).toBe(first?.takenOffAt);
    await decide(cast.supervisor, sent, 'ask-for-changes', 'Shorter, please.');
    expect(await refusal(takeOff(cast.therapist, sent, two.id))).toMatchObject({ status: 403 });
    expect(await titles(cast.supervisor, sent)).toEqual(['Two']);
    const { rows } = await owner.query(
      `select document_id as id from audit where action = 'reviews.take-off' and document_id = any ($1)`,
      [[one.id, two.id]],
    );
    expect(rows).toEqual([{ id: one.id }]);
  });

  it('is offered again in the next round, and goes along only when it is sent again', async () => {
    const [main, kept, dropped] = [await own('Twice'), await own('Kept'), await own('Dropped')];
    const first = await sendOff(main.id, [kept.id, dropped.id]);
    await done(takeOff(cast.therapist, first, dropped.id));
    await done(cast.therapist.post(`/api/documents/${main.id}/reopen`));
    // Taken back, the review is gone for its supervisor, and with it what went along.
    expect((await text(cast.supervisor, first, kept.id)).status).toBe(404);
    expect((await attachable(main.id)).filter(({ wasAttached }) => wasAttached).map(({ id }) => id)).toEqual([
      kept.id,
    ]);
    const second = await submit(cast.therapist, cast.supervisor, main.id);
    expect(await titles(cast.supervisor, second)).toEqual([]);
    expect((await text(cast.supervisor, second, kept.id)).status).toBe(404);
  });

  it('is read by whoever stands in, on these days alone', async () => {
    const jonas = cast['other-therapist'];
    const jonasId = await idOf(jonas);
    await owner.query(
      `insert into staff_role (practice_id, person_id, role) select practice_id, id, 'supervisor' from person where id = $1`,
      [jonasId],
    );
    const [main, beside] = [await own('Away'), await own('Read by another')];
    const sent = await sendOff(main.id, [beside.id]);
    expect((await text(jonas, sent, beside.id)).status).toBe(404);
    const { rows } = await owner.query<{ day: string }>(
      `select (now() at time zone time_zone)::date::text as day from practice where name like 'Lakeside%'`,
    );
    const [fromOn, untilOn] = [rows[0]?.day, rows[0]?.day];
    const standIn = await done(
      cast.supervisor.post<StandIn>('/api/stand-ins', { personId: jonasId, fromOn, untilOn }),
    );
    expect((await text(jonas, sent, beside.id)).status).toBe(200);
    await done(cast.supervisor.post(`/api/stand-ins/${standIn.id}/end`));
    expect((await text(jonas, sent, beside.id)).status).toBe(404);
  });

  it('goes with the second signature as it went with the first, and is taken off no more', async () => {
    const jonas = cast['other-therapist'];
    const [jonasId, martha, elena] = await Promise.all([jonas, cast.supervisor, cast.therapist].map(idOf));
    await owner.query(
      `insert into supervision (practice_id, id, supervisor_id, therapist_id, strength, from_on)
       select practice_id, gen_random_uuid(), $1, $2, 'may-read', '2026-01-01' from person where id = $1`,
      [jonasId, elena],
    );
    await owner.query(
      `update supervision set strength = 'must-approve-and-co-sign', co_signer_id = $1, co_signed_kinds = '{worksheet}'
       where supervisor_id = $2 and therapist_id = $3`,
      [jonasId, martha, elena],
    );
    const [main, beside, off] = [await own('Signed twice'), await own('For both'), await own('For nobody')];
    // The same text went to him before, alone: what went along with that is not what goes along now.
    const sent = await sendOff(main.id, [beside.id, off.id]);
    await done(takeOff(cast.therapist, sent, off.id));
    await decide(cast.supervisor, sent, 'approve');
    const second = (await done(cast.therapist.get<Document>(`/api/documents/${main.id}`))).review
      ?.id as ReviewId;
    expect(second).not.toBe(sent);
    expect(await titles(jonas, second)).toEqual(['For both']);
    expect((await text(jonas, second, beside.id)).status).toBe(200);
    expect((await text(jonas, second, off.id)).status).toBe(404);
    expect((await text(jonas, sent, beside.id)).status).toBe(404);
    expect((await review(cast.therapist, second)).may.takeOff).toBe(false);
    expect((await takeOff(cast.therapist, second, beside.id)).status).toBe(403);
  });

  it('leads the two of a supervision to their notebook, and nobody else', async () => {
    const main = await own('Notebook');
    const sent = await submit(cast.therapist, cast.supervisor, main.id);
    const { rows } = await owner.query<{ id: string }>(
      `select id from supervision where supervisor_id = $1 and therapist_id = $2 order by id desc limit 1`,
      [await idOf(cast.supervisor), await idOf(cast.therapist)],
    );
    expect((await review(cast.supervisor, sent)).notebookId).toBe(rows[0]?.id);
    expect((await review(cast.therapist, sent)).notebookId).toBe(rows[0]?.id);
    expect((await cast.therapist.get(`/api/notebooks/${String(rows[0]?.id)}`)).status).toBe(200);
  });

  it('tells whoever wrote these words that they were read, and not whoever wrote the document', async () => {
    const jonas = cast['other-therapist'];
    const [jonasId, supervisorId] = [await idOf(jonas), await idOf(cast.supervisor)];
    await owner.query(
      `insert into caseload (practice_id, family_id, therapist_id, leads) select practice_id, id, $2, false from family where id = $1`,
      [torres.id, jonasId],
    );
    // He is not supervised himself: it goes to review under the pair of whoever wrote the document.
    await owner.query(
      `update supervision set until_on = greatest(from_on, current_date - 3) where therapist_id = $1`,
      [jonasId],
    );
    try {
      const main = await own('Sent by a colleague');
      const his = await write(jonas, torres.id, 'His words', sheet());
      const body = { supervisorId, note: '', attach: [his.id] };
      const sent = (await done(jonas.post<Document>(`/api/documents/${main.id}/submit`, body))).review?.id;
      expect((await text(cast.supervisor, sent as ReviewId, his.id)).body).not.toHaveProperty('attachedBy');
      const { rows } = await owner.query(
        `select subject_ids as told from audit where document_id = $1 and action = 'documents.read' and actor_id = $2`,
        [his.id, supervisorId],
      );
      expect(rows).toEqual([{ told: [jonasId] }]);
    } finally {
      await owner.query(`delete from caseload where family_id = $1 and therapist_id = $2`, [
        torres.id,
        jonasId,
      ]);
    }
  });
});
