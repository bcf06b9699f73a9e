import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ConsentRequest, Family, NewConsentRequest } from '@common-ground/contract';
import { Problem, Words, provideWords } from '@common-ground/web/platform';
import { SpecServer, specServer } from '@common-ground/web/platform/server-for-specs';
import { fireEvent, screen } from '@testing-library/dom';
import { wordsFromDisk } from '../english-for-specs';
import { FamiliesClient } from '../families/families.client';
import { AskForConsentPage } from './ask-page';
import { ConsentsClient } from './consents.client';

const DAVID = '00000000-0000-4000-8000-000000000001';
const FAMILY = {
  ...{ id: 'torres', name: 'Torres family', client: { id: 'maya', displayName: 'Maya' } },
  members: [{ id: DAVID, displayName: 'David', relation: 'father', state: 'confirmed' }],
} as unknown as Family;

describe('asking for a consent', () => {
  it('tells once that what it is for names somebody of another family, and asks when that is meant', async () => {
    const sent: NewConsentRequest[] = [];
    const ask = async (_family: unknown, request: NewConsentRequest): Promise<ConsentRequest> => {
      const errors = [{ path: 'purpose', code: 'names-people', message: 'Jonah' }];
      if (request.purpose.includes('Jonah') && request.namesMeant !== true)
        throw new Problem(409, 'names-people', errors);
      sent.push(request);
      throw new Problem(404, 'not-found');
    };
    TestBed.configureTestingModule({
      providers: [
        ...[...specServer, provideRouter([]), provideWords(), wordsFromDisk],
        { provide: FamiliesClient, useValue: { family: async () => FAMILY } },
        { provide: ConsentsClient, useValue: { ask } },
      ],
    });
    TestBed.inject(SpecServer);
    await TestBed.inject(Words).begin();
    for (const area of ['people', 'privacy']) await TestBed.inject(Words).open(area);
    const fixture = TestBed.createComponent(AskForConsentPage);
    fixture.componentRef.setInput('id', 'torres');
    fixture.componentRef.setInput('member', DAVID);
    fixture.componentRef.setInput('kind', 'worksheet');
    document.body.replaceChildren(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
    const purpose = screen.getByRole<HTMLInputElement>('textbox', { name: 'What it is for' });
    const type = async (value: string): Promise<void> => {
      fireEvent.input(purpose, { target: { value } });
      await fixture.whenStable();
    };
    const press = async (name: string): Promise<void> => {
      fireEvent.click(screen.getByRole('button', { name }));
      // What is checked here is read when it is needed first.
      await import('@common-ground/contract');
      await fixture.whenStable();
    };

    await type('As with Jonah');
    await press('Ask Maya');
    expect(
      screen.getByText(
        'This names Jonah, who belongs to another family. Nothing was asked. Change it, or ask with these words.',
      ),
    ).toBeTruthy();
    expect([purpose.value, purpose.getAttribute('aria-invalid')]).toEqual(['As with Jonah', 'true']);
    // Other words are asked about anew.
    await type('As with Jonah, at home');
    expect(screen.queryByText(/This names Jonah/u)).toBeNull();
    await press('Ask Maya');
    expect(sent).toEqual([]);
    await press('Ask Maya with these words');
    expect(sent).toMatchObject([{ purpose: 'As with Jonah, at home', namesMeant: true }]);
  });
});
