import fc from 'fast-check';
import {
  believed,
  MEMBERS,
  READERS,
  TITLES,
  type FamilyLife,
  type Life,
  type Sights,
  type Who,
} from './family-life';
import { closes, offers, offerToEachOther, send } from './acts-of-opening';

/** One thing somebody does: whether it can be done now, what it does, and that it only ever takes away. */
export interface Act {
  readonly name: string;
  readonly narrows?: boolean;
  can(life: Life): boolean;
  do(life: Life, real: FamilyLife): Promise<void>;
}

/** Which sorts of acts were really done, by their place among them. */
export const DONE = new Set<number>();

/** After each act everybody is asked, and has to see exactly what is believed. */
class Step implements fc.AsyncCommand<Life, FamilyLife> {
  constructor(
    private readonly act: Act,
    private readonly kind: number,
  ) {}

  check(life: Life): boolean {
    return this.act.can(life);
  }
  async run(life: Life, real: FamilyLife): Promise<void> {
    DONE.add(this.kind);
    const before = believed(life);
    await this.act.do(life, real);
    const after = await real.sights();
    expect({ after: this.act.name, sights: [...after].sort() }).toEqual({
      after: this.act.name,
      sights: [...believed(life)].sort(),
    });
    if (this.act.narrows)
      expect({ after: this.act.name, more: more(before, after) }).toMatchObject({ more: [] });
  }
  toString(): string {
    return this.act.name;
  }
}

function more(before: Sights, after: Sights): string[] {
  return [...after].filter((sight) => !before.has(sight));
}

const who = fc.constantFrom(...MEMBERS);
const reader = fc.constantFrom(...READERS);
const people = fc.uniqueArray(fc.constantFrom(...READERS), { minLength: 1, maxLength: 4 });

/** What leads to people reading each other: it has to come up often, or the others leave nobody to do it. */
const OFTEN: fc.Arbitrary<Act>[] = [
  fc.tuple(fc.constantFrom(...TITLES), people).map(([title, to]) => shares(title, to)),
  fc.constant(send()),
  fc.constantFrom(...TITLES).map((title) => offerToEachOther(title)),
  fc
    .tuple(reader, people, fc.boolean(), fc.nat(20))
    .map(([one, to, waits, at]) => offers(one, to, waits, at)),
  fc.nat(20).map((at) => closes(at)),
  who.map((one) => comesBack(one)),
  who.map((one) => isConfirmed(one)),
  who.map((one) => lifted('blocks', one)),
  who.map((one) => lifted('holds', one)),
];
const AT_TIMES: fc.Arbitrary<Act>[] = [
  fc.nat(20).map((at) => takesBackShare(at)),
  who.map((one) => consents(one)),
  fc.constantFrom('father' as const, 'brother' as const).map((one) => guardianConsents(one)),
  fc.tuple(fc.nat(20), fc.boolean()).map(([at, bySaying]) => consentEnds(at, bySaying)),
  fc.tuple(who, fc.constantFrom('pause' as const, 'remove' as const)).map(([one, step]) => moves(one, step)),
  who.map((one) => leaves(one)),
  who.map((one) => getsNewPin(one)),
  who.map((one) => block(one)),
  who.map((one) => hold(one)),
  fc.constant(guardianBegins()),
  fc.boolean().map((byAct) => guardianEnds(byAct)),
];
export const KINDS = [...OFTEN, ...AT_TIMES].map((acts, kind) => acts.map((act) => new Step(act, kind)));

/** Every act of a family's life, drawn at random. */
export const ACTS: fc.Arbitrary<Step>[] = [
  ...Array.from({ length: 4 }, () => KINDS.slice(0, OFTEN.length)).flat(),
  ...KINDS.slice(OFTEN.length),
];

function shares(title: string, to: readonly (Who | 'client')[]): Act {
  return {
    name: `share ${title} with ${to.join(', ')}`,
    // A second share of the same to the same person is another matter.
    can: (life) =>
      !life.shares.some((one) => one.stands && one.title === title && one.to.some((id) => to.includes(id))),
    do: async (life, real) => {
      const share = { title, to, stands: true, id: '' };
      const reached = believed({ ...life, shares: [share] });
      const isAllowed = to.every((one) => reached.has(`${one} has ${title}`));
      const { status, id } = await real.share(title, to);
      expect([title, to, status < 300]).toEqual([title, to, isAllowed]);
      if (isAllowed) life.shares.push({ ...share, id });
    },
  };
}

function takesBackShare(at: number): Act {
  const standing = (life: Life): Life['shares'] => life.shares.filter((one) => one.stands);
  return {
    name: `take back share ${at}`,
    narrows: true,
    can: (life) => standing(life).length > 0,
    do: async (life, real) => {
      const share = standing(life)[at % standing(life).length];
      if (share === undefined) return;
      await real.revokeShare(share.id);
      share.stands = false;
    },
  };
}

