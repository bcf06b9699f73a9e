import { screen } from '@testing-library/dom';
import { sayNotBegun } from './not-begun';

it('says in both languages that the app could not begin, where help is, and tries again', () => {
  document.body.innerHTML = '<cg-root></cg-root>';
  const again = jest.fn();
  sayNotBegun(document, again);

  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('This page did not open');
  const inSpanish = screen.getByRole('heading', { level: 2, name: 'Esta página no se abrió' });
  expect(inSpanish.closest('[lang]')?.getAttribute('lang')).toBe('es');
  expect(screen.getAllByText(/911.*988/u)).toHaveLength(2);

  screen.getByRole('button', { name: 'Try again' }).click();
  screen.getByRole('button', { name: 'Intentar otra vez' }).click();
  expect(again).toHaveBeenCalledTimes(2);
});
