import type {
  AskingService,
  OwnLookBackService,
  PlanningService,
  PrivateNotesService,
  RunningService,
  TakingHomeService,
} from '@common-ground/api/sessions';
import type { LookBackChoice, LookBackQuestion, RunMoves, SessionPlan } from '@common-ground/contract';
import { offeredChoice, running } from '@common-ground/rules/content';
import { actorOf, type DemoPractice } from './people';

interface Hours {
  readonly planning: PlanningService;
  readonly asking: AskingService;
  readonly running: RunningService;
  readonly pages: TakingHomeService;
  readonly notes: PrivateNotesService;
  readonly looks: OwnLookBackService;
}

const LOOKED_BACK: readonly (readonly [LookBackQuestion, LookBackChoice | null, string])[] = [
  ['said', 'some', 'I did not get to say that the mornings scare me. Maybe next time.'],
  ['pace', 'right', ''],
  ['next', 'same', 'Please keep the round at the beginning.'],
];

/**
 * Two weeks ago, with Maya and her mother: one thing was agreed on, one is still open, and the last talk was put off. Both
 * took their pages home.
 */
export async function leadFirstHour(
  { planning: hours, asking, running: leading, pages, notes, looks }: Hours,
  { therapist, torres }: DemoPractice,
  dayIn: (days: number) => string,
): Promise<void> {
  // Nobody is asked to what is over: it lies ahead until it has been led.
  const { id, plan, revision, candidates } = await hours.plan(therapist, torres.id, {
    format: 'first-session',
    startsOn: dayIn(1),
    startTime: '16:00',
  });
  const there = candidates.filter(({ relation }) => relation === 'client' || relation === 'mother');
  const planned: SessionPlan = {
    ...plan,
    people: [
      ...plan.people,
      ...there.map(({ memberId }) => ({ side: 'family', id: memberId, role: 'participant' }) as const),
    ],
  };
  await hours.save(therapist, id, revision, planned);
  await asking.ask(
    therapist,
    id,
    there.map(({ memberId }) => memberId),
  );
  await notes.write(therapist, id, 0, {
    preparation: 'Begin with what went well. Maya needs time before she answers.',
    notes: '',
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
  const said = await pages.read(therapist, id);
  await pages.give(therapist, id, {
    padRevision: said.padRevision,
    pages: said.readers.map((reader) => {
      const { memberId, parts, actionIds } = offeredChoice(said, reader, []);
      return { memberId, parts: [...parts], actionIds: [...actionIds] };
    }),
  });
  const mother = actorOf(torres.mother.person);
  for (const [question, choice, words] of LOOKED_BACK)
    await looks.write(mother, id, question, { revision: 0, key: null }, { choice, words });
  await looks.send(mother, id);
  await hours.save(therapist, id, revision + 1, { ...planned, startsOn: dayIn(-14) });
}
