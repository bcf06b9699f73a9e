import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { HalfWritten, Session, type SignOutOutcome, Words, provideWords } from '@common-ground/web/platform';
import { screen } from '@testing-library/dom';
import { wordsFromDisk } from '../english-for-specs';
import { SignOutPage } from './sign-out-page';

const BEGUN = [
  { key: 'half-said/1/verdict', at: '/app/reviews/1' },
  { key: 'half-said/1/part/a', at: '/app/reviews/1' },
  { key: 'half-said/1/part/b', at: '/app/reviews/1' },
  { key: 'notes/2', at: '' },
  { key: 'notes/piece/3', at: '' },
];

describe('the sign-out page', () => {
  const signOut = jest.fn<Promise<SignOutOutcome>, [boolean]>();

  async function opened(outcome: SignOutOutcome): Promise<void> {
    signOut.mockReset().mockImplementation(async (isSure) => (isSure ? 'done' : outcome));
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideWords(),
        wordsFromDisk,
        { provide: Session, useValue: { signOut } },
        { provide: HalfWritten, useValue: { begun: async () => BEGUN } },
      ],
    });
    localStorage.clear();
    await TestBed.inject(Words).begin();
    await TestBed.inject(Words).open('people');
    const fixture = TestBed.createComponent(SignOutPage);
    document.body.replaceChildren(fixture.nativeElement as HTMLElement);
    await settled();
  }

  async function settled(): Promise<void> {
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      TestBed.tick();
    }
  }

  it('says what was begun and not sent, leads back to it, and signs out when somebody is sure', async () => {
    await opened('half-written');
    expect(
      screen.getByRole('heading', { name: 'You began to write something and did not send it' }),
    ).toBeTruthy();
    expect(screen.queryByText(/reach the server/u)).toBeNull();
    expect(screen.queryByText(/wait$/u)).toBeNull();
    const links = screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]);
    expect(links).toEqual([
      ['A verdict on a document', '/app/reviews/1'],
      ['A comment on a document', '/app/reviews/1'],
      ['See these words, copy them or throw them away', '/left-words'],
    ]);
    expect(screen.getByText('A note to an answer')).toBeTruthy();
    expect(screen.getByText('A note to a whole piece')).toBeTruthy();
    screen.getByRole('button', { name: 'Sign out and lose them' }).click();
    await settled();
    expect(signOut.mock.calls).toEqual([[false], [true]]);
    expect(screen.getByRole('heading', { name: 'You are signed out' })).toBeTruthy();
  });

  it('says of words on their way that the server was not reached, and what else would be lost', async () => {
    await opened('unsaved');
    expect(screen.getByRole('heading', { name: 'Some words are not saved yet' })).toBeTruthy();
    expect(screen.getByText(/reach the server/u)).toBeTruthy();
    expect(screen.getByText('A note to an answer')).toBeTruthy();
  });
});
