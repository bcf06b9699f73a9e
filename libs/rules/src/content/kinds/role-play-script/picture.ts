import type { RolePlayScriptContent, ScriptTurn } from '@common-ground/contract';
import { turnsWithoutEnd, unreachableTurns, waysOn } from './paths';

/** One way out of a turn as it is drawn. */
export interface PictureWay {
  /** The branch's id; empty for the way on when nobody takes a branch. */
  readonly id: string;
  readonly ifThey: string;
  /** Where it leads: a turn's or an ending's id; null where it leads nowhere. */
  readonly to: string | null;
  /** Straight down to what stands right below, or by a lane beside the turns; null for both where it leads nowhere. */
  readonly lane: number | null;
}

/** A turn or an ending as it is drawn: in rows, in the order of the script. */
export interface PicturePlace {
  readonly id: string;
  readonly sort: 'turn' | 'calm-down' | 'ending';
  /** Counted from 1, turns and endings by themselves, as everywhere else. */
  readonly number: number;
  readonly roleId: string;
  readonly words: string;
  /** Nobody who begins at the beginning comes here. */
  readonly isAside: boolean;
  /** However it goes on from here, no ending comes. */
  readonly neverEnds: boolean;
  readonly ways: readonly PictureWay[];
}

/** What leads to one place from anywhere but right above shares one lane. */
export interface PictureLane {
  readonly lane: number;
  readonly to: string;
  /** The rows it passes, counted from 0, both ends included. */
  readonly from: number;
  readonly until: number;
}

export interface ScriptPicture {
  readonly places: readonly PicturePlace[];
  readonly lanes: readonly PictureLane[];
}

/**
 * Where everything stands when the branches of a script are drawn. The turns keep their order, one below the other, so
 * that the picture and the script are read alike; ways that jump run in lanes beside them, and no two that overlap
 * share one.
 */
export function scriptPicture(script: Pick<RolePlayScriptContent, 'turns' | 'endings'>): ScriptPicture {
  const { turns, endings } = script;
  const rows = new Map([...turns, ...endings].map(({ id }, row) => [id, row]));
  const ways = turns.map((turn) => waysOutOf(script, turn));
  const lanes = lanesFor(ways, rows);
  const laneTo = new Map(lanes.map(({ to, lane }) => [to, lane]));
  const aside = unreachableTurns(script);
  const endless = turnsWithoutEnd(script);
  const found = endingsComeTo(ways, turns, aside);
  return {
    lanes,
    places: [
      ...turns.map((turn, row): PicturePlace => ({
        id: turn.id,
        sort: turn.calmsDown ? 'calm-down' : 'turn',
        number: row + 1,
        roleId: turn.roleId,
        words: turn.line,
        isAside: aside.has(turn.id),
        neverEnds: endless.has(turn.id),
        ways: (ways[row] ?? []).map((way) => ({
          ...way,
          lane: isStraight(way, row, rows) ? null : (laneTo.get(way.to ?? '') ?? null),
        })),
      })),
      ...endings.map(({ id, words }, index): PicturePlace => ({
        id,
        sort: 'ending',
        number: index + 1,
        roleId: '',
        words,
        isAside: !found.has(id),
        neverEnds: false,
        ways: [],
      })),
    ],
  };
}

type Way = Omit<PictureWay, 'lane'>;

function waysOutOf(script: Pick<RolePlayScriptContent, 'turns' | 'endings'>, turn: ScriptTurn): Way[] {
  const [on = null, ...branches] = waysOn(script, turn);
  return [
    { id: '', ifThey: '', to: on },
    ...turn.branches.map(({ id, ifThey }, index) => ({ id, ifThey, to: branches[index] ?? null })),
  ];
}

/** Only the way on goes straight down; a branch is drawn as one even where it leads to the next turn. */
function isStraight({ id, to }: Way, row: number, rows: ReadonlyMap<string, number>): boolean {
  return id === '' && to !== null && rows.get(to) === row + 1;
}

function lanesFor(ways: readonly (readonly Way[])[], rows: ReadonlyMap<string, number>): PictureLane[] {
  const passed = new Map<string, { from: number; until: number }>();
  ways.forEach((out, row) => {
    for (const way of out) {
      const at = way.to === null ? undefined : rows.get(way.to);
      if (way.to === null || at === undefined || isStraight(way, row, rows)) continue;
      const known = passed.get(way.to) ?? { from: at, until: at };
      passed.set(way.to, { from: Math.min(known.from, row), until: Math.max(known.until, row) });
    }
  });
  // Short ways stay close to the turns; long ones go around them.
  const wanted = [...passed].sort(([, one], [, other]) => one.until - one.from - (other.until - other.from));
  const placed: PictureLane[] = [];
  for (const [to, { from, until }] of wanted) {
    const taken = placed.filter((other) => other.from <= until && from <= other.until);
    let lane = 0;
    while (taken.some((other) => other.lane === lane)) lane += 1;
    placed.push({ lane, to, from, until });
  }
  return placed;
}

/** The endings that somebody comes to who begins with the first turn. */
function endingsComeTo(
  ways: readonly (readonly Way[])[],
  turns: readonly ScriptTurn[],
  aside: ReadonlySet<string>,
): ReadonlySet<string | null> {
  return new Set(
    turns.flatMap(({ id }, row) => (aside.has(id) ? [] : (ways[row] ?? []).map(({ to }) => to))),
  );
}
