import { getMetadataStorage } from 'class-validator';

let isRemembering = false;

/**
 * For each object it checks, class-validator goes through every class there is to find what that object's class
 * inherits. A class is finished before there is an object of it, so what was found of it stays true; the two hundred
 * blocks of a worksheet are of a few classes.
 */
export function rememberChecks(): void {
  if (isRemembering) return;
  isRemembering = true;
  const storage = getMetadataStorage();
  const look = storage.getTargetValidationMetadatas.bind(storage);
  const known = new Map<unknown, ReturnType<typeof look>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    // By a name, or by groups, nothing of ours is checked.
    if (schema || always || strictGroups || groups !== undefined)
      return look(target, schema, always, strictGroups, groups);
    const found = known.get(target) ?? look(target, schema, always, strictGroups, groups);
    known.set(target, found);
    return found;
  };
}
