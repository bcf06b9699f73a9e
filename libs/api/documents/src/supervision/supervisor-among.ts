import { Refusal } from '@common-ground/api/platform';
import type { PersonId } from '@common-ground/contract';
import type { DocumentRow } from '../drafting/document.repository';

type Pairs = DocumentRow['supervisors'];

/** Whom a text is sent to, of those it may be sent to; whoever else is named is refused. */
export function supervisorAmong(all: Pairs, id: PersonId): Pairs[number] {
  const pairs = all.filter((pair) => pair.id === id);
  // Who supervises more than one of those whose words these are is asked under the pair that counts.
  const supervisor = pairs.find(({ counts }) => counts) ?? pairs[0];
  if (supervisor === undefined)
    throw Refusal.field('supervisorId', 'not-a-supervisor', 'This person does not supervise the author.');
  if (!supervisor.counts) throw new Refusal('needs-two-signatures');
  return supervisor;
}
