import { Type } from 'class-transformer';
import { IsString, ValidateNested } from 'class-validator';
import { Refusal } from '../problems/refusal';
import { BodyPipe } from './body.pipe';

class Line {
  @IsString() words!: string;
}
class Page {
  @ValidateNested({ each: true })
  @Type(() => Line)
  lines!: Line[];
}

const taken = (body: unknown): Promise<unknown> =>
  new BodyPipe().transform(body, { type: 'body', metatype: Page });
const refused = (body: unknown): Promise<unknown> =>
  taken(body).then(
    () => 'taken',
    ({ particulars }: { readonly particulars: { readonly errors: unknown } }) => particulars.errors,
  );

describe('a body', () => {
  it('is taken with its text clean, wherever it lies, and leaves what came as it was', async () => {
    const came = { lines: [{ words: 'as it is' }, { words: 'a\u0000b' }, { ['wo\u0000rds']: 'c\uD800' }] };
    const before = structuredClone(came);
    const page = (await taken(came)) as Page;
    expect(page).toBeInstanceOf(Page);
    expect(page.lines.map((line) => [line instanceof Line, line.words])).toEqual([
      [true, 'as it is'],
      [true, 'ab'],
      [true, 'c\uFFFD'],
    ]);
    expect(came).toEqual(before);
  });

  it.each([
    ['an empty entry', [{ words: 'a' }, null]],
    ['a list', [{ words: 'a' }, []]],
  ])('is told where %s stands in a list', async (_what, lines) => {
    expect(await refused({ lines })).toMatchObject([{ path: 'lines.1', code: 'not-an-entry' }]);
  });

  it.each(['__proto__', 'constructor', 'toString'])('hides no %s', async (name) => {
    const hidden = `${name.slice(0, 3)}\u0000${name.slice(3)}`;
    await expect(taken({ lines: [], [hidden]: { lines: [] } })).rejects.toEqual(
      new Refusal('malformed-json'),
    );
  });

  it('is told the place of what is wrong', async () => {
    const lines = [{ words: 'a' }, { words: 2 }, { words: 'c', more: 1 }];
    expect(await refused({ lines })).toMatchObject([
      { path: 'lines.1.words', code: 'isString' },
      { path: 'lines.2.more', code: 'whitelistValidation' },
    ]);
  });
});
