import { TestBed } from '@angular/core/testing';
import type { Me, Role } from '@common-ground/contract';
import { Api, type Asking } from '@common-ground/web/platform';
import { FirstPageAhead } from './first-page-ahead';

const ALL = ['homework', 'me/consent-requests', 'me/family-sessions'];

describe("what a family's first page shows", () => {
  const asked: [path: string, asking: Asking][] = [];
  let ahead: FirstPageAhead;

  beforeEach(() => {
    asked.length = 0;
    const askAhead = (path: string, asking: Asking): void => void asked.push([path, asking]);
    TestBed.configureTestingModule({ providers: [{ provide: Api, useValue: { askAhead } }] });
    ahead = TestBed.inject(FirstPageAhead);
  });

  const paths = (): string[] => asked.map(([path]) => path);
  const of = (...roles: Role[]): void => ahead.isOf({ person: { id: 'rosa' }, roles } as unknown as Me);

  it.each<Role>(['client', 'member'])(
    'is asked for once a %s is known to be here, and for nobody else',
    (role) => {
      of(role);
      expect(paths()).toEqual(ALL);
      expect(asked.map(([, { inNameOf }]) => inNameOf)).toEqual(['rosa', 'rosa', 'rosa']);
    },
  );

  it('is not asked for twice where the app begins with it, and anew whenever it is opened after that', () => {
    of('member');
    ahead.isOpened();
    expect(paths()).toEqual(ALL);
    ahead.isOpened();
    expect(paths()).toEqual([...ALL, ...ALL]);
  });

  it('is nothing that staff, or somebody to whom nothing is open yet, are asked for', () => {
    of('therapist', 'admin');
    of();
    expect(asked).toEqual([]);
  });

  it('may be kept on the device by the same names as the page keeps it', () => {
    of('member');
    ahead.isOpened();
    ahead.isOpened();
    expect(asked.map(([, { isKept }]) => isKept === true)).toEqual([true, false, true, true, false, true]);
  });
});
