import { TestBed } from '@angular/core/testing';
import type { PrivateNote } from '@common-ground/contract';
import { SaveQueue, Words, provideWords } from '@common-ground/web/platform';
import { SpecServer, specServer } from '@common-ground/web/platform/server-for-specs';
import { fireEvent, screen } from '@testing-library/dom';
import { wordsFromDisk } from '../english-for-specs';
import { PrivateNotes } from './private-notes';

const URL = '/api/sessions/s1/note';
const note = (notes: string, revision: number): PrivateNote => ({
  ...{ preparation: '', notes, revision },
  savedAt: '2026-11-29T10:00:00.000Z',
});

describe('what a therapist writes for nobody but themselves', () => {
  let http: SpecServer;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [...specServer, provideWords(), wordsFromDisk],
    });
    await TestBed.inject(Words).begin();
    await TestBed.inject(Words).open('sessions');
    http = TestBed.inject(SpecServer);
  });

  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      TestBed.tick();
    }
  };

  it('shows what was written on another device, and keeps both', async () => {
    const saving = TestBed.inject(SaveQueue).open({
      key: 'sessions/s1/note',
      path: 'sessions/s1/note',
      revision: 1,
    });
    saving.write({ preparation: '', notes: 'On the phone' });
    saving.flush();
    await settled();
    const current = note('At the desk', 2);
    http
      .expectOne({ method: 'PUT', url: URL })
      .flush({ status: 412, code: 'revision-stale', current }, { status: 412 });
    const fixture = TestBed.createComponent(PrivateNotes);
    fixture.componentRef.setInput('id', 's1');
    document.body.append(fixture.nativeElement as HTMLElement);
    await settled();
    http.expectOne({ method: 'GET', url: URL }).flush(current);
    await settled();
    expect(screen.getByText('At the desk')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Keep both' }));
    await settled();
    const { request } = http.expectOne({ method: 'PUT', url: URL });
    expect(request.body).toEqual({ preparation: '', notes: 'At the desk\n\nOn the phone' });
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Psychotherapy notes' }).value).toBe(
      'At the desk\n\nOn the phone',
    );
  });

  it('leaves words that were written too late to their author, to be copied and deleted', async () => {
    const at = { key: 'sessions/s1/note', path: 'sessions/s1/note', revision: 1 };
    const saving = TestBed.inject(SaveQueue).open<Pick<PrivateNote, 'preparation' | 'notes'>>(at);
    saving.write({ preparation: '', notes: 'Written on the train' });
    saving.flush();
    await settled();
    http.expectOne({ method: 'PUT', url: URL }).flush({ status: 404, code: 'not-found' }, { status: 404 });
    const fixture = TestBed.createComponent(PrivateNotes);
    fixture.componentRef.setInput('id', 's1');
    document.body.append(fixture.nativeElement as HTMLElement);
    await settled();
    http.expectOne({ method: 'GET', url: URL }).flush({ status: 404, code: 'not-found' }, { status: 404 });
    await settled();
    expect(screen.getByText('Written on the train')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Copy them' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Delete them from this device' }));
    TestBed.tick();
    fireEvent.click(screen.getByRole('button', { name: 'Yes, delete them' }));
    await settled();
    expect(screen.queryByText('Written on the train')).toBeNull();
    expect(TestBed.inject(SaveQueue).hasUnsaved()).toBe(false);
  });
});
