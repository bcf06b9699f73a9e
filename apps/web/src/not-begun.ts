/** The words come along: when the app could not begin, none could be fetched, and nobody knows in which language. */
const SAID = [
  {
    language: 'en',
    title: 'This page did not open',
    lead: 'Maybe the line is poor. Try again in a moment.',
    act: 'Try again',
    danger: 'In danger now, call 911. In a crisis, call or text 988.',
  },
  {
    language: 'es',
    title: 'Esta página no se abrió',
    lead: 'Tal vez la conexión es débil. Intente otra vez en un momento.',
    act: 'Intentar otra vez',
    danger: 'Si hay peligro ahora, llame al 911. En una crisis, llame o mande un mensaje al 988.',
  },
] as const;

/** Stands where the app would be when it could not begin, so that nobody looks at an empty page. */
export function sayNotBegun(document: Document, again: () => void): void {
  const root = document.querySelector('cg-root');
  root?.replaceChildren(
    ...SAID.map(({ language, title, lead, act, danger }, at) => {
      const part = document.createElement('section');
      part.lang = language;
      const said = (name: 'h1' | 'h2' | 'p', text: string): HTMLElement => {
        const element = document.createElement(name);
        element.textContent = text;
        return element;
      };
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'cg-button';
      button.textContent = act;
      button.addEventListener('click', again);
      part.append(said(at === 0 ? 'h1' : 'h2', title), said('p', lead), button, said('p', danger));
      return part;
    }),
  );
}
