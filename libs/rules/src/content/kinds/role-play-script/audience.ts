import type { Change, RolePlayScriptContent } from '@common-ground/contract';

/**
 * Who of the family plays in it now and did not before, and the other way round, by the names they are cast under; nothing
 * where the same people changed roles.
 */
export function audienceChange(before: RolePlayScriptContent, after: RolePlayScriptContent): Change[] {
  const [was, is] = [castNames(before), castNames(after)];
  const gained = [...is].flatMap(([member, name]) => (was.has(member) ? [] : [name]));
  const lost = [...was].flatMap(([member, name]) => (is.has(member) ? [] : [name]));
  if (gained.length + lost.length === 0) return [];
  return [{ sort: 'audience', blockId: null, from: listed(lost), to: listed(gained) }];
}

function castNames({ roles }: RolePlayScriptContent): ReadonlyMap<string, string> {
  return new Map(
    roles.flatMap(({ name, castAs, castTo }) =>
      castTo === undefined ? [] : [[castTo, castAs || name] as const],
    ),
  );
}

function listed(names: readonly string[]): string | null {
  return names.length === 0 ? null : names.join(', ');
}
