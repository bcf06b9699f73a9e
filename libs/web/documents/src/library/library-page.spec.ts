import type { Template } from '@common-ground/contract';
import { BUILT_IN_TEMPLATES } from '@common-ground/rules/content';
import { Problem } from '@common-ground/web/platform';
import { fireEvent, screen } from '@testing-library/dom';
import type { FakeServer } from '../testing/fake-server';
import { here, opened, pick, press, settled, type } from '../testing/stage';

const [first] = BUILT_IN_TEMPLATES;
const shelf = (server: FakeServer): void => {
  server.templates = BUILT_IN_TEMPLATES.slice(0, 1).map((one): Template => ({
    ...one,
    shelf: 'built-in',
    author: null,
    licence: 'product',
    licenceUntilOn: null,
    sharing: 'open',
    near: false,
    revision: 1,
    may: { copy: true, change: false, takeBack: false },
  }));
};

describe('the library', () => {
  it('begins a worksheet from a template for the family in the address', async () => {
    const server = await opened('/app/library?family=family-1', shelf);
    expect(screen.getByText('What you begin here is for Torres family.')).toBeTruthy();
    await press('Use this worksheet');
    expect(server.sent(`POST templates/${first?.id}/copy`)).toEqual({ familyId: 'family-1' });
    expect(here()).toBe('/app/docs/doc-1');
  });

  it('comes along with its family from the places that say "new"', async () => {
    await opened('/app/new?family=family-1', shelf);
    expect(here()).toBe('/app/library?family=family-1');
  });

  it('begins with a blank page, for nobody yet when no family is chosen', async () => {
    const server = await opened('/app/library?family=family-1', shelf);
    fireEvent.change(screen.getByRole('combobox', { name: 'For which family?' }), { target: { value: '' } });
    await settled();
    await press('Start from blank');
    expect(server.sent('POST documents')).toEqual({ kind: 'worksheet', title: 'Untitled worksheet' });
  });

  it('unfolds a template to be read where it stands, and fetches it only then', async () => {
    const server = await opened('/app/library', shelf);
    expect(server.sent(`GET templates/${first?.id}`)).toBeUndefined();
    await press('Read it');
    expect(screen.getByRole('button', { name: 'Fold it up' }).getAttribute('aria-expanded')).toBe('true');
    expect(screen.getAllByRole('heading', { level: 2 }).length).toBeGreaterThan(1);
  });

  it('looks for words and narrows by kind, and keeps both in the address', async () => {
    const server = await opened('/app/library?family=family-1', shelf);
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: ' quiet evenings ' } });
    await press('Look');
    fireEvent.change(screen.getByRole('combobox', { name: 'Kind' }), { target: { value: 'boundary-plan' } });
    await settled();
    expect(here()).toBe('/app/library?family=family-1&q=quiet%20evenings&kind=boundary-plan');
    expect(server.queries.filter(({ path }) => path === 'templates').at(-1)?.query).toMatchObject({
      q: 'quiet evenings',
      kind: 'boundary-plan',
    });
    expect(screen.getByText('One is here.')).toBeTruthy();
  });

  it('says when nothing is found, and leads back to everything', async () => {
    const server = await opened('/app/library?q=unheard', (it) => (it.templates = []));
    expect(screen.getByText(/Nothing here is about that/u)).toBeTruthy();
    shelf(server);
    await press('Show everything');
    expect(here()).toBe('/app/library');
    expect(screen.getByRole('article')).toBeTruthy();
  });

  it('says when what it found only comes close', async () => {
    await opened('/app/library?q=slpe', (server) => {
      shelf(server);
      server.templates = server.templates.map((one) => ({ ...one, near: true }));
    });
    expect(screen.getByText('Nothing has these very words. These come close.')).toBeTruthy();
  });

  it('shows more when there is more', async () => {
    const server = await opened('/app/library', (it) => {
      shelf(it);
      it.nextTemplates = 'further';
    });
    server.nextTemplates = null;
    server.templates = server.templates.map((one) => ({ ...one, id: 'another' }));
    await press('Show more');
    expect(server.queries.at(-1)?.query['cursor']).toBe('further');
    expect(screen.getAllByRole('article')).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('says why something cannot be shared, and how it could', async () => {
    await opened('/app/library', (server) => {
      shelf(server);
      server.templates = server.templates.map((one) => ({
        ...one,
        licence: 'permission',
        licenceUntilOn: '2026-01-01',
        sharing: 'licence-ended',
      }));
    });
    expect(screen.getByText('Not for sharing any more.')).toBeTruthy();
    expect(screen.getByText(/Renew it here/u)).toBeTruthy();
  });

  it('takes a template back only after asking once more', async () => {
    const server = await opened('/app/library', (it) => {
      shelf(it);
      it.templates = it.templates.map((one) => ({ ...one, may: { ...one.may, takeBack: true } }));
    });
    await press('Take back');
    await press('Leave it here');
    await press('Take back');
    await press('Take it back');
    expect(server.sent(`POST templates/${first?.id}/take-back`)).toEqual({});
    expect(screen.queryByRole('article')).toBeNull();
  });
});

