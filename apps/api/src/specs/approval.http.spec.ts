import { blocksOf } from '@common-ground/rules/content';
import type { Document, DocumentId, MemberId, Review, SharePreview } from '@common-ground/contract';
import type { ApiClient } from '@common-ground/testing';
import { approved, decide, done, idOf, memberIn, refusal, save, share, sheet, submit, write } from './acts';
import { demoPractice } from './demo-practice';

describe('whose approval counts', () => {
  const { cast, torres, owner } = demoPractice();
  let elena: string;
  let jonas: string;

  beforeAll(async () => {
    [elena, jonas] = await Promise.all([idOf(cast.therapist), idOf(cast['other-therapist'])]);
    // Jonas may read what Elena writes, leads the Torres family with her, and is told by nobody what to approve.
    await owner.query(
      `insert into supervision (practice_id, id, supervisor_id, therapist_id, strength, from_on)
       select practice_id, gen_random_uuid(), $1, $2, 'may-read', '2026-01-01' from person where id = $1`,
      [jonas, elena],
    );
    await owner.query(
      `insert into staff_role (practice_id, person_id, role) select practice_id, id, 'supervisor' from person where id = $1`,
      [jonas],
    );
    await owner.query(
      `insert into caseload (practice_id, family_id, therapist_id, leads)
       select practice_id, id, $2, false from family where id = $1`,
      [torres.id, jonas],
    );
    await owner.query(`delete from supervision where therapist_id = $1`, [jonas]);
  });

  const shareWithMother = (therapist: ApiClient, id: DocumentId): ReturnType<typeof refusal> =>
    refusal(therapist.post(`/api/documents/${id}/shares`, { memberIds: [memberIn(torres, 'mother')] }));

  it('does not share on the approval of somebody who may only read', async () => {
    const sheetOfElena = await write(cast.therapist, torres.id, 'Read by Jonas', sheet());
    const review = await submit(cast.therapist, cast['other-therapist'], sheetOfElena.id);
    await decide(cast['other-therapist'], review, 'approve');
    expect(await shareWithMother(cast.therapist, sheetOfElena.id)).toMatchObject({
      status: 409,
      code: 'needs-approval',
    });
  });

  it('lets nobody judge words they wrote themselves in a colleague’s document', async () => {
    const draft = await write(cast.therapist, torres.id, 'Written by two', sheet());
    const changed = await cast['other-therapist'].put<Document>(
      `/api/worksheets/${draft.id}/draft`,
      { title: 'Written by Jonas', content: sheet() },
      { 'if-match': `"${draft.revision}"` },
    );
    expect(changed.status).toBe(200);
    const toHimself = await cast['other-therapist'].post(`/api/documents/${draft.id}/submit`, {
      supervisorId: jonas,
      note: '',
    });
    expect(toHimself.status).toBe(422);
    const review = await submit(cast.therapist, cast['other-therapist'], draft.id);
    const { version } = await done(cast['other-therapist'].get<Review>(`/api/reviews/${review}`));
    const verdict = { verdict: 'approve', summary: '', versionHash: version.hash };
    expect((await cast['other-therapist'].post(`/api/reviews/${review}/decision`, verdict)).status).toBe(403);
  });

  it('does not let a supervised therapist share through a colleague’s document', async () => {
    const draft = await write(cast['other-therapist'], torres.id, 'Begun by Jonas', sheet());
    await done(
      cast.therapist.put<Document>(
        `/api/worksheets/${draft.id}/draft`,
        { title: 'Rewritten by Elena', content: sheet() },
        { 'if-match': `"${draft.revision}"` },
      ),
    );
    for (const sharer of [cast.therapist, cast['other-therapist']]) {
      expect(await shareWithMother(sharer, draft.id)).toMatchObject({
        status: 409,
        code: 'needs-approval',
      });
    }
  });

  it('keeps a supervisor’s words when the document is taken back in between, and what is said without a verdict', async () => {
    const draft = await write(cast.therapist, torres.id, 'Taken back once', sheet());
    const first = await submit(cast.therapist, cast.supervisor, draft.id);
    const { version } = await done(cast.supervisor.get<Review>(`/api/reviews/${first}`));
    const comment = { blockId: blocksOf(version.content)[0]?.id, quote: '', text: 'words on their way' };
    await done(cast.supervisor.post(`/api/reviews/${first}/comments`, comment));
    await done(cast.therapist.post(`/api/documents/${draft.id}/reopen`));
    const second = await submit(cast.therapist, cast.supervisor, draft.id);
    await decide(cast.supervisor, second, 'comment', 'said in passing');
    const { text } = await cast.therapist.get(`/api/reviews/${second}`);
    expect(text).toContain('words on their way');
    expect(text).toContain('said in passing');
  });

  describe('once it is approved and reopened', () => {
    const mother = (): MemberId => memberIn(torres, 'mother');

    async function reopened(title: string): Promise<Document> {
      const { id } = await approved(cast, torres.id, title);
      return done(cast.therapist.post<Document>(`/api/documents/${id}/reopen`));
    }

    it('stays approved while nothing that matters changes, and is shared without a new review', async () => {
      const draft = await reopened('Reopened for the minutes');
      expect(draft).toMatchObject({ state: 'draft', approvedVersion: { number: 1 }, may: { share: true } });
      const saved = await save(cast.therapist, draft.id, draft.revision, draft.title, {
        ...sheet(),
        minutes: 25,
      });
      expect(saved.may).toMatchObject({ share: true, submit: true });
      await share(cast.therapist, draft.id, [mother()]);
      const shared = await done(cast.therapist.get<Document>(`/api/documents/${draft.id}`));
      // The approval is still of the version that was read; that one is not signed anew.
      expect(shared).toMatchObject({
        state: 'shared',
        version: { number: 2 },
        approval: null,
        approvedVersion: { number: 1 },
      });
      await share(cast.therapist, draft.id, [memberIn(torres, 'brother')]);
    });

    it('needs a new review for a change that matters, and says which', async () => {
      const draft = await reopened('Reopened for its words');
      const { title } = draft;
      const saved = await save(cast.therapist, draft.id, draft.revision, title, sheet('Unread words.'));
      expect(saved.may.share).toBe(false);
      expect(await shareWithMother(cast.therapist, draft.id)).toMatchObject({ code: 'needs-approval' });
      const path = `/api/documents/${draft.id}/shares/preview`;
      const { heldBecause, changedSinceApproval } = await done(cast.therapist.post<SharePreview>(path, {}));
      expect(heldBecause).toBe('needs-approval');
      expect(changedSinceApproval).toMatchObject([{ sort: 'reworded', blockId: 'words' }]);
      // Written as it was, it is what was approved.
      const back = await save(cast.therapist, draft.id, saved.revision, title, sheet());
      expect(back.may.share).toBe(true);
      const retitled = await save(cast.therapist, draft.id, back.revision, 'Unread', sheet());
      expect(retitled.may.share).toBe(false);
    });

    it('is not approved any more once changes were asked for, also not in the words that once were', async () => {
      const draft = await reopened('Asked for changes after all');
      await save(cast.therapist, draft.id, draft.revision, 'Asked for changes after all, again', sheet());
      await decide(
        cast.supervisor,
        await submit(cast.therapist, cast.supervisor, draft.id),
        'ask-for-changes',
        'No.',
      );
      const returned = await done(cast.therapist.get<Document>(`/api/documents/${draft.id}`));
      expect(returned).toMatchObject({ state: 'returned', approvedVersion: null, may: { share: false } });
      expect(await shareWithMother(cast.therapist, draft.id)).toMatchObject({ code: 'needs-approval' });
    });

    it('is not shared while a new review waits', async () => {
      const draft = await reopened('Submitted once more');
      await submit(cast.therapist, cast.supervisor, draft.id);
      expect(await shareWithMother(cast.therapist, draft.id)).toMatchObject({ code: 'needs-approval' });
    });
  });
});
