import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Family, Holds, NewHold } from '@common-ground/contract';
import { Words, provideWords } from '@common-ground/web/platform';
import { SpecServer, specServer } from '@common-ground/web/platform/server-for-specs';
import { fireEvent, screen } from '@testing-library/dom';
import { wordsFromDisk } from '../english-for-specs';
import { FamiliesClient } from '../families/families.client';
import { ApartPage } from './apart-page';
import { MembersClient } from './members.client';

const [ROSA, DAVID, SAM] = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
const FAMILY = {
  ...{ id: 'torres', name: 'Torres family' },
  members: [
    { id: ROSA, displayName: 'Rosa', state: 'confirmed' },
    { id: DAVID, displayName: 'David', state: 'confirmed' },
    { id: SAM, displayName: 'Sam', state: 'confirmed' },
  ],
} as unknown as Family;

describe('putting somebody on hold', () => {
  it('says before it is confirmed how much of what is open to them closes', async () => {
    const held: NewHold[] = [];
    const wouldClose = [
      { memberId: ROSA, pieces: 3 },
      { memberId: DAVID, pieces: 1 },
    ];
    const holds = { items: [], next: null, wouldClose } as unknown as Holds;
    const client = {
      blocks: async () => [],
      holds: async () => holds,
      hold: async (_family: unknown, body: NewHold) => void held.push(body),
    };
    TestBed.configureTestingModule({
      providers: [
        ...[...specServer, provideRouter([]), provideWords(), wordsFromDisk],
        { provide: FamiliesClient, useValue: { family: async () => FAMILY } },
        { provide: MembersClient, useValue: client },
      ],
    });
    TestBed.inject(SpecServer);
    await TestBed.inject(Words).begin();
    await TestBed.inject(Words).open('people');
    const fixture = TestBed.createComponent(ApartPage);
    fixture.componentRef.setInput('id', 'torres');
    document.body.replaceChildren(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
    const choose = async (label: string, value = ''): Promise<void> => {
      fireEvent.input(screen.getByRole('combobox', { name: label }), { target: { value } });
      await fixture.whenStable();
    };
    /** What the button is described by. */
    const closes = (): string | undefined =>
      document
        .getElementById(
          screen.getByRole('button', { name: 'Keep apart' }).getAttribute('aria-describedby') ?? '',
        )
        ?.querySelector('strong')
        ?.textContent.trim();

    expect(closes()).toBeUndefined();
    await choose('Who?', ROSA);
    expect(closes()).toBe('3 pieces that are open to Rosa now close.');
    await choose('Who?', DAVID);
    expect(closes()).toBe('1 piece that is open to David now closes.');
    await choose('Who?', SAM);
    expect(closes()).toBe('Nothing that is open to Sam now closes.');
    // From somebody it is a block, which says nothing of pieces.
    await choose('From whom?', ROSA);
    expect(closes()).toBeUndefined();
    expect(held).toEqual([]);
  });
});
