import { SESSION_REPLIES } from '@common-ground/contract';
import fc from 'fast-check';
import { RandomCircles } from './random-circles';
import type { PracticeRows } from './rows-of-a-practice';

type When = string | null;
interface Row {
  readonly practice_id: string;
  readonly id: string;
}
interface OfHour {
  readonly practice_id: string;
  readonly session_id: string;
  readonly family_id: string;
}

type OfferOnScreen = PracticeRows['offer'][number] & {
  readonly on_screen: boolean;
  readonly shown_at: When;
  readonly shown_in: string | null;
};

/** A practice with hours of its families, and what of the offers stood on a screen. */
export interface PracticeWithHours extends PracticeRows {
  readonly family_session: readonly (Row & { readonly family_id: string; readonly called_off_at: When })[];
  readonly session_run: readonly (OfHour & { readonly ends: string | null; readonly ended_at: When })[];
  readonly session_reply: readonly (Row &
    OfHour & { readonly member_id: string; readonly reply: string | null; readonly withdrawn_at: When })[];
  readonly offer: OfferOnScreen[];
}

/**
 * Two hours of each family, most under way and with most of the family asked. Most families are calmer than others that
 * are drawn: where half of the people may not come, nothing stands on a screen, whatever is forgotten.
 */
export function withRandomHours(rows: PracticeRows, today: string): fc.Arbitrary<PracticeWithHours> {
  return fc.gen().map((draw) => new RandomHours(draw, rows, today).practice());
}

/** The same in the practice of a twin, where every hour is under way and everybody comes to it. */
export function openHours(hours: PracticeWithHours, twin: PracticeRows): PracticeWithHours {
  const there = { practice_id: twin.practiceId };
  return ordered(twin, {
    family_session: hours.family_session.map((one) => ({ ...one, ...there, called_off_at: null })),
    session_run: hours.session_run.map((one) => ({ ...one, ...there, ends: null, ended_at: null })),
    session_reply: hours.session_reply.map((one) => ({ ...one, ...there, ...COMES, withdrawn_at: null })),
    offer: twin.offer.map((one) => ({ ...one, on_screen: true, shown_at: null, shown_in: null })),
  });
}

/** Nobody got anything so often but by what is drawn here. */
const FIRST_ROUND = 7;
const ODD = [
  'another question',
  'another round',
  'another version',
  'to one',
  'to one',
  'to others',
] as const;
const COMES = { reply: 'coming', replied_at: '2026-01-01T00:00:00Z' };

class RandomHours extends RandomCircles {
  override readonly rows: PracticeRows;

  constructor(draw: fc.GeneratorValue, drawn: PracticeRows, today: string) {
    super(draw, drawn.practiceId, today);
    this.rows = this.calmer(drawn);
    for (const family of this.rows.family) this.circles(family);
  }

  practice(): PracticeWithHours {
    const hours = this.rows.family.flatMap(({ id, opened_by }) =>
      this.times(2, 2, () =>
        this.row({
          ...{ family_id: id, starts_on: this.day(), start_time: '16:00', time_zone: 'UTC', minutes: 50 },
          ...{ content: {}, revision: 1, planned_by: opened_by, written_by: opened_by },
          called_off_at: this.seldom(12) ? this.now : null,
        }),
      ),
    );
    const runs = hours
      .filter(() => !this.seldom(12))
      .map(({ practice_id, id, family_id, planned_by }) => {
        const ended_at = this.seldom(8) ? this.now : null;
        return {
          ...{ practice_id, session_id: id, family_id, begun_by: planned_by, led_by: planned_by },
          ...{ entries: [], breathing: false, revision: 1, ended_at, ends: ended_at && 'closed' },
          ...{ begun_at: this.past, entered_at: this.past, led_at: this.past },
        };
      });
    const replies = hours.flatMap(({ id, family_id, planned_by }) =>
      this.rows.member
        .filter((member) => member.family_id === family_id && !this.seldom(16))
        .map((member) => {
          const reply = this.seldom(10)
            ? 'cannot'
            : this.oneOf([null, ...SESSION_REPLIES.filter((one) => one !== 'cannot')]);
          return this.row({
            ...{ session_id: id, family_id, member_id: member.id, asked_by: planned_by, asked_at: this.past },
            ...{ reply, replied_at: reply && this.now, words: '', revision: 0 },
            withdrawn_at: this.seldom(20) ? this.now : null,
          });
        }),
    );
    return ordered(this.rows, {
      ...{ family_session: hours, session_run: runs, session_reply: replies },
      offer: this.rows.offer.map((offer) => {
        const on_screen = !this.seldom(12);
        const shown = on_screen && this.seldom(10);
        const here = hours.filter(({ family_id }) => family_id === offer.family_id);
        return {
          ...{ ...offer, on_screen },
          ...{ shown_at: shown ? this.now : null, shown_in: shown ? this.oneOf(here).id : null },
        };
      }),
    });
  }

