import type { Shelf } from '@common-ground/contract';
import {
  admin,
  client,
  mother,
  someone,
  stranger,
  supervisor,
  therapist,
  verdictOf,
} from './actors-for-specs';
import type { Actor } from './judgement';
import {
  mayChangeTemplate,
  mayKeepTemplates,
  mayReadTemplate,
  mayReadTemplates,
  mayTakeTemplateBack,
  sharingRight,
  type TemplateFacts,
} from './library';

const everybody = [therapist, supervisor, admin, client, mother, stranger];
const staff = [therapist, supervisor, admin];
const facts = (shelf: Shelf, isMine = false): TemplateFacts => ({ shelf, isMine });

describe('the library', () => {
  it.each<[string, (actor: Actor) => { allowed: boolean }, readonly Actor[]]>([
    ['is open to those who work here', mayReadTemplates, staff],
    ['takes templates from therapists', mayKeepTemplates, [therapist]],
  ])('%s and to nobody else', (_what, rule, who) => {
    for (const actor of everybody) {
      expect([actor.personId, verdictOf(rule(actor))]).toEqual([
        actor.personId,
        who.includes(actor) ? 'allowed' : 'forbidden',
      ]);
    }
  });

  it.each<[string, Actor, TemplateFacts, string, string, string]>([
    ['of the product', therapist, facts('built-in'), 'allowed', 'forbidden', 'forbidden'],
    ['of the product, to an admin', admin, facts('built-in'), 'allowed', 'forbidden', 'forbidden'],
    ['of the practice', therapist, facts('practice'), 'allowed', 'forbidden', 'forbidden'],
    ['of the practice, kept by oneself', therapist, facts('practice', true), 'allowed', 'allowed', 'allowed'],
    ['of the practice, to a supervisor', supervisor, facts('practice'), 'allowed', 'forbidden', 'forbidden'],
    ['of the practice, to an admin', admin, facts('practice'), 'allowed', 'forbidden', 'allowed'],
    ['of one’s own', therapist, facts('own', true), 'allowed', 'allowed', 'allowed'],
    ['of somebody else’s own', therapist, facts('own'), 'unseen', 'unseen', 'unseen'],
    ['of somebody else’s own, to an admin', admin, facts('own'), 'unseen', 'unseen', 'unseen'],
    [
      'of one’s own, after the work as a therapist',
      supervisor,
      facts('own', true),
      'allowed',
      'forbidden',
      'forbidden',
    ],
    ['of the practice, to the mother', mother, facts('practice'), 'forbidden', 'forbidden', 'forbidden'],
    ['of somebody’s own, to the mother', mother, facts('own'), ...never()],
    ['kept by somebody who is no longer here', someone('Old'), facts('own', true), ...never()],
  ])('a template %s', (_what, actor, template, read, change, takeBack) => {
    expect([
      verdictOf(mayReadTemplate(actor, template)),
      verdictOf(mayChangeTemplate(actor, template)),
      verdictOf(mayTakeTemplateBack(actor, template)),
    ]).toEqual([read, change, takeBack]);
  });

  it('says by which right', () => {
    expect(mayReadTemplate(admin, facts('practice'))).toEqual({ allowed: true, because: 'is-staff' });
    expect(mayReadTemplate(mother, facts('practice'))).toMatchObject({ because: 'not-staff' });
    expect(mayReadTemplate(admin, facts('own'))).toMatchObject({ because: 'somebody-elses' });
    expect(mayKeepTemplates(therapist)).toEqual({ allowed: true, because: 'is-therapist' });
    expect(mayKeepTemplates(admin)).toMatchObject({ because: 'not-a-therapist' });
    expect(mayChangeTemplate(therapist, facts('own', true))).toEqual({ allowed: true, because: 'keeps-it' });
    expect(mayChangeTemplate(admin, facts('practice'))).toMatchObject({ because: 'kept-by-others' });
    expect(mayTakeTemplateBack(admin, facts('practice'))).toEqual({ allowed: true, because: 'is-admin' });
    const both = someone('Both', 'therapist', 'admin');
    expect(mayTakeTemplateBack(both, facts('practice', true))).toMatchObject({ because: 'keeps-it' });
  });
});

describe('words under a licence', () => {
  const today = '2026-11-29';

  it.each([
    ['product', null, 'open'],
    ['own-words', null, 'open'],
    ['public-domain', null, 'open'],
    ['open', null, 'open'],
    ['permission', null, 'open'],
    ['permission', '2026-11-30', 'open'],
    ['permission', today, 'open'],
    ['permission', '2026-11-28', 'licence-ended'],
    ['open', '2026-11-28', 'licence-ended'],
    ['unknown', null, 'licence-unknown'],
    ['unknown', '2027-01-01', 'licence-unknown'],
    ['unknown', '2026-01-01', 'licence-unknown'],
  ] as const)('%s until %s: %s', (licence, licenceUntilOn, right) => {
    expect(sharingRight({ licence, licenceUntilOn }, today)).toBe(right);
  });
});

function never(): [string, string, string] {
  return ['forbidden', 'forbidden', 'forbidden'];
}
