import type { RolePlayScriptContent } from '@common-ground/contract';

/** A script to begin others from: whoever plays in it is not chosen yet. */
export function scriptForAnybody(content: RolePlayScriptContent): RolePlayScriptContent {
  return {
    ...content,
    roles: content.roles.map(({ castTo: _castTo, ...role }) => ({ ...role, castAs: '' })),
  };
}
