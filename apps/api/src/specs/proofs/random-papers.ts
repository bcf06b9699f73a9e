import { DOCUMENT_STATES, VISIBILITIES, type DocumentKind } from '@common-ground/contract';
import { rulesOf } from '@common-ground/rules/content';
import { sheet } from '../acts';
import { Drawing } from './drawing';
import type {
  ConsentRow,
  DocumentRow,
  FamilyRow,
  MemberRow,
  PersonRow,
  ReviewRow,
  ShareRow,
} from './rows-of-a-practice';

const KINDS: readonly DocumentKind[] = ['worksheet', 'boundary-plan', 'support-plan'];

/** Documents in every state, with what was judged, allowed, shared and answered of them. */
export abstract class RandomPapers extends Drawing {
  protected document(
    family: FamilyRow | null,
    writers: readonly PersonRow[],
    staff: readonly PersonRow[],
    kind = this.oneOf(KINDS),
  ): DocumentRow {
    const author = this.oneOf(writers);
    const text = {
      practice_id: this.practiceId,
      family_id: family?.id ?? null,
      author_id: author.id,
      title: 'A title',
      content: kind === 'worksheet' ? sheet() : rulesOf(kind).blank('en'),
    };
    const { practice_id, family_id, author_id } = text;
    const document = this.row({
      practice_id,
      family_id,
      author_id,
      kind,
      state: this.oneOf(DOCUMENT_STATES),
    });
    this.rows.document.push(document);
    this.rows.document_draft.push({
      ...text,
      document_id: document.id,
      revision: 1,
      written_by: (family === null ? author : this.oneOf(writers)).id,
    });
    const versions = this.times(1, 2, (at) =>
      this.row({
        ...text,
        document_id: document.id,
        kind: document.kind,
        number: at + 1,
        format: 1,
        outline: [],
        hash: '0'.repeat(64),
        written_by: (family === null ? author : this.oneOf(writers)).id,
      }),
    );
    this.rows.document_version.push(...versions);
    let waits = false;
    this.times(0, 2, () => {
      const [supervisor, therapist] = [
        this.oneOf(staff),
        family === null || this.once(2) ? author : this.oneOf(writers),
      ];
      if (supervisor === therapist) return;
      const state = this.oneOf(
        waits ? (['decided', 'withdrawn'] as const) : (['waiting', 'decided', 'withdrawn'] as const),
      );
      waits ||= state === 'waiting';
      this.rows.review.push(this.review(document, this.oneOf(versions).id, supervisor, therapist, state));
    });
    return document;
  }

  protected review(
    document: DocumentRow,
    versionId: string,
    supervisor: PersonRow,
    therapist: PersonRow,
    state: ReviewRow['state'],
  ): ReviewRow {
    const decided =
      state === 'decided' ? { verdict: 'approve', decided_at: this.now, version_hash: '0'.repeat(64) } : {};
    return this.row({
      document_id: document.id,
      version_id: versionId,
      family_id: document.family_id,
      therapist_id: therapist.id,
      supervisor_id: supervisor.id,
      round: 1,
      note: '',
      state,
      verdict: null,
      decided_at: null,
      version_hash: null,
      ...decided,
    });
  }

  protected consents(
    family: FamilyRow,
    members: readonly MemberRow[],
    documents: readonly DocumentRow[],
  ): void {
    for (const member of [...members.slice(1), ...this.some(members)]) {
      if (this.once(4)) continue;
      const asked = this.row({
        family_id: family.id,
        member_id: member.id,
        kinds: this.some(KINDS),
        document_ids: this.some(documents).map(({ id }) => id),
        documents: [],
        purpose: '',
        asked_by: family.opened_by,
        withdrawn_at: this.maybe(4),
      });
      if (asked.kinds.length + asked.document_ids.length === 0) asked.kinds.push('worksheet');
      this.rows.consent_request.push(asked);
      const isGuardians = this.once(4);
      const consent: ConsentRow = this.row({
        family_id: family.id,
        from_id: isGuardians ? this.oneOf(members).person_id : family.client_id,
        given_as: isGuardians ? 'guardian' : 'client',
        language: 'en',
        member_id: member.id,
        kinds: asked.kinds,
        document_ids: asked.document_ids,
        documents: [],
        request_id: asked.id,
        purpose: '',
        until_on: this.lastDay(),
        wording: '',
        wording_version: '',
        signature: '',
        revoked_at: this.maybe(4),
      });
      this.rows.consent.push(consent);
    }
  }

  protected shares(
    family: FamilyRow,
    members: readonly MemberRow[],
    documents: readonly DocumentRow[],
    therapists: readonly PersonRow[],
  ): void {
    this.times(1, 4, () => {
      const document = this.oneOf(documents);
      const versions = this.rows.document_version.filter((one) => one.document_id === document.id);
      const share: ShareRow = this.row({
        document_id: document.id,
        version_id: this.oneOf(versions).id,
        family_id: family.id,
        shared_by: this.oneOf(therapists).id,
        revoked_at: this.maybe(5),
        open_until_on: null,
      });
      this.rows.share.push(share);
      const others = this.once(3) ? [] : this.some(members);
      for (const member of [...new Set([this.oneOf(members), ...others])]) {
        const given = {
          share_id: share.id,
          document_id: share.document_id,
          version_id: share.version_id,
          family_id: family.id,
          member_id: member.id,
          person_id: member.person_id,
        };
        const sent_at = this.maybe(2);
        const given_at = sent_at !== null || !this.once(4) ? this.past : this.oneOf([this.future, null]);
        const task = this.row({ ...given, given_at, round: 1, sent_at });
        this.rows.task.push(task);
        // The next round of a rhythm, open or not: the same person is no company for themself.
        if (this.once(5))
          this.rows.task.push(
            this.row({ ...given, given_at: this.oneOf([this.past, this.future]), round: 2, sent_at: null }),
          );
        if (document.kind !== 'worksheet' || given_at !== this.past) continue;
        for (const promptId of this.some(['told', 'kept', 'spare'])) {
          this.rows.answer.push(
            this.row({
              task_id: task.id,
              prompt_id: promptId,
              family_id: family.id,
              author_id: member.person_id,
              value: 'An answer',
              visibility: this.oneOf(VISIBILITIES),
              revision: 1,
              // What is answered after sending is sent with the next act, so one task holds both.
              sent_at: task.sent_at === null ? null : this.once(4) ? null : this.now,
            }),
          );
        }
      }
    });
  }
}
