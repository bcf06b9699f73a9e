import { getMetadataStorage, IsInt, IsString, ValidateNested, validateSync } from 'class-validator';
import { rememberChecks } from './remember-checks';

class Named {
  @IsString() name: unknown;
}
class Counted extends Named {
  @IsInt() many: unknown;
}
class Crowd {
  @ValidateNested({ each: true }) all: unknown;
}
class Grouped {
  @IsString({ groups: ['strict'] }) name: unknown;
}

const faults = (object: object, groups?: string[]): string[] =>
  validateSync(object, groups && { groups })
    .map(({ property }) => property)
    .sort();

describe('what a class is checked for', () => {
  const storage = getMetadataStorage();
  let looked = 0;
  beforeAll(() => {
    const look = storage.getTargetValidationMetadatas.bind(storage);
    storage.getTargetValidationMetadatas = (...asked) => {
      looked += 1;
      return look(...asked);
    };
    rememberChecks();
  });

  it('is looked for once, with what it inherits, and holds for each object', () => {
    const wrong = Object.assign(new Counted(), { name: 1, many: 'x' });
    expect(faults(wrong)).toEqual(['many', 'name']);
    const before = looked;
    expect(faults(wrong)).toEqual(['many', 'name']);
    expect(faults(Object.assign(new Counted(), { name: 'a', many: 'x' }))).toEqual(['many']);
    expect(faults(Object.assign(new Counted(), { name: 'a', many: 1 }))).toEqual([]);
    expect(looked).toBe(before);
    expect(faults(Object.assign(new Named(), { name: 1 }))).toEqual(['name']);
    expect(looked).toBe(before + 1);
  });

  it('is looked for once where such objects lie in another', () => {
    const crowdOf = (...names: readonly unknown[]): Crowd =>
      Object.assign(new Crowd(), { all: names.map((name) => Object.assign(new Named(), { name })) });
    const places = (crowd: Crowd): (string | undefined)[] =>
      validateSync(crowd).flatMap(({ children }) => children?.map(({ property }) => property));
    expect(places(crowdOf('a', 2, 'c'))).toEqual(['1']);
    const before = looked;
    expect(places(crowdOf(1, 'b', 'c', 4))).toEqual(['0', '3']);
    expect(looked).toBe(before);
  });

  it('is looked for anew where only a group of it is asked for', () => {
    const wrong = Object.assign(new Grouped(), { name: 1 });
    expect(faults(wrong, ['strict'])).toEqual(['name']);
    expect(faults(wrong, ['other'])).toEqual([]);
    expect(faults(wrong, ['strict'])).toEqual(['name']);
  });
});
