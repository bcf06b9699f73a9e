import { getMetadataStorage } from 'class-validator';

let isRemembering = false;

/**
 * For each object it checks, class-validator goes through every class there is to find what that object's class
 * inherits, and sorts it by field. A class is finished before there is an object of it, so what was found of it stays
 * true; the two hundred blocks of a worksheet are of a few classes. What lies in something else is asked for under the
 * name of what it lies in as well.
 */
export function rememberChecks(): void {
  if (isRemembering) return;
  isRemembering = true;
  const storage = getMetadataStorage();
  const look = storage.getTargetValidationMetadatas.bind(storage);
  const sort = storage.groupByPropertyName.bind(storage);
  const known = new Map<unknown, Map<string | undefined, ReturnType<typeof look>>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    // By groups nothing of ours is checked.
    if (always || strictGroups || groups !== undefined)
      return look(target, schema, always, strictGroups, groups);
    const ofTarget = known.get(target) ?? new Map<string | undefined, ReturnType<typeof look>>();
    known.set(target, ofTarget);
    const found = ofTarget.get(schema) ?? look(target, schema, always, strictGroups, groups);
    ofTarget.set(schema, found);
    return found;
  };
  const sorted = new WeakMap<object, ReturnType<typeof sort>>();
  storage.groupByPropertyName = (checks) => {
    const found = sorted.get(checks) ?? sort(checks);
    sorted.set(checks, found);
    return found;
  };
}
