import { howMany, LONGEST_PROOF, rememberedAs, startApi, type RunningApi } from '@common-ground/testing';
import fc from 'fast-check';
import { Client } from 'pg';
import { ACTS, DONE, KINDS } from './acts-of-a-family';
import { FamilyLife } from './family-life';

describe('whatever people of a family do, one after the other', () => {
  let api: RunningApi;
  let owner: Client;
  let asItWas: () => Promise<void>;

  beforeAll(async () => {
    api = await startApi();
    asItWas = await rememberedAs(api.database);
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });

  it(
    'everybody sees what follows from it, and whatever takes away gives nothing to anybody',
    async () => {
      const life = fc.asyncProperty(
        fc.commands(ACTS, { maxCommands: howMany(150, 300), size: 'max' }),
        async (acts) => {
          await asItWas();
          const { real, life: model } = await FamilyLife.begin(api, owner);
          await fc.asyncModelRun(() => ({ model, real }), acts);
        },
      );
      const seed = howMany(7, Math.trunc(Date.now() / 1000));
      await fc.assert(life, { seed, numRuns: howMany(12, 100), endOnFailure: true });
      expect([...DONE].sort((a, b) => a - b)).toEqual([...KINDS.keys()]);
    },
    LONGEST_PROOF,
  );
});
