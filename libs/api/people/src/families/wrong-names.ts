import { Injectable } from '@nestjs/common';
import { Refusal, type Transaction } from '@common-ground/api/platform';
import type { FamilyId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { wrongNames, type TextOfBlock, type WrongName } from '@common-ground/rules/content';
import { FamilyRepository } from './family.repository';

/** Names of people of a therapist's other families in words that go to this one: that is how one is told of another. */
@Injectable()
export class WrongNames {
  constructor(private readonly families: FamilyRepository) {}

  /** Reads the names once, for however many texts. */
  async of(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId | null,
  ): Promise<(texts: readonly TextOfBlock[]) => WrongName[]> {
    const people = await this.families.names(tx, actor, familyId);
    const names = (own: boolean): string[] =>
      people.filter((name) => name.own === own).map((name) => name.displayName);
    const [others, own] = [names(false), names(true)];
    return (texts) => wrongNames(texts, others, own);
  }

  /** Refuses words at `path` that name somebody of another family, with each name told once. */
  async demandNone(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId | null,
    texts: readonly TextOfBlock[],
    path: string,
  ): Promise<void> {
    if (texts.every(({ text }) => text === '')) return;
    const wrongNamesIn = await this.of(tx, actor, familyId);
    const names = [...new Set(wrongNamesIn(texts).map(({ name }) => name))];
    if (names.length === 0) return;
    throw new Refusal('names-people', {
      errors: names.map((name) => ({ path, code: 'names-people', message: name })),
    });
  }
}
