import { create } from 'qrcode';

/** White around the square, in modules; readers need four. */
const QUIET = 4;

/** An address as a drawn square for a phone's camera, in SVG. It is drawn here: no address goes to anybody else's server. */
export function phoneSquare(address: string): string {
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  const size = modules.size + 2 * QUIET;
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}" shape-rendering="crispEdges"/></svg>`;
}
