import { Location } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  PageHeading,
  SafetyCardView,
  Session,
  Thread,
  Waiting,
  WordsInTemplate,
  loaded,
} from '@common-ground/web/platform';
import { HomeworkClient } from '../homework.client';
import { ClosedFamilies } from './closed-families';
import { OwnWordsClient } from './own-words.client';
import { TakeACopy } from './take-a-copy';

/** After leaving, and later for anybody to whom nothing is open any more: what was written stays theirs to take or to erase. */
@Component({
  selector: 'cg-own-words-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    ClosedFamilies,
    PageHeading,
    RouterLink,
    SafetyCardView,
    TakeACopy,
    Thread,
    WordsInTemplate,
    Waiting,
  ],
  template: `
    <ng-container *cgWords="let t">
      @if (hasJustLeft) {
        <cg-thread />
        <h1 cgHeading>{{ t('homework.left.title') }}</h1>
        <p>{{ t('homework.left.what') }}</p>
      } @else {
        <h1 cgHeading>{{ t('homework.left.wordsTitle') }}</h1>
      }
      <p>{{ t('homework.left.yours') }}</p>
      @if (session.roles().length > 0) {
        <p>
          <a class="home" [routerLink]="session.home()">{{ t('homework.left.home') }}</a>
        </p>
      }
      <cg-take-a-copy />
      @if (privacy.value(); as mine) {
        @if (erasures.value(); as requests) {
          <cg-closed-families [privacy]="mine" [erasures]="requests" (changed)="erasures.set($event)" />
        } @else {
          <cg-waiting [on]="erasures" shape="list" />
        }
      } @else {
        <cg-waiting [on]="privacy" shape="list" />
      }
      <cg-safety-card />
    </ng-container>
  `,
  styles: `
    .home {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
    }
    cg-safety-card {
      margin-block-start: 32px;
      display: block;
    }
  `,
})
export class OwnWordsPage {
  private readonly client = inject(HomeworkClient);
  private readonly ownWords = inject(OwnWordsClient);
  protected readonly session = inject(Session);

  /** Said by the page that somebody comes from, so that an address alone claims nothing. */
  protected readonly hasJustLeft = isLeaving(inject(Location).getState());

  protected readonly privacy = loaded(
    () => true,
    (_always, stop) => this.client.privacy(stop),
  );
  protected readonly erasures = loaded(
    () => true,
    (_always, stop) => this.ownWords.erasures(stop),
  );
}

function isLeaving(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'hasLeft' in state;
}
