import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Family, InvitationOffer, MailedInvitation } from '@common-ground/contract';
import { Words, provideWords } from '@common-ground/web/platform';
import { SpecServer, specServer } from '@common-ground/web/platform/server-for-specs';
import { fireEvent, screen } from '@testing-library/dom';
import { wordsFromDisk } from '../english-for-specs';
import { FamiliesClient } from '../families/families.client';
import { InvitationsClient } from './invitations.client';
import { InvitePage } from './invite-page';

const INES = { id: 'ines', displayName: 'Inés', state: 'invited', may: { invite: true }, details: null };
const FAMILY = { id: 'torres', name: 'Torres family', members: [INES] } as unknown as Family;
const OFFER: InvitationOffer = { sort: 'accept', mail: { possible: true, to: 'ines@example.org' } };

describe('an invitation by mail', () => {
  async function sent(heldUntil: string | null): Promise<void> {
    const answer: MailedInvitation = { code: null, url: null, expiresAt: '2026-12-03T10:00:00Z', heldUntil };
    TestBed.configureTestingModule({
      providers: [
        ...[...specServer, provideRouter([]), provideWords(), wordsFromDisk],
        { provide: FamiliesClient, useValue: { family: async () => FAMILY } },
        { provide: InvitationsClient, useValue: { offer: async () => OFFER, make: async () => answer } },
      ],
    });
    TestBed.inject(SpecServer);
    await TestBed.inject(Words).begin();
    for (const area of ['people', 'invitations']) await TestBed.inject(Words).open(area);
    const fixture = TestBed.createComponent(InvitePage);
    fixture.componentRef.setInput('id', 'torres');
    fixture.componentRef.setInput('memberId', 'ines');
    document.body.replaceChildren(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
    fireEvent.click(screen.getByRole('radio', { name: 'By mail to ines@example.org' }));
    await fixture.whenStable();
    fireEvent.click(screen.getByRole('button', { name: 'Send the invitation to Inés' }));
    await fixture.whenStable();
  }
  const title = () => screen.getByRole('heading', { level: 1 }).textContent;

  it('is on its way where it goes at once', async () => {
    await sent(null);
    expect(title()).toBe('The invitation is on its way');
    expect(screen.queryByText(/That is not before/u)).toBeNull();
  });

  it('waits where the hours are not safe, and is not said to be on its way', async () => {
    await sent('2026-12-01T15:00:00Z');
    expect(title()).toBe('The invitation waits for the safe hours');
    expect(screen.getByText(/That is not before .*: the hours that are safe for Inés\./u)).toBeTruthy();
  });
});
