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
    ['to an address of their own', ['accept', { isAddress: true, isShared: false }], null],
    ['to an address they share', ['accept', { isAddress: true, isShared: true }], 'contact-shared'],
    ['to a telephone', ['accept', { isAddress: false, isShared: false }], 'no-address'],
    ['to somebody who is in', ['new-pin', { isAddress: true, isShared: false }], 'in-person-only'],
  ])('%s', (_case, facts, hindrance) => {
    expect(mailHindrance(...facts)).toBe(hindrance);
  });
});
