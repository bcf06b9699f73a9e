interface Placed {
  readonly id: string;
}

/**
 * The fewest entries that have to move to turn the old order into the new one: those outside the longest run of
 * entries that kept their order. Quadratic, which is nothing for at most 200 of them.
 */
export function movedIds(before: readonly Placed[], after: readonly Placed[]): Set<string> {
  const place = new Map(before.map((entry, index) => [entry.id, index]));
  const common = after.flatMap(({ id }) => {
    const was = place.get(id);
    return was === undefined ? [] : [{ id, was }];
  });
  const runs: { length: number; previous: number }[] = [];
  let best = -1;
  common.forEach((entry, index) => {
    let run = { length: 1, previous: -1 };
    for (let earlier = 0; earlier < index; earlier += 1) {
      const candidate = runs[earlier];
      const at = common[earlier];
      if (candidate && at && at.was < entry.was && candidate.length + 1 > run.length) {
        run = { length: candidate.length + 1, previous: earlier };
      }
    }
    runs.push(run);
    if (best < 0 || run.length > (runs[best]?.length ?? 0)) best = index;
  });
  const moved = new Set(common.map((entry) => entry.id));
  for (let index = best; index >= 0; index = runs[index]?.previous ?? -1) {
    const entry = common[index];
    if (entry) moved.delete(entry.id);
  }
  return moved;
}
