import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

describe('docs/access.md', () => {
  it('says what the rules and the routes say today', () => {
    const printed = execFileSync(process.execPath, ['dist/apps/api/print-access.js'], { encoding: 'utf8' });
    expect(readFileSync('docs/access.md', 'utf8')).toBe(printed);
  });
});
