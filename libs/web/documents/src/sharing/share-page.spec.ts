import { TestBed } from '@angular/core/testing';
import { daysAfter, type DocumentId, type MemberId, type ShareId } from '@common-ground/contract';
import { Router } from '@angular/router';
import { HalfWritten, Problem, today } from '@common-ground/web/platform';
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import type { FakeServer } from '../testing/fake-server';
import { heading, opened, pick, press, settled } from '../testing/stage';
import { aLine, anApprovedDocument } from '../testing/worlds';

const AT = '/app/docs/doc-1/share';
const family = (server: FakeServer): void => {
  server.document = anApprovedDocument();
  server.lines = [
    aLine('Rosa', 'mother'),
    aLine('Maya', 'client', 'own-client'),
    aLine('David', 'father', 'no-consent'),
  ];
};

describe('sharing a worksheet', () => {
  it('says of each person what they will see, who reads their answers and why they may get it', async () => {
    await opened(AT, family);
    const rosa = screen.getByRole('checkbox', { name: 'Rosa (mother)' });
    const sees = document.getElementById(rosa.getAttribute('aria-describedby') ?? '')?.textContent ?? '';
    expect(sees).toContain('Sees “Mornings”, version 2, and their own answers. Nobody else’s.');
    expect(sees).toContain('Their answers can be read by Elena Ruiz');
    expect(sees).toContain(
      'Maya agreed on May 2, 2026 that Rosa (mother) may get worksheets, until June 1, 2027.',
    );
  });

  it('shows who cannot get it with the reason and the way forward, and does not let them be chosen', async () => {
    await opened(AT, family);
    expect(screen.queryByRole('checkbox', { name: /David/u })).toBeNull();
    const closed = within(screen.getByRole('region', { name: 'Who cannot get it now' }));
    expect(closed.getByText(/No consent covers worksheets for David/u)).toBeTruthy();
    expect(closed.getByRole('link', { name: 'Ask for a consent for David' }).getAttribute('href')).toBe(
      '/app/families/family-1/consents/new?member=david&kind=worksheet&paper=doc-1',
    );
  });

  it('names the people on the button', async () => {
    await opened(AT, family);
    await pick('Rosa (mother)');
    expect(screen.getByRole('button', { name: 'Send to Rosa (mother)' })).toBeTruthy();
    await pick('Maya (client)');
    expect(screen.getByRole('button', { name: 'Send to 2 people' })).toBeTruthy();
  });

  it('has a button that can always be pressed, and says so when nobody is chosen', async () => {
    const server = await opened(AT, family);
    await press('Send');
    expect(screen.getByRole('alert').textContent).toContain('Choose at least one person');
    expect(server.sent('POST documents/doc-1/shares')).toBeUndefined();
  });

  it('sends to the chosen, and says on its own page who can open it now', async () => {
    const server = await opened(AT, family);
    await pick('Rosa (mother)');
    await press('Send to Rosa (mother)');
    expect(server.sent('POST documents/doc-1/shares')).toEqual({ memberIds: ['rosa'] });
    expect(heading()).toBe('It is on its way to 1 person');
    expect(screen.getByText('Rosa (mother) can open “Mornings” now.')).toBeTruthy();
  });

  it('says of each person when it opens to them: what begins today is there now', async () => {
    await opened(AT, family);
    await pick('Rosa (mother)');
    await pick('Again and again, until a day');
    const last = screen.getByLabelText('The last day');
    fireEvent.input(last, { target: { value: daysAfter(today(), 3) } });
    await press('Send to Rosa (mother)');
    expect(screen.getByText(/^Rosa \(mother\) can open “Mornings” now\. It c/u)).toBeTruthy();
    expect(screen.queryByText(/waits/u)).toBeNull();
  });

  it('says where it opened to some and waits for others, by name', async () => {
    const server = await opened(AT, family);
    await pick('Rosa (mother)');
    await pick('Maya (client)');
    await press('Send to 2 people');
    TestBed.resetTestingModule();
    await opened(AT, (one) => {
      family(one);
      one.shares = server.shares.map((share) => ({
        ...share,
        people: share.people.map((person, at) => ({ ...person, opensOn: at === 0 ? 'now' : 'waits' })),
      }));
    });
    expect(screen.getByText(/Rosa \(mother\) has it now\. Maya \(client\) waits for it\./u)).toBeTruthy();
  });

  it('says whom nothing tells, with the way to their page, and how it looks to them', async () => {
    await opened(AT, (server) => {
      family(server);
      server.lines = [
        { ...aLine('Rosa', 'mother'), isUnreached: true },
        aLine('Maya', 'client', 'own-client'),
      ];
    });
    expect(screen.getByText(/^Nothing tells Rosa/u)).toBeTruthy();
    expect(screen.queryByText(/^Nothing tells Maya/u)).toBeNull();
    expect(screen.getByRole('link', { name: 'How to reach Rosa' }).getAttribute('href')).toBe(
      '/app/families/family-1/people/rosa',
    );
    expect(screen.getByRole('link', { name: 'See it as Maya' }).getAttribute('href')).toBe(
      '/app/docs/doc-1/as/maya',
    );
  });

  it('says of each who is not confirmed how they stand, and leads to where a block is lifted', async () => {
    await opened(AT, (server) => {
      family(server);
      server.lines = [
        aLine('Rosa', 'mother', 'member-not-confirmed', 'invited'),
        aLine('David', 'father', 'member-not-confirmed', 'accepted'),
        aLine('Leo', 'brother', 'member-not-confirmed', 'paused'),
        aLine('Sam', 'partner', 'blocked'),
      ];
    });
    const closed = within(screen.getByRole('region', { name: 'Who cannot get it now' }));
    const lines = closed.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(lines[0]).toContain('Rosa is not here yet: the invitation has not been used.');
    expect(lines[1]).toContain('David has not been confirmed yet. Confirm that it is really them first.');
    expect(lines[2]).toContain('Leo is paused, and gets nothing until you confirm them again.');
    expect(closed.getByRole('link', { name: 'Open “Keep people apart”' }).getAttribute('href')).toBe(
      '/app/families/family-1/people/apart',
    );
    expect(closed.getAllByRole('link', { name: /^Open .* to change this$/u })).toHaveLength(3);
  });

  it('says to whom mail comes back, with the way to their page', async () => {
    await opened(AT, (server) => {
      family(server);
      server.lines = [
        { ...aLine('Rosa', 'mother'), mailCameBack: true },
        aLine('Maya', 'client', 'own-client'),
      ];
    });
    expect(screen.getByText(/^The last e-mail to Rosa came back/u)).toBeTruthy();
    expect(screen.queryByText(/e-mail to Maya/u)).toBeNull();
    expect(screen.getByRole('link', { name: 'How to reach Rosa' })).toBeTruthy();
  });

  it('says of what has not opened that it was shared, of one person’s that it opens to them, and who had it', async () => {
    const shared = await opened(AT, (server) => {
      family(server);
      server.mayFollow = [{ documentId: 'doc-0' as DocumentId, title: 'Evenings', memberIds: [] }];
    });
    await pick('Rosa (mother)');
    await press('Send to Rosa (mother)');
    const [now] = shared.shares;
    if (now === undefined) throw new Error('Nothing was shared.');
    const after = { documentId: 'doc-0' as DocumentId, title: 'Evenings', days: 0 };
    const waits = {
      ...now,
      id: 'share-2' as ShareId,
      people: now.people.map((one) => ({
        ...one,
        ...{ memberId: 'maya' as MemberId, displayName: 'Maya', relation: 'client' as const },
        opensOn: 'waits',
      })),
      when: { startsOn: null, after, rhythm: null },
    };
    TestBed.resetTestingModule();
    await opened(AT, (server) => {
      family(server);
      server.lines = [aLine('Rosa', 'mother'), aLine('Maya', 'client', 'already-shared')];
      server.shares = [now, waits];
    });
    expect(screen.getByText(/^\s*Rosa \(mother\) has had version 2 since/u)).toBeTruthy();
    const toCome = screen.getByText(/^\s*Version 2 was shared with Maya \(client\) on/u);
    expect(toCome.textContent).toContain('It opens once they have sent “Evenings”.');
    expect(
      screen.getByText('Maya was given this version already. It has not opened to them yet.'),
    ).toBeTruthy();
    const rosa = screen.getByRole('checkbox', { name: 'Rosa (mother)' });
    expect(document.getElementById(rosa.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
      'Rosa has had this version before: they sent it in, or its time is over.',
    );
  });

  it('tells once that the note names somebody of another family, and sends it when it is meant', async () => {
    const server = await opened(AT, (one) => {
      family(one);
      one.wrongNamesInNote = ['Jonah'];
    });
    await pick('Rosa (mother)');
    fireEvent.input(screen.getByRole('textbox', { name: /A few words/u }), {
      target: { value: 'As with Jonah.' },
    });
    await press('Send to Rosa (mother)');
    expect(screen.getByRole('alert').textContent).toContain('The note names Jonah');
    expect(server.sent('POST documents/doc-1/shares')).toBeUndefined();
    await press('Send to Rosa (mother)');
    expect(server.sent('POST documents/doc-1/shares')).toMatchObject({
      note: 'As with Jonah.',
      namesMeant: true,
    });
  });

  it('tells at the note what only the server finds in it, and sends it when it is meant', async () => {
    const server = await opened(AT, family);
    await pick('Rosa (mother)');
    const note = screen.getByRole('textbox', { name: /A few words/u });
    fireEvent.input(note, { target: { value: 'As with Jonah.' } });
    const errors = [{ path: 'note', code: 'names-people', message: 'Jonah' }];
    const problem = new Problem(409, 'names-people', errors);
    server.refusals = [{ on: /^POST documents\/doc-1\/shares$/u, problem }];
    await press('Send to Rosa (mother)');
    expect(screen.getByRole('alert').textContent).toContain('The note names Jonah');
    expect(screen.queryByText(/Take them out first/u)).toBeNull();
    server.refusals = [];
    server.wrongNamesInNote = ['Jonah'];
    await press('Send to Rosa (mother)');
    expect(server.shares).toMatchObject([{ note: 'As with Jonah.' }]);
  });

  it('tells of the same words again where another document is shared', async () => {
    const server = await opened(AT, (one) => {
      family(one);
      one.wrongNamesInNote = ['Jonah'];
    });
    const send = async (): Promise<void> => {
      const rosa: HTMLInputElement = screen.getByRole('checkbox', { name: 'Rosa (mother)' });
      if (!rosa.checked) await pick('Rosa (mother)');
      fireEvent.input(screen.getByRole('textbox', { name: /A few words/u }), {
        target: { value: 'As with Jonah.' },
      });
      await press('Send to Rosa (mother)');
    };
    await send();
    server.document = { ...anApprovedDocument(), id: 'doc-2' as DocumentId };
    await TestBed.inject(Router).navigateByUrl('/app/docs/doc-2/share');
    await settled();
    await send();
    expect(screen.getByRole('alert').textContent).toContain('The note names Jonah');
    expect(server.sent('POST documents/doc-2/shares')).toBeUndefined();
  });

  it('explains a consent that was taken back in between, and shows what holds now', async () => {
    const server = await opened(AT, family);
    await pick('Rosa (mother)');
    server.refusals = [{ on: /^POST documents\/doc-1\/shares$/u, problem: new Problem(403, 'no-consent') }];
    server.lines = [aLine('Rosa', 'mother', 'consent-revoked'), aLine('Maya', 'client', 'own-client')];
    await press('Send to Rosa (mother)');
    expect(screen.getByRole('alert').textContent).toContain('a consent is missing or was just taken back');
    expect(screen.queryByRole('checkbox', { name: /Rosa/u })).toBeNull();
    expect(screen.getByText(/The consent for Rosa was taken back/u)).toBeTruthy();
  });

  it('says before anything is sent that the text names somebody of another family', async () => {
    await opened(AT, (server) => {
      family(server);
      server.wrongNames = [{ name: 'Jonah', blockId: 'what' }];
    });
    expect(screen.getByText(/The text names Jonah, who belongs to another family/u)).toBeTruthy();
  });

  it('offers no people while approval is missing, and says what comes first', async () => {
    await opened(AT, (server) => {
      family(server);
      server.held = 'needs-approval';
    });
    expect(screen.getByRole('region', { name: 'It needs approval first' })).toBeTruthy();
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Send/u })).toBeNull();
  });

  it('takes a share back after asking once, and says that it holds at once', async () => {
    const server = await opened(AT, family);
    await pick('Rosa (mother)');
    await press('Send to Rosa (mother)');
    TestBed.resetTestingModule();
    const again = await opened(AT, (one) => {
      family(one);
      one.shares = [...server.shares];
    });
    await press('Stop sharing with Rosa (mother)');
    expect(screen.getByText(/From this moment Rosa \(mother\) can no longer open it/u)).toBeTruthy();
    await press('Stop sharing with Rosa (mother)');
    expect(again.shares[0]?.revokedAt).not.toBeNull();
    expect(screen.getByText('Done. Rosa (mother) can no longer open it.')).toBeTruthy();
  });

  it('changes the hoped-for day and the words of what was shared', async () => {
    const server = await opened(AT, family);
    await pick('Rosa (mother)');
    await press('Send to Rosa (mother)');
    TestBed.resetTestingModule();
    const again = await opened(AT, (one) => {
      family(one);
      one.shares = [...server.shares];
    });
    await press('Change the days or the words for Rosa (mother)');
    const form = within(document.querySelector('cg-change-share') as HTMLElement);
    fireEvent.input(form.getByLabelText('A day you hope for (optional)'), {
      target: { value: '2027-03-04' },
    });
    fireEvent.input(form.getByRole('textbox'), { target: { value: 'Take your time.' } });
    await press('Keep the change');
    expect(again.sent('PUT shares/share-1')).toEqual({
      ...{ dueOn: '2027-03-04', openUntilOn: null, note: 'Take your time.' },
    });
    expect(screen.getByText('The words along with it: “Take your time.”')).toBeTruthy();
    expect(screen.getByText(/Hoped for by March 4, 2027/u)).toBeTruthy();
  });

  it('is open until a day: each person’s line says so before it is sent, and the share does after', async () => {
    const server = await opened(AT, family);
    await pick('Rosa (mother)');
    const untilOf = (value: string): void =>
      void fireEvent.input(screen.getByLabelText('Open until (optional)'), { target: { value } });
    untilOf('2020-01-01');
    await press('Send to Rosa (mother)');
    expect(screen.getAllByText('That day is over. Choose today or a later day').length).toBeGreaterThan(0);
    expect(server.shares).toEqual([]);
    const soon = daysAfter(new Date().toISOString().slice(0, 10), 20);
    untilOf(soon);
    expect((await screen.findAllByText(/^Can read and answer it until/u)).length).toBeGreaterThan(0);
    await press('Send to Rosa (mother)');
    expect(server.shares).toMatchObject([{ openUntilOn: soon }]);
  });

  it('says of a share whose last day is over that it was open until then, and gives it another day', async () => {
    const server = await opened(AT, family);
    await pick('Rosa (mother)');
    await press('Send to Rosa (mother)');
    TestBed.resetTestingModule();
    const again = await opened(AT, (one) => {
      family(one);
      one.shares = server.shares.map((share) => ({ ...share, openUntilOn: '2026-03-02', isOver: true }));
    });
    expect(screen.getByText(/It was open until March 2, 2026/u)).toBeTruthy();
    await press('Change the days or the words for Rosa (mother)');
    const form = within(document.querySelector('cg-change-share') as HTMLElement);
    const until = form.getByLabelText('Open until (optional)');
    fireEvent.input(until, { target: { value: '2026-03-01' } });
    await press('Keep the change');
    expect(form.getByText('That day is over. Choose today or a later day')).toBeTruthy();
    fireEvent.input(until, { target: { value: '' } });
    await press('Keep the change');
    expect(again.sent('PUT shares/share-1')).toMatchObject({ openUntilOn: null });
  });

  it.each([
    ['openUntilOn', 'same-version', 'Open until (optional)', /^Somebody was given this again/u],
    ['openUntilOn', 'ends-before-last', 'Open until (optional)', /^It would be over before/u],
    ['openUntilOn', 'unheard-of', 'Open until (optional)', /^This day cannot be the last one/u],
    ['dueOn', 'unheard-of', 'A day you hope for (optional)', /^Enter a real day/u],
  ])('says at its field what the server refuses of a change: %s, %s', async (path, code, label, words) => {
    const server = await opened(AT, family);
    await pick('Rosa (mother)');
    await press('Send to Rosa (mother)');
    TestBed.resetTestingModule();
    const again = await opened(AT, (one) => {
      family(one);
      one.shares = [...server.shares];
    });
    await press('Change the days or the words for Rosa (mother)');
    const form = within(document.querySelector('cg-change-share') as HTMLElement);
    fireEvent.input(form.getByRole('textbox'), { target: { value: 'Not to be lost' } });
    const errors = [{ path, code, message: code }];
    again.refusals.push({ on: /^PUT shares/u, problem: new Problem(422, 'invalid', errors) });
    await press('Keep the change');
    const field = form.getByLabelText(label);
    expect(
      document.getElementById(field.getAttribute('aria-describedby')?.split(' ').at(-1) ?? ''),
    ).toBeTruthy();
    expect(form.getByText(words)).toBeTruthy();
    expect(document.activeElement).toBe(field);
    expect(form.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Not to be lost');
    await press('Keep the change');
    expect(again.sent('PUT shares/share-1')).toMatchObject({ note: 'Not to be lost' });
  });

  describe('looking at it as one of them', () => {
    const chosen = (): boolean[] =>
      ['Rosa (mother)', 'Maya (client)'].map(
        (name) => screen.getByRole<HTMLInputElement>('checkbox', { name }).checked,
      );
    const note = (): HTMLTextAreaElement => screen.getByRole('textbox', { name: /A few words along/u });
    const go = async (url: string): Promise<void> => {
      await TestBed.inject(Router).navigateByUrl(url);
      await settled();
    };

    it('and coming back finds all that was chosen and typed', async () => {
      await opened(AT, family);
      await pick('Maya (client)');
      await pick('Again and again, until a day');
      const last = daysAfter(today(), 3);
      fireEvent.input(screen.getByLabelText('The last day'), { target: { value: last } });
      fireEvent.input(screen.getByLabelText('A day you hope for (optional)'), { target: { value: last } });
      fireEvent.input(note(), { target: { value: 'For the two of us' } });
      await go('/app/docs/doc-1/as/maya');
      await go(AT);
      expect(chosen()).toEqual([false, true]);
      expect(screen.getByLabelText<HTMLInputElement>('The last day').value).toBe(last);
      expect(screen.getByLabelText<HTMLInputElement>('A day you hope for (optional)').value).toBe(last);
      await waitFor(() => expect(note().value).toBe('For the two of us'));
    });

    it('and going anywhere else lets go of who was chosen, and keeps the words', async () => {
      await opened(AT, family);
      await pick('Maya (client)');
      fireEvent.input(note(), { target: { value: 'For the two of us' } });
      await go('/elsewhere');
      await go(AT);
      expect(chosen()).toEqual([false, false]);
      await waitFor(() => expect(note().value).toBe('For the two of us'));
    });

    it('the words are gone from the device once they are sent', async () => {
      await opened(AT, family);
      await pick('Maya (client)');
      fireEvent.input(note(), { target: { value: 'For the two of us' } });
      await waitFor(async () => expect(await TestBed.inject(HalfWritten).begun()).toHaveLength(1));
      await press('Send to Maya (client)');
      await waitFor(async () => expect(await TestBed.inject(HalfWritten).begun()).toEqual([]));
    });
  });

  describe('when there is a newer version than somebody has', () => {
    const aShare = (server: FakeServer): void => {
      family(server);
      const [rosa, maya] = [
        { memberId: 'rosa' as MemberId, displayName: 'Rosa', relation: 'mother' as const },
        { memberId: 'maya' as MemberId, displayName: 'Maya', relation: 'client' as const },
      ];
      server.shares = [
        {
          ...{
            id: 'share-1' as ShareId,
            documentId: 'doc-1' as DocumentId,
            version: 1,
            people: [rosa, maya].map((one) => ({ ...one, opensOn: 'now' })),
          },
          ...{
            dueOn: null,
            ...{ note: null, openUntilOn: null, isOver: false },
            sharedAt: '2026-05-03T09:00:00.000Z',
            revokedAt: null,
            stoppedAt: null,
          },
          ...{ when: { startsOn: null, after: null, rhythm: null }, nextOn: null, waiting: 0 },
          ...{ revision: 1, may: { change: true, revoke: true, stop: false, replace: true, remind: false } },
        },
      ];
      server.newer = { version: 2, gets: [rosa], keep: [maya], notNow: [], may: { replace: true } };
    };
    const ask = 'Give the newer version in place of this one: Rosa (mother) and Maya (client)';

    it('says who would get it and who keeps theirs before anything changes, and then who has it', async () => {
      const server = await opened(AT, aShare);
      await press(ask);
      const said = screen.getByText('Rosa (mother) has not begun, and gets version 2 in its place.');
      expect(document.activeElement).toBe(said);
      expect(screen.getByText('Maya (client) has begun or sent it, and keeps version 1.')).toBeTruthy();
      expect(screen.getByText(/those with different versions cannot choose each other/u)).toBeTruthy();
      expect(server.sent('POST shares/share-1/replace')).toBeUndefined();
      await press('Give it to Rosa (mother)');
      expect(screen.getByText('Done. Rosa (mother) has version 2 now.')).toBeTruthy();
      expect(screen.queryByRole('button', { name: /^Give/u })).toBeNull();
    });

    it('changes nothing when it is left as it is', async () => {
      await opened(AT, aShare);
      await press(ask);
      await press('Leave it as it is');
      expect(document.activeElement).toBe(screen.getByRole('button', { name: ask }));
    });

    it('offers nothing where everybody has begun, and says so', async () => {
      await opened(AT, (server) => {
        aShare(server);
        const people = server.shares[0]?.people ?? [];
        server.newer = { version: 2, gets: [], keep: people, notNow: [], may: { replace: false } };
      });
      await press(ask);
      expect(screen.getByText(/There is nobody who could get it/u)).toBeTruthy();
      expect(screen.queryByRole('button', { name: /^Give it/u })).toBeNull();
    });
  });
});
