import { Injectable } from '@nestjs/common';
import { ApartRepository } from '@common-ground/api/people';
import { Refusal, type Transaction } from '@common-ground/api/platform';
import type { Concern, DocumentContent } from '@common-ground/contract';
import { mayMeet, type Actor } from '@common-ground/rules/access';
import { castConcerns, rulesOf } from '@common-ground/rules/content';
import { CastRepository } from './cast.repository';
import type { DraftRow, WrittenRow } from './document.repository';

type Checked = Pick<WrittenRow, 'kind' | 'family'>;

/** What is to be said about a draft by its text alone, and by the people who are cast in it. */
@Injectable()
export class CheckingService {
  constructor(
    private readonly people: CastRepository,
    private readonly keptApart: ApartRepository,
  ) {}

  async concerns(
    tx: Transaction,
    actor: Actor,
    { kind, family }: Checked,
    draft: Pick<DraftRow, 'title' | 'content'>,
  ): Promise<Concern[]> {
    const said = rulesOf(kind).check(draft.title, draft.content);
    const cast = rulesOf(kind).cast(draft.content);
    if (cast.length === 0) return said;
    const members = family === null ? [] : await this.people.members(tx, actor, family.id);
    const apart =
      family === null ? { blocks: [], holds: [] } : await this.keptApart.inForce(tx, actor, family.id);
    const people = castConcerns(cast, {
      members,
      keptApart: (one, other) => {
        const met = mayMeet(one, other, apart);
        return met.allowed ? null : met.because;
      },
    });
    return [...said, ...people];
  }

  /**
   * Roles are given to members of the document's family and to nobody else. Somebody who was cast before stays, so that
   * a draft never sticks when two records become one.
   * @param before is asked for only where roles are given at all
   */
  async demandCast(
    tx: Transaction,
    actor: Actor,
    { kind, family }: Checked,
    after: DocumentContent,
    before: () => Promise<DocumentContent>,
  ): Promise<void> {
    const cast = rulesOf(kind).cast(after);
    if (cast.length === 0) return;
    const had = new Set(
      rulesOf(kind)
        .cast(await before())
        .map(({ memberId }) => memberId),
    );
    const fresh = cast.filter(({ memberId }) => !had.has(memberId));
    if (fresh.length === 0) return;
    const members = family === null ? [] : await this.people.members(tx, actor, family.id);
    const stranger = fresh.find(({ memberId }) => !members.some(({ id }) => id === memberId));
    if (stranger !== undefined)
      throw Refusal.field(stranger.path, 'not-a-member', 'This is nobody in the family.');
  }
}