describe('keeping a document as a template', () => {
  it('says what it is, and puts it on the shelf', async () => {
    const server = await opened('/app/docs/doc-1/template', shelf);
    await pick('Everybody on staff here');
    await type('What is it about?', 'evenings, money , evenings');
    await type('Where does it come from?', 'Written by our team');
    await press('Keep it in the library');
    expect(server.sent('POST templates')).toMatchObject({
      documentId: 'doc-1',
      shelf: 'practice',
      tags: ['evenings', 'money'],
      source: 'Written by our team',
      licence: 'own-words',
    });
    expect(here()).toBe('/app/library?shelf=practice');
  });

  it('needs to know where it comes from', async () => {
    const server = await opened('/app/docs/doc-1/template', shelf);
    await press('Keep it in the library');
    expect(server.sent('POST templates')).toBeUndefined();
    expect(
      screen.getByRole('textbox', { name: 'Where does it come from?' }).getAttribute('aria-invalid'),
    ).toBe('true');
  });

  it('shows the names that stand in it, and goes on when they are only words', async () => {
    const server = await opened('/app/docs/doc-1/template', (it) => {
      shelf(it);
      const errors = [{ path: 'documentId', code: 'names-people', message: 'Hope' }];
      it.refusals = [{ on: /^POST templates$/u, problem: new Problem(409, 'names-people', errors) }];
    });
    await type('Where does it come from?', 'Us');
    await press('Keep it in the library');
    expect(screen.getByText(/people you work with: Hope\./u)).toBeTruthy();
    await pick('They are ordinary words here, not people');
    await press('Keep it in the library');
    expect(server.sent('POST templates')).toMatchObject({ namesNobody: true });
  });

  it('says of what was begun from a template what that one says of itself', async () => {
    await opened('/app/docs/doc-1/template', (server) => {
      shelf(server);
      server.document = { ...server.document, fromTemplateId: first?.id ?? null };
      server.templates = server.templates.map((one) => ({
        ...one,
        licence: 'unknown',
        source: 'A photocopy',
      }));
    });
    expect(screen.getByRole('textbox', { name: 'Where does it come from?' })).toHaveProperty(
      'value',
      'A photocopy',
    );
    expect(screen.getByRole('radio', { name: 'I do not know' })).toHaveProperty('checked', true);
  });
});

describe('checking a template again', () => {
  const mine = (server: FakeServer): void => {
    shelf(server);
    server.templates = server.templates.map((one) => ({
      ...one,
      shelf: 'own',
      licence: 'permission',
      may: { ...one.may, change: true },
    }));
  };

  it('renews a permission', async () => {
    const server = await opened(`/app/library/${first?.id}`, mine);
    fireEvent.input(screen.getByLabelText('Until which day?'), { target: { value: '2027-06-30' } });
    await press('I checked it today');
    expect(server.sent(`PUT templates/${first?.id}`)).toMatchObject({
      licence: 'permission',
      licenceUntilOn: '2027-06-30',
    });
    expect(here()).toBe('/app/library?shelf=own');
  });

  it('writes nothing over what somebody else said meanwhile', async () => {
    await opened(`/app/library/${first?.id}`, (server) => {
      mine(server);
      server.refusals = [{ on: /^PUT templates/u, problem: new Problem(412, 'revision-stale') }];
    });
    await press('I checked it today');
    expect(screen.getByText(/nothing was written over it/u)).toBeTruthy();
  });

  it('is for whoever keeps it', async () => {
    await opened(`/app/library/${first?.id}`, shelf);
    expect(screen.queryByRole('button', { name: 'I checked it today' })).toBeNull();
  });
});
