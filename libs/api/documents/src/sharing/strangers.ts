import { Injectable } from '@nestjs/common';
import { Refusal, type Transaction } from '@common-ground/api/platform';
import type { FamilyId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { wrongNames, type TextOfBlock, type WrongName } from '@common-ground/rules/content';
import { ShareRepository } from './share.repository';

/** Names of people of a therapist's other families in words that go to this one: that is how one is told of another. */
@Injectable()
export class Strangers {
  constructor(private readonly shares: ShareRepository) {}

  async in(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId | null,
    texts: readonly TextOfBlock[],
  ): Promise<WrongName[]> {
    const people = await this.shares.names(tx, actor, familyId);
    const names = (own: boolean): string[] =>
      people.filter((name) => name.own === own).map((name) => name.displayName);
    return wrongNames(texts, names(false), names(true));
  }

  /** Refuses words at `path` that name somebody of another family, with each name told once. */
  async demandNone(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId | null,
    texts: readonly TextOfBlock[],
    path: string,
  ): Promise<void> {
    const names = [...new Set((await this.in(tx, actor, familyId, texts)).map(({ name }) => name))];
    if (names.length === 0) return;
    throw new Refusal('names-people', {
      errors: names.map((name) => ({ path, code: 'names-people', message: name })),
    });
  }
}
