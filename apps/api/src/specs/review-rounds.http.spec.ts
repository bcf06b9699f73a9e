import type {
  Document,
  Page,
  ReadMarks,
  Review,
  ReviewComment,
  ReviewId,
  WorksheetContent,
} from '@common-ground/contract';
import { startApi, type Answer as Reply, type ApiClient, type RunningApi } from '@common-ground/testing';
import { Client } from 'pg';
import {
  decide,
  done,
  everybody,
  familyNamed,
  idOf,
  refusal,
  save,
  sheet,
  submit,
  write,
  type Cast,
  type People,
} from './acts';

describe('from one round of a review to the next', () => {
  let api: RunningApi;
  let cast: Cast;
  let torres: People;
  let owner: Client;
  let jonas: ApiClient;

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    torres = await familyNamed(cast.therapist, 'Torres family');
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    jonas = cast['other-therapist'];
    const [elena, second] = await Promise.all([cast.therapist, jonas].map(idOf));
    await owner.query(
      `insert into staff_role (practice_id, person_id, role) select practice_id, id, 'supervisor' from person where id = $1`,
      [second],
    );
    const { rows } = await owner.query<{ fromOn: string }>(
      `select (now() at time zone time_zone)::date::text as "fromOn" from practice where name like 'Lakeside%'`,
    );
    const pair = { therapistId: elena, supervisorId: second, strength: 'may-read', ...rows[0] };
    await done(cast.admin.post('/api/supervisions', pair));
  });
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });

  const read = (who: ApiClient, id: ReviewId): Promise<Review> => done(who.get<Review>(`/api/reviews/${id}`));

  const writeAndSubmit = async (title: string): Promise<{ draft: Document; review: ReviewId }> => {
    const draft = await write(cast.therapist, torres.id, title);
    return { draft, review: await submit(cast.therapist, cast.supervisor, draft.id) };
  };

  describe('what has been read', () => {
    const mark = (who: ApiClient, id: ReviewId, blockId: string, isRead = true): Promise<ReadMarks> =>
      done(who.put<ReadMarks>(`/api/reviews/${id}/read-marks`, { blockId, read: isRead }));

    it('is marked part by part, and unmarked again', async () => {
      const { review } = await writeAndSubmit('Read part by part');
      expect((await read(cast.supervisor, review)).read).toEqual([]);
      await mark(cast.supervisor, review, 'kept');
      expect(await mark(cast.supervisor, review, 'words')).toEqual({ read: ['words', 'kept'] });
      expect(await mark(cast.supervisor, review, 'words')).toEqual({ read: ['words', 'kept'] });
      expect(await mark(cast.supervisor, review, 'kept', false)).toEqual({ read: ['words'] });
      expect((await read(cast.supervisor, review)).read).toEqual(['words']);
    });

    it('is nobody else’s to know or to say', async () => {
      const { review } = await writeAndSubmit('Read alone');
      await mark(cast.supervisor, review, 'words');
      expect((await read(cast.therapist, review)).read).toEqual([]);
      const body = { blockId: 'told', read: true };
      const by = (who: ApiClient): ReturnType<typeof refusal> =>
        refusal(who.put(`/api/reviews/${review}/read-marks`, body));
      expect(await by(cast.therapist)).toMatchObject({ status: 403 });
      expect(await by(cast['other-therapist'])).toMatchObject({ status: 404 });
      const { rows } = await owner.query<{ by: string }>('select distinct person_id as by from reading');
      expect(rows).toEqual([{ by: await idOf(cast.supervisor) }]);
    });

    it.each(['no-such-part', 'constructor', '__proto__'])(
      'is a part of this version, and not %s',
      async (blockId) => {
        const { review } = await writeAndSubmit(`Not a part: ${blockId}`);
        const marked = cast.supervisor.put(`/api/reviews/${review}/read-marks`, { blockId, read: true });
        expect(await refusal(marked)).toMatchObject({ status: 422, errors: [{ path: 'blockId' }] });
      },
    );

    it('stays read in the next round where nothing changed, and is forgotten where something did', async () => {
      const { draft, review } = await writeAndSubmit('Read twice');
      for (const part of ['words', 'told', 'kept', 'calm']) await mark(cast.supervisor, review, part);
      await decide(cast.supervisor, review, 'ask-for-changes', 'Softer.');
      const content = sheet();
      const blocks = content.blocks.flatMap((block) => {
        if (block.id === 'told') return [{ ...block, help: 'One thing is enough.' }];
        return block.id === 'calm' ? [] : [block];
      });
      const [first, ...others] = blocks;
      // Moved to the end, the guidance says what it said.
      const changed = { ...content, blocks: [...others, ...(first ? [first] : [])] };
      await save(cast.therapist, draft.id, draft.revision, 'Read twice', changed);
      const second = await submit(cast.therapist, cast.supervisor, draft.id);
      expect((await read(cast.supervisor, second)).read).toEqual(['kept', 'words']);
      await mark(cast.supervisor, second, 'told');
      // What is no longer there takes no room.
      const { rows } = await owner.query<{ parts: Record<string, string> }>(
        'select parts from reading where document_id = $1',
        [draft.id],
      );
      expect(Object.keys(rows[0]?.parts ?? {}).sort()).toEqual(['kept', 'told', 'words']);
    });

    it('is not marked any more once the verdict is given', async () => {
      const { review } = await writeAndSubmit('Read too late');
      await decide(cast.supervisor, review, 'approve');
      const late = cast.supervisor.put(`/api/reviews/${review}/read-marks`, { blockId: 'told', read: true });
      expect(await refusal(late)).toMatchObject({ status: 409, code: 'wrong-state' });
    });
  });

  describe('a thread', () => {
    const MARKED = { quote: 'helped this week', prefix: 'What ', suffix: '?' };
    const say = (who: ApiClient, id: ReviewId, body: object): Promise<ReviewComment> =>
      done(who.post<ReviewComment>(`/api/reviews/${id}/comments`, { blockId: 'told', ...body }));
    const settle = (
      who: ApiClient,
      id: ReviewId,
      comment: string,
      resolved = true,
    ): Promise<Reply<ReviewComment>> =>
      who.put<ReviewComment>(`/api/reviews/${id}/comments/${comment}/resolution`, { resolved });

    it('knows the words it is about and what stood around them', async () => {
      const { review } = await writeAndSubmit('With words around');
      const text = 'Could it be one thing?';
      expect(await say(cast.supervisor, review, { ...MARKED, text })).toMatchObject({ ...MARKED, text });
      const endless = { ...MARKED, prefix: 'x'.repeat(65), text };
      const refused = cast.supervisor.post(`/api/reviews/${review}/comments`, {
        blockId: 'told',
        ...endless,
      });
      expect(await refusal(refused)).toMatchObject({ status: 422, errors: [{ path: 'prefix' }] });
    });

    it('is settled and opened again by whoever began it, in any round, and stays to be found', async () => {
      const { draft, review } = await writeAndSubmit('Settled');
      const { id } = await say(cast.supervisor, review, { text: 'Softer, please.' });
      expect((await settle(cast.supervisor, review, id)).status).toBe(403);
      await decide(cast.supervisor, review, 'ask-for-changes');
      const answer = await say(cast.therapist, review, { text: 'Done.', replyTo: id });
      const second = await submit(cast.therapist, cast.supervisor, draft.id);
      expect((await settle(cast.therapist, second, id)).status).toBe(403);
      expect((await settle(cast.therapist, second, answer.id)).status).toBe(403);
      expect((await settle(cast['other-therapist'], second, id)).status).toBe(404);
      const settled = await done(settle(cast.supervisor, second, id));
      expect(settled).toMatchObject({ resolvedAt: expect.any(String) as string, may: { resolve: true } });
      // Settled twice, it is settled since the first time.
      expect(await done(settle(cast.supervisor, second, id))).toEqual(settled);
      const seen = (await read(cast.therapist, second)).comments.find((comment) => comment.id === id);
      expect(seen).toMatchObject({ resolvedAt: settled.resolvedAt, may: { resolve: false } });
      expect(await done(settle(cast.supervisor, second, id, false))).toMatchObject({ resolvedAt: null });
    });

    it('has an answer once that is sent twice under one name, and refuses other words under it', async () => {
      const { review } = await writeAndSubmit('Said twice');
      const { id } = await say(cast.supervisor, review, { text: 'Softer, please.' });
      await decide(cast.supervisor, review, 'ask-for-changes');
      const answer = (text: string): Promise<Reply<ReviewComment>> =>
        cast.therapist.post<ReviewComment>(
          `/api/reviews/${review}/comments`,
          { blockId: 'told', text, replyTo: id },
          { 'idempotency-key': 'an-answer-that-got-lost' },
        );
      const first = await done(answer('Done.'));
      expect(await done(answer('Done.'))).toEqual(first);
      const said = (await read(cast.therapist, review)).comments.map(({ text }) => text);
      expect(said).toEqual(['Softer, please.', 'Done.']);
      expect(await refusal(answer('Not yet.'))).toMatchObject({ code: 'key-reused' });
      // What is remembered holds no words.
      const { rows } = await owner.query(`select response from idempotency where key = $1`, [
        'an-answer-that-got-lost',
      ]);
      expect(rows).toEqual([{ response: { id: first.id } }]);
    });

    it('of another document is nobody’s to settle from here', async () => {
      const { review } = await writeAndSubmit('One thread');
      const other = await writeAndSubmit('Another thread');
      const { id } = await say(cast.supervisor, other.review, { text: 'Elsewhere.' });
      await decide(cast.supervisor, other.review, 'comment');
      expect((await settle(cast.supervisor, review, id)).status).toBe(404);
    });
  });

  describe('words suggested instead', () => {
    const SUGGESTED = {
      ...{ blockId: 'told', quote: 'helped this week', text: 'Warmer.' },
      suggestion: 'did you good this week',
    };
    const suggest = (id: ReviewId, over: object = {}): Promise<Reply<ReviewComment>> =>
      cast.supervisor.post<ReviewComment>(`/api/reviews/${id}/comments`, { ...SUGGESTED, ...over });
    const answer = (
      who: ApiClient,
      id: ReviewId,
      comment: string,
      said: string,
    ): Promise<Reply<ReviewComment>> =>
      who.put<ReviewComment>(`/api/reviews/${id}/comments/${comment}/suggestion`, { answer: said });

    it('are for the author to take or to leave, and the supervisor sees which', async () => {
      const { draft, review } = await writeAndSubmit('Other words');
      const { id } = await done(suggest(review));
      // Not sent, it is nobody's to answer, and the author does not know of it.
      expect((await answer(cast.therapist, review, id, 'taken')).status).toBe(404);
      await decide(cast.supervisor, review, 'ask-for-changes');
      expect((await answer(cast.supervisor, review, id, 'taken')).status).toBe(403);
      expect((await answer(cast['other-therapist'], review, id, 'taken')).status).toBe(404);
      expect((await answer(cast.therapist, review, id, 'written in')).status).toBe(422);
      const left = await done(answer(cast.therapist, review, id, 'left'));
      expect(left.suggestion).toEqual({ words: SUGGESTED.suggestion, answer: 'left' });
      await done(answer(cast.therapist, review, id, 'taken'));
      const seen = (await read(cast.supervisor, review)).comments.find((comment) => comment.id === id);
      expect(seen).toMatchObject({ suggestion: { answer: 'taken' }, may: { answerSuggestion: false } });
      // Nobody but the author writes the author's words.
      const after = await done(cast.therapist.get<Document>(`/api/documents/${draft.id}`));
      expect([after.revision, after.content]).toEqual([draft.revision, draft.content]);
    });

    it('are only suggested for words that stand in the part', async () => {
      const { review } = await writeAndSubmit('Words that stand there');
      const refused = { status: 422, errors: [{ path: 'suggestion', code: 'no-such-words' }] };
      expect(await refusal(suggest(review, { quote: 'never written' }))).toMatchObject(refused);
      expect(await refusal(suggest(review, { quote: '' }))).toMatchObject(refused);
      expect(await refusal(suggest(review, { blockId: 'kept' }))).toMatchObject(refused);
      const { id } = await done(suggest(review, { suggestion: undefined }));
      expect(await refusal(suggest(review, { replyTo: id }))).toMatchObject(refused);
    });
  });

  describe('what changed since', () => {
    /** The text with words of its own, without its last part where one is to go. */
    const rewritten = (words: string, parts = sheet().blocks.length): WorksheetContent => {
      const content = sheet(words);
      return { ...content, blocks: content.blocks.slice(0, parts) };
    };
    const rewrite = async ({ id }: Document, title: string, content: WorksheetContent): Promise<void> => {
      const { revision } = await done(cast.therapist.get<Document>(`/api/documents/${id}`));
      await save(cast.therapist, id, revision, title, content);
    };
    const changesFor = async (who: ApiClient, id: ReviewId): Promise<string[] | null> =>
      (await read(who, id)).changes?.map(({ sort, blockId }) => [sort, blockId].join(' ').trim()) ?? null;

    it('is asked of nobody who has judged no earlier version, whatever round it is', async () => {
      const { draft, review } = await writeAndSubmit('Judged by another before');
      expect(await changesFor(cast.supervisor, review)).toBeNull();
      await decide(cast.supervisor, review, 'ask-for-changes', 'Softer.');
      await rewrite(draft, 'Judged by another before', rewritten('Softer words.'));
      const second = await submit(cast.therapist, jonas, draft.id);
      expect(await read(jonas, second)).toMatchObject({ round: 2, changes: null });
      // Nor is its author told of changes that this reader cannot see.
      expect(await changesFor(cast.therapist, second)).toBeNull();
      await decide(jonas, second, 'ask-for-changes', 'One more thing.');
      await rewrite(draft, 'Judged by another before', rewritten('Softer words.', 4));
      const third = await submit(cast.therapist, cast.supervisor, draft.id);
      // Each learns what is new to them, and not only what is new since somebody else looked.
      const all = ['reworded words', 'removed calm'];
      expect(await changesFor(cast.supervisor, third)).toEqual(all);
      expect(await changesFor(cast.therapist, third)).toEqual(all);
    });

    it('is told after an approval and after rounds that were taken back, for what was judged last', async () => {
      const title = 'Approved, and written anew';
      const { draft, review } = await writeAndSubmit(title);
      await decide(cast.supervisor, review, 'approve');
      await done(cast.therapist.post(`/api/documents/${draft.id}/reopen`));
      await rewrite(draft, title, rewritten('Take your time.', 4));
      await submit(cast.therapist, cast.supervisor, draft.id);
      await done(cast.therapist.post(`/api/documents/${draft.id}/reopen`));
      await rewrite(draft, 'Another title', { ...rewritten('Take your time.', 4), minutes: 10 });
      const now = await submit(cast.therapist, cast.supervisor, draft.id);
      expect((await read(cast.supervisor, now)).round).toBe(1);
      expect(await changesFor(cast.supervisor, now)).toEqual(['title', 'minutes', 'removed calm']);
    });

    it('is nothing where the very same text comes again, which is not the same as not known', async () => {
      const { draft, review } = await writeAndSubmit('The same again');
      await decide(cast.supervisor, review, 'ask-for-changes', 'Think again.');
      const second = await submit(cast.therapist, cast.supervisor, draft.id);
      expect(await changesFor(cast.supervisor, second)).toEqual([]);
    });
  });

  it('whoever judged an earlier round is told that their verdict was read', async () => {
    const { draft, review } = await writeAndSubmit('Judged by two in turn');
    await decide(cast.supervisor, review, 'ask-for-changes', 'Softer.');
    const second = await submit(cast.therapist, jonas, draft.id);
    await read(cast.therapist, second);
    const { rows } = await owner.query<{ subjects: string[] }>(
      `select subject_ids as subjects from audit where actor_id = $1 and document_id = $2 and action = 'reviews.read'`,
      [await idOf(cast.therapist), draft.id],
    );
    const both = await Promise.all([cast.supervisor, jonas].map(idOf));
    expect(rows.map(({ subjects }) => subjects.toSorted())).toEqual([both.toSorted()]);
  });

  it('who would read what is answered is said with it, and who of them is new since it was approved', async () => {
    const { draft, review } = await writeAndSubmit('Read by more');
    const [elena, second] = await Promise.all([cast.therapist, jonas].map(idOf));
    const names = async (id: ReviewId): Promise<unknown[]> =>
      (await read(cast.supervisor, id)).repliesSeenBy.map((one) => [one.id, one.isNew]);
    const risksOf = async (id: ReviewId): Promise<readonly string[]> =>
      (await read(cast.supervisor, id)).risks;
    expect(await names(review)).toEqual([[elena, false]]);
    await decide(cast.supervisor, review, 'approve');
    await done(cast.therapist.post(`/api/documents/${draft.id}/reopen`));
    await owner.query(
      `insert into caseload (practice_id, family_id, therapist_id, leads) select practice_id, id, $2, false from family where id = $1`,
      [torres.id, second],
    );
    const again = await submit(cast.therapist, cast.supervisor, draft.id);
    expect(await names(again)).toEqual([
      [elena, false],
      [second, true],
    ]);
    expect(await risksOf(again)).toContain('audience-changed');
    // It stays as it was when it was sent.
    await owner.query(`delete from caseload where family_id = $1 and therapist_id = $2`, [torres.id, second]);
    expect((await names(again)).length).toBe(2);
    await done(cast.therapist.post(`/api/documents/${draft.id}/reopen`));
    const third = await submit(cast.therapist, cast.supervisor, draft.id);
    expect([await names(third), (await risksOf(third)).includes('audience-changed')]).toEqual([
      [[elena, false]],
      false,
    ]);
  });

  it('the round of one document that waits is found by the document, by whoever it waits for', async () => {
    const { draft, review } = await writeAndSubmit('Taken back and sent anew');
    const waiting = async (who: ApiClient): Promise<string[]> => {
      const { items } = await done(who.get<Page<{ id: string }>>(`/api/reviews?documentId=${draft.id}`));
      return items.map(({ id }) => id);
    };
    expect(await waiting(cast.supervisor)).toEqual([review]);
    await done(cast.therapist.post(`/api/documents/${draft.id}/reopen`));
    expect(await waiting(cast.supervisor)).toEqual([]);
    const again = await submit(cast.therapist, cast.supervisor, draft.id);
    expect(await waiting(cast.supervisor)).toEqual([again]);
    expect(await waiting(cast['other-therapist'])).toEqual([]);
    expect((await cast.supervisor.get('/api/reviews?documentId=none')).status).toBe(400);
  });
});