function consents(one: Who): Act {
  return {
    name: `the client consents to ${one}`,
    can: (life) => life.places[one] !== 'removed',
    do: async (life, real) => {
      life.consents.push({ who: one, id: await real.consent('client', one), holds: true });
    },
  };
}

function guardianConsents(one: Who): Act {
  return {
    name: `the mother consents to ${one} for the client`,
    can: (life) =>
      life.guardian !== null && life.places.mother === 'confirmed' && life.places[one] !== 'removed',
    do: async (life, real) => {
      life.consents.push({ who: one, id: await real.consent('mother', one), holds: true });
    },
  };
}

function consentEnds(at: number, bySaying: boolean): Act {
  const standing = (life: Life): Life['consents'] => life.consents.filter((one) => one.holds);
  return {
    name: `consent ${at} ${bySaying ? 'is taken back' : 'has its last day'}`,
    narrows: true,
    can: (life) => standing(life).length > 0,
    do: async (life, real) => {
      const consent = standing(life)[at % standing(life).length];
      if (consent === undefined) return;
      await (bySaying ? real.revokeConsent(consent.id) : real.endConsent(consent.id));
      consent.holds = false;
    },
  };
}

function moves(one: Who, step: 'pause' | 'remove'): Act {
  return {
    name: `${step} ${one}`,
    narrows: true,
    can: (life) => (step === 'pause' ? life.places[one] === 'confirmed' : life.places[one] !== 'removed'),
    do: async (life, real) => {
      await real.move(one, step);
      life.places[one] = step === 'pause' ? 'paused' : 'removed';
    },
  };
}

function leaves(one: Who): Act {
  return {
    name: `${one} leaves`,
    narrows: true,
    can: (life) => !['invited', 'removed'].includes(life.places[one]),
    do: async (life, real) => {
      await real.leave(one);
      life.places[one] = 'removed';
    },
  };
}

/** Back on the list, and nothing opens: neither by that nor by accepting. */
function comesBack(one: Who): Act {
  return {
    name: `${one} is invited again and accepts`,
    narrows: true,
    can: (life) => ['removed', 'invited'].includes(life.places[one]) && life.blocks[one] === undefined,
    do: async (life, real) => {
      if (life.places[one] === 'removed') await real.addAgain(one);
      await real.redeem(one);
      life.places[one] = 'accepted';
    },
  };
}

function isConfirmed(one: Who): Act {
  return {
    name: `${one} is confirmed`,
    can: (life) => ['accepted', 'paused'].includes(life.places[one]),
    do: async (life, real) => {
      await real.move(one, 'confirm');
      life.places[one] = 'confirmed';
    },
  };
}

function getsNewPin(one: Who): Act {
  return {
    name: `${one} gets a new PIN`,
    narrows: true,
    can: (life) => ['confirmed', 'paused'].includes(life.places[one]) && life.blocks[one] === undefined,
    do: async (_life, real) => {
      expect([one, await real.redeem(one)]).toEqual([one, { wasSignedOut: true }]);
    },
  };
}

function block(one: Who): Act {
  return {
    name: `${one} and the client are kept apart`,
    narrows: true,
    can: (life) => life.blocks[one] === undefined && life.places[one] !== 'removed',
    do: async (life, real) => {
      life.blocks[one] = await real.keepApart(one);
    },
  };
}

function hold(one: Who): Act {
  return {
    name: `${one} sits in no joint session`,
    narrows: true,
    can: (life) => life.holds[one] === undefined && life.places[one] !== 'removed',
    do: async (life, real) => {
      life.holds[one] = await real.hold(one);
    },
  };
}

function lifted(what: 'blocks' | 'holds', one: Who): Act {
  return {
    name: `${one}: ${what} are lifted`,
    can: (life) => life[what][one] !== undefined,
    do: async (life, real) => {
      await real.lift(what, life[what][one] ?? '');
      life[what][one] = undefined;
    },
  };
}

function guardianBegins(): Act {
  return {
    name: 'the mother speaks for the client',
    can: (life) => life.guardian === null && life.places.mother !== 'removed',
    do: async (life, real) => {
      life.guardian = await real.makeGuardian();
    },
  };
}

function guardianEnds(byAct: boolean): Act {
  return {
    name: `the mother no longer speaks for the client, ${byAct ? 'as somebody wrote down' : 'by the date'}`,
    narrows: true,
    can: (life) => life.guardian !== null,
    do: async (life, real) => {
      const id = life.guardian ?? '';
      await (byAct ? real.endGuardian(id) : real.outliveGuardian(id));
      life.guardian = null;
    },
  };
}
