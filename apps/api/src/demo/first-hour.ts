import type { PlanningService, RunningService } from '@common-ground/api/sessions';
import type { RunMoves } from '@common-ground/contract';
import { running } from '@common-ground/rules/content';
import type { DemoPractice } from './people';

/** Two weeks ago: one thing was agreed on, one is still open, and the last talk was put off. */
export async function leadFirstHour(
  hours: PlanningService,
  leading: RunningService,
  { therapist, torres }: DemoPractice,
  dayIn: (days: number) => string,
): Promise<void> {
  const { id } = await hours.plan(therapist, torres.id, {
    format: 'first-session',
    startsOn: dayIn(-14),
    startTime: '16:00',
  });
  let run = await leading.begin(therapist, id);
  const move = async (moves: RunMoves): Promise<void> => {
    run = await leading.move(therapist, id, run.revision, moves);
  };
  await move(running.next(run));
  await move(running.next(run));
  await move(running.next(run));
  await move(running.leaveOut(run, 'parked'));
  await leading.write(therapist, id, run.padRevision, {
    problem: 'Mornings begin with questions about medicine.',
    options: [
      {
        id: 'greeting',
        words: 'A good morning comes first',
        plus: 'Costs nothing, and Maya feels seen',
        minus: 'Easy to forget when it is late',
      },
      {
        id: 'box',
        words: 'A pill box on the kitchen shelf',
        plus: 'Nobody has to ask',
        minus: 'Maya does not want it in the kitchen',
      },
    ],
    decision: 'We begin with the greeting, and look at the box again when we meet.',
    actions: [
      {
        id: 'greeting',
        who: 'Rosa',
        what: 'Says good morning before she asks anything',
        when: 'At breakfast, from Monday',
        howOften: 'Every day until we meet',
        howWeWillKnow: 'Maya ticks the card on the fridge',
        ifItSlips: 'She says so the same evening and starts again the next morning',
        agreed: true,
      },
      {
        id: 'patience',
        who: 'Maya',
        what: 'Be more patient',
        when: '',
        howOften: '',
        howWeWillKnow: '',
        ifItSlips: '',
        agreed: false,
      },
    ],
    parkingLot: ['Who drives on Thursdays'],
    helped: 'That everybody could finish a sentence.',
    nextOn: dayIn(7),
  });
  await move(running.end(run, 'closed'));
}