  private calmer(rows: PracticeRows): PracticeRows {
    const calm = new Set(rows.family.filter(() => !this.seldom(5)).map(({ id }) => id));
    const lifted = <T extends { family_id: string; lifted_at: When }>(some: readonly T[]): T[] =>
      some.map((one) => (calm.has(one.family_id) && !this.seldom(8) ? { ...one, lifted_at: this.now } : one));
    return {
      ...rows,
      member: rows.member.map((one) =>
        calm.has(one.family_id) && !this.seldom(10) ? { ...one, state: 'confirmed' } : one,
      ),
      block: lifted(rows.block),
      hold: lifted(rows.hold),
    };
  }

  /** Once in so many times, evenly: what is drawn near the ends of a range comes far more often than the rest. */
  private seldom(inSoMany: number): boolean {
    return this.upTo(1_000_003) % inSoMany === Math.floor(inSoMany / 2);
  }

  /** Two or three of a family who open the same question to each other, with one odd thing every second time. */
  private circles(family: PracticeRows['family'][number]): void {
    const { id } = family;
    const shares = this.rows.share.filter((one) => one.family_id === id && one.revoked_at === null);
    const [share] = shares.slice(-1);
    if (share === undefined) return;
    const document = this.rows.document.find((one) => one.id === share.document_id);
    const members = this.rows.member.filter((one) => one.family_id === id);
    for (const round of [FIRST_ROUND, FIRST_ROUND + 2]) {
      const circle = members.filter(({ state }) => state === 'confirmed' && !this.seldom(5)).slice(0, 3);
      const odd = this.oneOf([null, null, ...circle]);
      const how = this.oneOf(ODD);
      const waits = this.once(2);
      for (const member of circle) {
        if (document && member.relation !== 'client') this.covered(family, member, document, !this.seldom(8));
        const isOdd = (one: (typeof ODD)[number]): boolean => member === odd && how === one;
        const {
          id: share_id,
          document_id,
          version_id,
        } = (isOdd('another version') && shares.find((one) => one.version_id !== share.version_id)) || share;
        const task = this.row({
          ...{ share_id, document_id, version_id, family_id: id, member_id: member.id },
          ...{ person_id: member.person_id, given_at: this.past, sent_at: this.now },
          round: isOdd('another round') ? round + 1 : round,
        });
        this.rows.task.push(task);
        const answer = this.row({
          ...{ task_id: task.id, prompt_id: isOdd('another question') ? 'kept' : 'told', family_id: id },
          ...{ author_id: member.person_id, value: 'An answer for all', visibility: 'family', revision: 1 },
          sent_at: this.now,
        });
        this.rows.answer.push(answer);
        const others = circle.filter((one) => one !== member);
        const outside = members.filter((one) => !circle.includes(one));
        this.offer(
          answer,
          isOdd('to others') ? outside : isOdd('to one') ? others.slice(0, 1) : others,
          waits,
        );
      }
    }
  }
}

/** In the order in which tables are filled: an offer names the hour that showed it. */
function ordered(
  { offer: _, ...rows }: PracticeRows,
  hours: Omit<PracticeWithHours, keyof PracticeRows> & Pick<PracticeWithHours, 'offer'>,
): PracticeWithHours {
  return { ...rows, ...hours };
}
