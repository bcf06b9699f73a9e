import { Injectable, computed, inject } from '@angular/core';
import type { HourPlanContent, ReviewComment, SessionPlan, SuggestionAnswer } from '@common-ground/contract';
import { hourPlanOf, rulesOf, whereMarkedWordsStand, type StandingMark } from '@common-ground/rules/content';
import { SentReview, type Thread } from '@common-ground/web/documents';
import { PlanStore } from '../planning/plan.store';

/** What a supervisor said of the plan, beside the plan as it stands on the desk. */
@Injectable()
export class PlanThreads extends SentReview {
  private readonly desk = inject(PlanStore);

  /** The plan on the desk as its supervisor would read it, told in the terms of what was sent. */
  readonly content = computed<HourPlanContent | null>(() => {
    const sent = this.value()?.version.content as HourPlanContent | undefined;
    if (sent === undefined || this.desk.draft() === null) return null;
    const { candidates, staff } = this.desk.session();
    const names = new Map<string, string>([
      ...sent.people.map(({ id, name }) => [id, name] as const),
      ...candidates.map(({ memberId, displayName }) => [memberId, displayName] as const),
      ...staff.map(({ id, displayName }) => [id, displayName] as const),
    ]);
    const titles = new Map(sent.agenda.flatMap(({ papers }) => papers.map(({ id, title }) => [id, title])));
    return hourPlanOf(this.desk.plan(), {
      language: sent.language,
      nameOf: ({ id }) => names.get(id) ?? '',
      titleOf: (id) => titles.get(id) ?? '',
      before: sent.groundRules,
    });
  });

  /** The words come into the plan like words that were typed. Where they stand already, only their author learns of it. */
  async answerSuggestion({ first }: Thread, answer: SuggestionAnswer): Promise<boolean> {
    const review = this.value();
    if (review === null || first.suggestion === null) return false;
    if (answer === 'taken' && !this.takeIn(first, first.suggestion.words)) return false;
    this.keep(await this.client.answerSuggestion(review.id, first.id, answer));
    return true;
  }

  private takeIn(comment: ReviewComment, words: string): boolean {
    const content = this.content();
    if (content === null) return false;
    const parts = rulesOf('hour-plan').parts(content);
    const stands = whereMarkedWordsStand(content, parts, { ...comment, quote: words }) !== null;
    // Words that hold the old ones are found around them again: taken twice, they would stand there twice.
    if (stands && words.includes(comment.quote)) return true;
    const mark = whereMarkedWordsStand(content, parts, comment);
    const change = mark === null ? null : reworded(this.desk.plan(), mark, words);
    if (change === null) return stands;
    this.desk.write(change);
    return true;
  }
}

/** The plan with other words at a mark; null where nobody writes words: a day, a name, the title of a paper. */
function reworded(plan: SessionPlan, mark: StandingMark, words: string): Partial<SessionPlan> | null {
  const put = (text: string): string =>
    text.slice(0, mark.from) + words + text.slice(mark.from + mark.quote.length);
  const [, field = '', place, inEntry] = mark.path.split('.');
  const at = Number(place);
  if (field === 'purpose') return { purpose: put(plan.purpose) };
  if (field === 'goRound') return { goRound: put(plan.goRound) };
  if (field === 'groundRules' && inEntry === 'words')
    return { groundRules: plan.groundRules.map((rule, index) => (index === at ? put(rule) : rule)) };
  if (field === 'agenda' && inEntry === 'title')
    return {
      agenda: plan.agenda.map((entry, index) =>
        index === at ? { ...entry, title: put(entry.title) } : entry,
      ),
    };
  return null;
}
