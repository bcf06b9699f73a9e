import type { Concern, MemberId, MemberState, RolePlayScriptContent } from '@common-ground/contract';
import { Concerns } from '../../say-concern';

/** A role that a member of the family plays. */
export interface CastRole {
  readonly roleId: string;
  /** What the role is called. */
  readonly name: string;
  readonly memberId: MemberId;
  /** Dotted from the draft's root. */
  readonly path: string;
}

export function scriptCast({ roles }: RolePlayScriptContent): CastRole[] {
  return roles.flatMap(({ id, name, castTo }, index) =>
    castTo === undefined
      ? []
      : [{ roleId: id, name, memberId: castTo, path: `content.roles.${index}.castTo` }],
  );
}

/** What is to be known about the people of a family before roles are given to them. */
export interface CastFacts {
  readonly members: readonly { readonly id: MemberId; readonly state: MemberState }[];
  /** Why two members do not come together, or null. */
  keptApart(one: MemberId, other: MemberId): 'blocked' | 'held' | null;
}

/** What is not right about who plays whom: a script brings everybody who is cast in it into one room. */
export function castConcerns(cast: readonly CastRole[], facts: CastFacts): Concern[] {
  const concerns = new Concerns();
  cast.forEach(({ roleId, name, memberId, path }, index) => {
    const state = facts.members.find(({ id }) => id === memberId)?.state ?? 'removed';
    if (state === 'removed') concerns.must('cast-gone', path, roleId, { name });
    if (state === 'paused') concerns.may('cast-paused', path, roleId, { name });
    const apart = cast
      .slice(0, index)
      .filter((other) => other.memberId !== memberId)
      .map((other) => ({ other: other.name, why: facts.keptApart(memberId, other.memberId) }));
    const blocked = apart.find(({ why }) => why === 'blocked');
    const held = apart.find(({ why }) => why === 'held');
    if (blocked) concerns.must('cast-kept-apart', path, roleId, { name, other: blocked.other });
    else if (held) concerns.may('cast-held', path, roleId, { name, other: held.other });
  });
  return concerns.list;
}
