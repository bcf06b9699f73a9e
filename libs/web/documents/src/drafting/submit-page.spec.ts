import { TestBed } from '@angular/core/testing';
import { HalfWritten, Problem } from '@common-ground/web/platform';
import { fireEvent, screen, waitFor } from '@testing-library/dom';
import { again, heading, opened, press, settled, type } from '../testing/stage';
import { CONTENT, aDocument } from '../testing/worlds';

const AT = '/app/docs/doc-1/submit';

describe('sending a worksheet for review', () => {
  it('names the supervisor on the button, sends the note along and says what happens now', async () => {
    const server = await opened(AT);
    await type(/Note to your supervisor/u, ' For Thursday. ');
    await press('Send to Martha Okafor');
    expect(server.sent('POST documents/doc-1/submit')).toEqual({
      supervisorId: 'martha',
      note: 'For Thursday.',
    });
    expect(heading()).toBe('It is with Martha Okafor');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  it('sends along what is ticked, and ticks what went along before', async () => {
    const updatedAt = '2026-11-20T10:00:00.000Z';
    const server = await opened(AT, (one) => {
      one.attachable = [
        { id: 'kept' as never, kind: 'worksheet', title: 'Evenings', updatedAt, wasAttached: true },
        { id: 'new' as never, kind: 'boundary-plan', title: 'Weekends', updatedAt, wasAttached: false },
        { id: 'other' as never, kind: 'worksheet', title: 'Money', updatedAt, wasAttached: true },
      ];
    });
    const box = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name });
    expect([/Evenings/u, /Weekends/u, /Money/u].map((name) => box(name).checked)).toEqual([
      true,
      false,
      true,
    ]);
    fireEvent.click(box(/Weekends/u));
    fireEvent.click(box(/Money/u));
    await settled();
    // Refused, the choice is still there, and what is refused is said.
    server.refusals = [
      {
        on: /^POST/u,
        problem: new Problem(422, 'invalid', [{ path: 'attach', code: 'not-attachable', message: '' }]),
      },
    ];
    await press('Send to Martha Okafor');
    expect(screen.getByRole('alert').textContent).toContain('cannot go along');
    expect([/Evenings/u, /Weekends/u, /Money/u].map((name) => box(name).checked)).toEqual([
      true,
      true,
      false,
    ]);
    await press('Send to Martha Okafor');
    expect(server.sent('POST documents/doc-1/submit')).toEqual({
      ...{ supervisorId: 'martha', note: '' },
      attach: ['kept', 'new'],
    });
  });

  it('leaves out what may go along no more, also where it was ticked', async () => {
    const updatedAt = '2026-11-20T10:00:00.000Z';
    const kept = { id: 'kept' as never, kind: 'worksheet' as const, title: 'Evenings', updatedAt };
    const gone = { ...kept, id: 'gone' as never, title: 'Money', wasAttached: true };
    const server = await opened(AT, (one) => (one.attachable = [{ ...kept, wasAttached: true }, gone]));
    server.refusals = [
      {
        on: /^POST/u,
        problem: new Problem(422, 'invalid', [{ path: 'attach', code: 'not-attachable', message: '' }]),
      },
    ];
    server.attachable = [{ ...kept, wasAttached: true }];
    await press('Send to Martha Okafor');
    expect(screen.queryByRole('checkbox', { name: /Money/u })).toBeNull();
    await press('Send to Martha Okafor');
    expect(server.sent('POST documents/doc-1/submit')).toMatchObject({ attach: ['kept'] });
  });

  it('shows more of what may go along, and what was ticked there stays ticked when it is refused', async () => {
    const server = await opened(AT, (one) => {
      one.attachableAtOnce = 2;
      one.attachable = Array.from({ length: 5 }, (_, at) => ({
        ...{ id: `paper-${at}` as never, kind: 'worksheet' as const, title: `Paper ${at}` },
        ...{ updatedAt: '2026-11-20T10:00:00.000Z', wasAttached: at === 0 },
      }));
    });
    const box = (at: number) =>
      screen.queryByRole<HTMLInputElement>('checkbox', { name: `Paper ${at} Worksheet` });
    expect([box(0)?.checked, box(1)?.checked, box(2)]).toEqual([true, false, null]);
    fireEvent.click(box(0) as HTMLElement);
    server.refusals = [{ on: /^GET .*attachable/u, problem: new Problem(0, 'offline') }];
    await press('Show more documents');
    expect(screen.getByRole('alert')).toBeTruthy();
    await press('Show more documents');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(document.activeElement).toBe(box(2));
    // What was unticked before stays so.
    expect([box(0)?.checked, box(2)?.checked, box(4)]).toEqual([false, false, null]);
    await press('Show more documents');
    expect(document.activeElement).toBe(box(4));
    fireEvent.click(box(4) as HTMLElement);
    await settled();
    expect(screen.queryByRole('button', { name: 'Show more documents' })).toBeNull();
    server.refusals = [
      {
        on: /^POST/u,
        problem: new Problem(422, 'invalid', [{ path: 'attach', code: 'not-attachable', message: '' }]),
      },
    ];
    await press('Send to Martha Okafor');
    expect([box(0)?.checked, box(4)?.checked]).toEqual([false, true]);
    await press('Send to Martha Okafor');
    expect(server.sent('POST documents/doc-1/submit')).toMatchObject({ attach: ['paper-4'] });
  });

  it('keeps a note that was begun on the device until it is sent', async () => {
    await opened(AT);
    const note = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Note to your supervisor/u });
    await type(/Note to your supervisor/u, 'For Thursday');
    await again(AT);
    expect(note().value).toBe('For Thursday');
    await type(/Note to your supervisor/u, ' ');
    await expect(TestBed.inject(HalfWritten).begun()).resolves.toEqual([]);
    await type(/Note to your supervisor/u, 'For Friday');
    await press('Send to Martha Okafor');
    await expect(TestBed.inject(HalfWritten).begun()).resolves.toEqual([]);
  });

  it('keeps words of the note that were typed while it went', async () => {
    const server = await opened(AT);
    await type(/Note to your supervisor/u, 'For Thursday');
    const note = screen.getByRole('textbox', { name: /Note to your supervisor/u });
    fireEvent.click(screen.getByRole('button', { name: 'Send to Martha Okafor' }));
    fireEvent.input(note, { target: { value: 'For Thursday, or later' } });
    await settled();
    expect(server.sent('POST documents/doc-1/submit')).toMatchObject({ note: 'For Thursday' });
    await expect(TestBed.inject(HalfWritten).begun()).resolves.toMatchObject([
      { key: 'document-note/doc-1', body: 'For Thursday, or later' },
    ]);
  });

  it('lists what has to be mended, and sends nothing before', async () => {
    const server = await opened(AT, (one) => {
      one.document = aDocument({ content: { ...CONTENT, blocks: [] } });
    });
    expect(screen.getByText(/Nothing is asked yet/u)).toBeTruthy();
    await press('Send to Martha Okafor');
    expect(screen.getByRole('alert').textContent).toContain('Mend what is listed below first');
    expect(server.sent('POST documents/doc-1/submit')).toBeUndefined();
  });

  it('says so when nobody supervises the author', async () => {
    await opened(AT, (server) => (server.document = aDocument({ supervision: [] })));
    await press('Send for review');
    expect(screen.getByRole('alert').textContent).toContain('Choose whom it goes to');
    expect(screen.getByText(/Nobody supervises you at the moment/u)).toBeTruthy();
  });

  it('sends nothing while the newest words are not with the server', async () => {
    const server = await opened('/app/docs/doc-1');
    server.refusals = Array.from({ length: 9 }, () => ({
      on: /^PUT/u,
      problem: new Problem(422, 'invalid'),
    }));
    await type('Title of the worksheet', 'Evenings');
    await waitFor(() => screen.getByRole('alert'), { timeout: 3_000 });
    fireEvent.click(screen.getByRole('link', { name: /for review/u }));
    await settled();
    expect(screen.getByText(/Your newest words are not saved yet/u)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Send/u })).toBeNull();
  });
});
