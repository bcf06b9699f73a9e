import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CarriedActions, CarryAction } from '@common-ground/contract';
import { Words, provideWords } from '@common-ground/web/platform';
import { fireEvent, screen } from '@testing-library/dom';
import { wordsFromDisk } from '../english-for-specs';
import { CarriedActionsList } from './carried-actions';
import { CarryingClient } from './carrying.client';

const paper = (documentId: string): object => ({
  ...{ documentId, kind: 'support-plan', title: documentId, state: 'draft' },
});

describe('the plan that steps go into', () => {
  let plans: readonly string[];
  let sent: CarryAction | null;
  let again: (stands: string) => Promise<unknown>;
  let settled: () => Promise<unknown>;

  async function opened(...first: string[]): Promise<void> {
    plans = first;
    sent = null;
    const action = { id: 'greeting', who: 'Rosa', what: 'Says good morning', when: 'Mondays', became: [] };
    const now = (): CarriedActions =>
      ({
        id: 'hour',
        actions: [action],
        plans: plans.map(paper),
        may: { carry: true },
      }) as unknown as CarriedActions;
    const client = {
      actions: async () => now(),
      carry: async (_id: string, how: CarryAction) => {
        sent = how;
        return now();
      },
    };
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideWords(),
        wordsFromDisk,
        { provide: CarryingClient, useValue: client },
      ],
    });
    await TestBed.inject(Words).begin();
    await TestBed.inject(Words).open('running');
    const fixture = TestBed.createComponent(CarriedActionsList);
    fixture.componentRef.setInput('id', 'hour');
    fixture.componentRef.setInput('stands', 'first');
    document.body.replaceChildren(fixture.nativeElement as HTMLElement);
    settled = () => fixture.whenStable();
    again = (stands) => {
      fixture.componentRef.setInput('stands', stands);
      return settled();
    };
    await settled();
  }
  const carried = async (): Promise<string | null | undefined> => {
    fireEvent.click(screen.getByRole('button', { name: /^Make it a step of the plan/u }));
    await settled();
    return sent?.documentId;
  };
  const pick = async (value: string): Promise<void> => {
    fireEvent.change(screen.getByRole('combobox'), { target: { value } });
    await settled();
  };

  it('stays the one that was offered first, whichever is changed last meanwhile', async () => {
    await opened('week', 'evenings');
    plans = ['evenings', 'week'];
    await again('second');
    expect(screen.getByRole<HTMLSelectElement>('combobox').value).toBe('week');
    expect(await carried()).toBe('week');
  });

  it('is another once it takes no more', async () => {
    await opened('week', 'evenings');
    plans = ['evenings'];
    await again('second');
    expect(await carried()).toBe('evenings');
  });

  it('is the one that was picked, also a new one', async () => {
    await opened('week', 'evenings');
    await pick('evenings');
    expect(await carried()).toBe('evenings');
    await pick('');
    await again('second');
    expect(await carried()).toBeNull();
  });

  it('is the first there is when there was none', async () => {
    await opened();
    expect(await carried()).toBeNull();
    plans = ['new'];
    await again('second');
    expect(await carried()).toBe('new');
  });
});
