import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { NotebookText, SupervisionNotebook } from '@common-ground/contract';
import { SaveQueue, Words, provideWords } from '@common-ground/web/platform';
import { SpecServer, specServer } from '@common-ground/web/platform/server-for-specs';
import { fireEvent, screen } from '@testing-library/dom';
import { wordsFromDisk } from '../english-for-specs';
import { NotebookPage } from './notebook-page';

const NOTEBOOK = {
  id: 'n1',
  supervisor: { id: 'p1', displayName: 'Martha' },
  therapist: { id: 'p2', displayName: 'Elena' },
  goals: 'What stands there',
  themes: '',
  revision: 1,
  writtenBy: { id: 'p1', displayName: 'Martha' },
  writtenAt: '2026-11-29T10:00:00.000Z',
  may: { write: true },
} as unknown as SupervisionNotebook;
const PLACE = { key: 'notebooks/n1', path: 'notebooks/n1', revision: 1 };

describe('a notebook of a supervision', () => {
  let http: SpecServer;
  let queue: SaveQueue;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [...specServer, provideRouter([]), provideWords(), wordsFromDisk],
    });
    await TestBed.inject(Words).begin();
    await TestBed.inject(Words).open('people');
    http = TestBed.inject(SpecServer);
    queue = TestBed.inject(SaveQueue);
  });

  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      TestBed.tick();
    }
  };

  async function opened(notebook: SupervisionNotebook): Promise<void> {
    const fixture = TestBed.createComponent(NotebookPage);
    fixture.componentRef.setInput('id', 'n1');
    document.body.append(fixture.nativeElement as HTMLElement);
    await settled();
    http.expectOne({ method: 'GET', url: '/api/notebooks/n1' }).flush(notebook);
    await settled();
  }

  /** Words that were written here, and what the server said to them. */
  async function refused(words: NotebookText, status: number, problem: object): Promise<void> {
    const saving = queue.open<NotebookText>(PLACE);
    saving.write(words);
    saving.flush();
    await settled();
    http.expectOne({ method: 'PUT', url: '/api/notebooks/n1' }).flush({ status, ...problem }, { status });
    await settled();
  }

  it('shows words that were written before the supervision ended, until their author deletes them', async () => {
    await refused({ goals: 'Written on the train', themes: '' }, 403, { code: 'not-allowed' });
    await opened({ ...NOTEBOOK, may: { write: false } });
    expect(screen.getByText('Written on the train')).toBeTruthy();
    expect(screen.getByText('What stands there')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Copy them' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Delete them from this device' }));
    TestBed.tick();
    fireEvent.click(screen.getByRole('button', { name: 'Yes, delete them' }));
    await settled();
    expect(screen.queryByText('Written on the train')).toBeNull();
    expect(queue.hasUnsaved()).toBe(false);
  });

  it('says that the supervision has ended only where it has', async () => {
    const errors = [{ path: 'goals', code: 'maxLength', message: 'too long' }];
    await refused({ goals: 'Long', themes: '' }, 422, { code: 'invalid', errors });
    await opened(NOTEBOOK);
    expect(screen.queryByText(/has ended/u)).toBeNull();
    const goals = screen.getByRole('textbox', { name: 'Goals' });
    expect(goals.getAttribute('aria-invalid')).toBe('true');
  });

  it('offers to keep both texts only where a field holds them', async () => {
    const current = { ...NOTEBOOK, goals: 'a'.repeat(3_000), revision: 2 };
    const stale = { code: 'revision-stale', current, changedBy: 'Martha', changedAt: NOTEBOOK.writtenAt };
    await refused({ goals: 'b'.repeat(3_000), themes: '' }, 412, stale);
    await opened(current);
    expect(screen.queryByRole('button', { name: 'Keep both' })).toBeNull();
    expect(screen.getByText(/Shorten yours below/u)).toBeTruthy();
    const goals = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Goals' });
    goals.value = 'Shorter';
    fireEvent.input(goals);
    await settled();
    fireEvent.click(screen.getByRole('button', { name: 'Keep both' }));
    await settled();
    const { request } = http.expectOne({ method: 'PUT', url: '/api/notebooks/n1' });
    expect(request.body).toEqual({ goals: `${'a'.repeat(3_000)}\n\nShorter`, themes: '' });
  });
});
