import { admin, client, supervisor, therapist, verdictOf } from './actors-for-specs';
import { mayHaveNotebooks, mayReadNotebook, mayWriteNotebook, type NotebookFacts } from './notebooks';

const STRANGER: NotebookFacts = { isSupervisor: false, isTherapist: false, isInForce: true };

describe('the notebook of a pair', () => {
  it('is for those who supervise or are supervised', () => {
    expect([supervisor, therapist].map((actor) => verdictOf(mayHaveNotebooks(actor)))).toEqual([
      'allowed',
      'allowed',
    ]);
    expect([admin, client].map((actor) => verdictOf(mayHaveNotebooks(actor)))).toEqual([
      'forbidden',
      'forbidden',
    ]);
  });

  it('does not exist for anybody else, whatever they are', () => {
    for (const actor of [supervisor, therapist, admin, client]) {
      expect(verdictOf(mayReadNotebook(actor, STRANGER))).toBe('unseen');
      expect(verdictOf(mayWriteNotebook(actor, STRANGER))).toBe('unseen');
      expect(verdictOf(mayWriteNotebook(actor, { ...STRANGER, isInForce: false }))).toBe('unseen');
    }
  });

  it('is read and written by the two, each in the role they have in it', () => {
    const asSupervisor = { ...STRANGER, isSupervisor: true };
    const asTherapist = { ...STRANGER, isTherapist: true };
    expect(mayWriteNotebook(supervisor, asSupervisor)).toEqual({ allowed: true, because: 'supervises' });
    expect(mayWriteNotebook(therapist, asTherapist)).toEqual({ allowed: true, because: 'is-supervised' });
    expect(verdictOf(mayReadNotebook(therapist, asSupervisor))).toBe('unseen');
    expect(verdictOf(mayReadNotebook(supervisor, asTherapist))).toBe('unseen');
    expect(verdictOf(mayReadNotebook(admin, asSupervisor))).toBe('unseen');
  });

  it('stays to be read when the supervision has ended, and is not written on', () => {
    const ended = { ...STRANGER, isSupervisor: true, isInForce: false };
    expect(verdictOf(mayReadNotebook(supervisor, ended))).toBe('allowed');
    expect(verdictOf(mayWriteNotebook(supervisor, ended))).toBe('forbidden');
  });
});
