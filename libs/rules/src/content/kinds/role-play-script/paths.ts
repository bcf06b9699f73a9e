import type { RolePlayScriptContent, ScriptTurn } from '@common-ground/contract';

type Script = Pick<RolePlayScriptContent, 'turns' | 'endings'>;

/** Where a turn goes when nobody takes a branch: a turn's or an ending's id, or null when there is nothing. */
export function goesOnTo(script: Script, turn: ScriptTurn): string | null {
  if (turn.goesTo !== '') return isThere(script, turn.goesTo) ? turn.goesTo : null;
  const at = script.turns.indexOf(turn);
  return script.turns[at + 1]?.id ?? script.endings[0]?.id ?? null;
}

/** Everywhere a turn can lead: its way on first, then its branches. Null stands for a way that leads nowhere. */
export function waysOn(script: Script, turn: ScriptTurn): (string | null)[] {
  const branches = turn.branches.map(({ goesTo }) => (isThere(script, goesTo) ? goesTo : null));
  return [goesOnTo(script, turn), ...branches];
}

/** The turn to calm down that everybody can go to from any other; null where there is none, or people are at it. */
export function calmTurnFrom({ turns }: Pick<Script, 'turns'>, at: string): ScriptTurn | null {
  const calm = turns.find(({ calmsDown }) => calmsDown) ?? null;
  return turns.some(({ id, calmsDown }) => id === at && calmsDown) ? null : calm;
}

/** Turns that nobody comes to who begins with the first one. */
export function unreachableTurns(script: Script): Set<string> {
  const [first] = script.turns;
  if (first === undefined) return new Set();
  const ahead = new Map(script.turns.map((turn) => [turn.id, waysOn(script, turn)]));
  const reached = spread([first.id], (id) => ahead.get(id) ?? []);
  return new Set(script.turns.map(({ id }) => id).filter((id) => !reached.has(id)));
}

/** Turns from which nobody can come to a calm-down turn. */
export function turnsWithoutCalm(script: Script): Set<string> {
  return turnsThatMiss(
    script,
    script.turns.filter(({ calmsDown }) => calmsDown).map(({ id }) => id),
  );
}

/** Turns from which the script never comes to an ending, however it goes on. */
export function turnsWithoutEnd(script: Script): Set<string> {
  return turnsThatMiss(
    script,
    script.endings.map(({ id }) => id),
  );
}

/** Goes backwards from the goals, once, instead of forwards from every turn. */
function turnsThatMiss(script: Script, goals: readonly string[]): Set<string> {
  const behind = new Map<string, string[]>();
  for (const turn of script.turns) {
    for (const way of waysOn(script, turn)) {
      if (way === null) continue;
      const known = behind.get(way);
      if (known === undefined) behind.set(way, [turn.id]);
      else known.push(turn.id);
    }
  }
  const reached = spread(goals, (id) => behind.get(id) ?? []);
  return new Set(script.turns.map(({ id }) => id).filter((id) => !reached.has(id)));
}

function spread(from: readonly string[], next: (id: string) => readonly (string | null)[]): Set<string> {
  const reached = new Set(from);
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const way of next(id)) {
      if (way === null || reached.has(way)) continue;
      reached.add(way);
      open.push(way);
    }
  }
  return reached;
}

function isThere({ turns, endings }: Script, id: string): boolean {
  return turns.some((turn) => turn.id === id) || endings.some((ending) => ending.id === id);
}
