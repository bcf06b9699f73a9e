import type { MemberId } from '@common-ground/contract';
import { blankRole, blankRolePlayScript } from './blank';
import { castConcerns, scriptCast, type CastFacts } from './cast';
import { scriptForAnybody } from './for-anybody';

const [ROSA, LEO] = ['rosa', 'leo'] as MemberId[] as [MemberId, MemberId];
const script = {
  ...blankRolePlayScript('en'),
  roles: [
    { ...blankRole('me'), name: 'The one who asks', castAs: 'Rosa', castTo: ROSA },
    { ...blankRole('other'), name: 'The other one', castAs: 'Leo', castTo: LEO },
    { ...blankRole('third'), name: 'Somebody', castAs: 'Anybody' },
  ],
};
const both = (over: Partial<CastFacts> = {}): string[] =>
  castConcerns(scriptCast(script), {
    members: [
      { id: ROSA, state: 'confirmed' },
      { id: LEO, state: 'invited' },
    ],
    keptApart: () => null,
    ...over,
  }).map(({ code, blockId, blocks }) => `${blocks ? 'must' : 'may'} ${code} ${blockId ?? ''}`);

describe('who plays whom', () => {
  it('needs nothing while everybody is there and may meet', () => {
    expect(both()).toEqual([]);
  });

  it('is looked at again when somebody has left, is paused, or is kept apart from another', () => {
    expect(both({ members: [{ id: ROSA, state: 'paused' }] })).toEqual([
      'may cast-paused me',
      'must cast-gone other',
    ]);
    expect(both({ keptApart: () => 'blocked' })).toEqual(['must cast-kept-apart other']);
    expect(both({ keptApart: () => 'held' })).toEqual(['may cast-held other']);
  });

  it('is nobody in a script to begin others from', () => {
    const { roles } = scriptForAnybody(script);
    expect(roles.map(({ castAs }) => castAs)).toEqual(['', '', '']);
    expect(roles.some((role) => 'castTo' in role)).toBe(false);
  });
});
