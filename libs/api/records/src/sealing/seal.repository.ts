import { Injectable } from '@nestjs/common';
import { perform, rows, type Transaction } from '@common-ground/api/platform';
import type { SignedSeal } from './seal';

/** A practice with rows that no seal covers yet. */
export interface Unsealed {
  readonly practiceId: string;
  readonly number: number;
  readonly previous: string;
}

export interface Leaf {
  readonly id: string;
  readonly writtenIn: string;
  readonly leaf: Buffer;
}

@Injectable()
export class SealRepository {
  unsealed(tx: Transaction): Promise<Unsealed[]> {
    return rows(
      tx,
      `select practice_id as "practiceId", number, encode(previous, 'hex') as previous from access.unsealed_practices()`,
    );
  }

  leaves(tx: Transaction, practiceId: string, most: number): Promise<Leaf[]> {
    return rows(tx, `select id, written_in::text as "writtenIn", leaf from access.leaves_to_seal($1, $2)`, [
      practiceId,
      most,
    ]);
  }

  async add(tx: Transaction, seal: SignedSeal, leaves: readonly Leaf[]): Promise<void> {
    await perform(
      tx,
      `select from access.add_seal($1, $2, $3::timestamptz, $4::bigint, $5, $6::uuid[], $7, decode($8, 'hex'),
         decode($9, 'hex'), $10, decode($11, 'hex'), decode($12, 'hex'))`,
      [
        seal.practiceId,
        seal.number,
        seal.madeAt,
        seal.upToWrittenIn,
        seal.upToId,
        leaves.map(({ id }) => id),
        Buffer.concat(leaves.map(({ leaf }) => leaf)),
        seal.root,
        seal.previous,
        seal.keyId,
        seal.hash,
        seal.signature,
      ],
    );
  }
}
