import type { MailHindrance, MemberState } from '@common-ground/contract';
import { invitationSort, mailHindrance } from './invitations';

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

describe('an invitation by mail', () => {
  it.each<[string, Parameters<typeof mailHindrance>, MailHindrance | null]>([
    ['to an address of their own', ['accept', { isAddress: true, isShared: false, isSafe: true }], null],
    [
      'to an address they share',
      ['accept', { isAddress: true, isShared: true, isSafe: true }],
      'contact-shared',
    ],
    [
      'to somebody for whom mail is not safe',
      ['accept', { isAddress: true, isShared: false, isSafe: false }],
      'not-safe',
    ],
    ['to a telephone', ['accept', { isAddress: false, isShared: false, isSafe: true }], 'no-address'],
    [
      'to somebody who is in',
      ['new-pin', { isAddress: true, isShared: false, isSafe: true }],
      'in-person-only',
    ],
  ])('%s', (_case, facts, hindrance) => {
    expect(mailHindrance(...facts)).toBe(hindrance);
  });
});
