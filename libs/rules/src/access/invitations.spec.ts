import type { MemberState } from '@common-ground/contract';
import { invitationSort } from './invitations';

describe('what an invitation does', () => {
  it.each<[MemberState, ReturnType<typeof invitationSort>]>([
    ['invited', 'accept'],
    ['accepted', 'accept'],
    ['confirmed', 'new-pin'],
    ['paused', 'new-pin'],
    ['removed', null],
  ])('for somebody %s: %s', (state, sort) => {
    expect(invitationSort(state)).toBe(sort);
  });
});
