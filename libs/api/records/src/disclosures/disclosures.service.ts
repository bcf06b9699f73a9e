import { Injectable } from '@nestjs/common';
import { FamiliesService, type FamilyRow } from '@common-ground/api/people';
import { Audit, Cursors, Database, demand, type Transaction } from '@common-ground/api/platform';
import type { Disclosure, FamilyId, Page } from '@common-ground/contract';
import { mayReadDisclosures, type Actor } from '@common-ground/rules/access';
import { DisclosureRepository } from './disclosure.repository';
import { csvOf } from './csv';

/** As many lines as one table for a spreadsheet holds. */
const MOST_LINES = 5_000;

/** The accounting of disclosures: what was given of a family to whom, when, why, and under which consent. */
@Injectable()
export class DisclosuresService {
  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly disclosures: DisclosureRepository,
    private readonly cursors: Cursors,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, familyId: FamilyId, cursor: string | null, limit: number): Promise<Page<Disclosure>> {
    return this.database.as(actor, async (tx) => {
      const { onCaseload } = await this.#enter(tx, actor, familyId);
      const list = `disclosures ${familyId}`;
      const after = this.cursors.read(actor, list, cursor);
      const found = await this.disclosures.list(tx, actor, familyId, onCaseload, after, limit);
      return this.cursors.page(actor, list, found, limit, ({ at, id }) => ({ at, id }));
    });
  }

  csv(actor: Actor, familyId: FamilyId): Promise<string> {
    return this.database.as(actor, async (tx) => {
      const { onCaseload } = await this.#enter(tx, actor, familyId);
      const found = await this.disclosures.list(tx, actor, familyId, onCaseload, null, MOST_LINES);
      return csvOf(found.slice(0, MOST_LINES));
    });
  }

  async #enter(tx: Transaction, actor: Actor, familyId: FamilyId): Promise<FamilyRow> {
    const family = await this.families.require(tx, actor, familyId);
    const because = demand(mayReadDisclosures(actor, family));
    if (family.clientId !== actor.personId) {
      await this.audit.record(tx, actor, {
        action: 'disclosures.list',
        because,
        subjects: [family.clientId],
        familyId,
      });
    }
    return family;
  }
}
