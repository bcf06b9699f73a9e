import type { Template } from '@common-ground/contract';
import { BUILT_IN_TEMPLATES } from '@common-ground/rules/content';
import { fireEvent, screen } from '@testing-library/dom';
import type { FakeServer } from '../testing/fake-server';
import { here, opened, press, settled } from '../testing/stage';

const [first] = BUILT_IN_TEMPLATES;
const shelf = (server: FakeServer): void => {
  server.templates = BUILT_IN_TEMPLATES.slice(0, 1).map((one): Template => ({
    ...one,
    may: { copy: true },
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

  it('unfolds a template to be read where it stands', async () => {
    await opened('/app/library', shelf);
    await press('Read it');
    expect(screen.getByRole('button', { name: 'Fold it up' }).getAttribute('aria-expanded')).toBe('true');
    expect(screen.getAllByRole('heading', { level: 2 }).length).toBeGreaterThan(1);
  });
});
