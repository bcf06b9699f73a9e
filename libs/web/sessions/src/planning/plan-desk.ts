import { ChangeDetectionStrategy, Component, type OnInit, computed, inject, input } from '@angular/core';
import type { FamilySession } from '@common-ground/contract';
import { hoursAndMinutes, type SessionConcern } from '@common-ground/rules/content';
import {
  Dates,
  Field,
  ProblemWords,
  SaveStateLine,
  Problem,
  TimeZoneChoice,
  WordsInTemplate,
} from '@common-ground/web/platform';
import { calendarOf } from '../invitations/asked.client';
import { AskingList } from '../invitations/asking-list';
import { CallOff } from '../invitations/call-off';
import { LinesField } from '../lines-field';
import { AgendaList } from './agenda-list';
import { CompanyList } from './company-list';
import { PlanStore } from './plan.store';
import { SessionsBeside } from './sessions-beside';

/** A plan being written: when and where, what for, who comes, how they talk, and in which order things happen. */
@Component({
  selector: 'cg-plan-desk',
  imports: [
    AgendaList,
    AskingList,
    CallOff,
    CompanyList,
    Field,
    LinesField,
    SaveStateLine,
    SessionsBeside,
    TimeZoneChoice,
    WordsInTemplate,
  ],
  templateUrl: './plan-desk.html',
  styleUrl: './plan-desk.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanDesk implements OnInit {
  private readonly problems = inject(ProblemWords);
  protected readonly store = inject(PlanStore);
  protected readonly dates = inject(Dates);

  protected readonly calendarOf = calendarOf;

  readonly session = input.required<FamilySession>();

  protected readonly refusal = computed(() => {
    const trouble = this.store.saving()?.trouble();
    if (trouble?.sort !== 'refused') return null;
    return this.problems.of(new Problem(422, trouble.code as Problem['code']), 'sessions');
  });

  ngOnInit(): void {
    this.store.open(this.session());
  }

  protected errorAt(field: string): string | null {
    return this.store.faults().find((fault) => fault.field === field)?.words ?? null;
  }

  /** A number being typed is none for a moment; the plan keeps the last one that was. */
  protected lasts(text: string): void {
    const minutes = Number(text);
    if (Number.isInteger(minutes) && minutes > 0) this.store.write({ minutes });
  }

  /** What a concern is about, by name. */
  protected about(concern: SessionConcern): Readonly<Record<string, number | string>> {
    const { candidates } = this.store.session();
    const person = 'personId' in concern ? concern.personId : '';
    const entry = 'entryId' in concern ? concern.entryId : '';
    return {
      name:
        candidates.find(({ memberId }) => memberId === person)?.displayName ??
        this.store.plan().agenda.find(({ id }) => id === entry)?.title ??
        '',
      ...(concern.code === 'late' && hoursAndMinutes(concern.minutes)),
      ...(concern.code === 'over' && { minutes: concern.minutes }),
    };
  }
}
