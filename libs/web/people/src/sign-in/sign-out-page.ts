import { Location } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageHeading, Session } from '@common-ground/web/platform';
import { TranslocoDirective } from '@jsverse/transloco';

@Component({
  selector: 'cg-sign-out-page',
  imports: [PageHeading, RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @switch (step()) {
        @case ('done') {
          <h1 cgHeading>{{ t('people.signOut.title') }}</h1>
          <p>{{ t('people.signOut.text') }}</p>
          <a class="cg-button" routerLink="/sign-in">{{ t('people.signOut.again') }}</a>
        }
        @case ('unsaved') {
          <h1 cgHeading>{{ t('people.signOut.unsavedTitle') }}</h1>
          <p>{{ t('people.signOut.unsavedText') }}</p>
          <button type="button" class="cg-button cg-primary" (click)="stay()">
            {{ t('people.signOut.stay') }}
          </button>
          <button type="button" class="cg-button cg-plain" (click)="leave(true)">
            {{ t('people.signOut.leaveThem') }}
          </button>
        }
        @default {
          <p role="status">{{ t('people.signOut.underWay') }}</p>
        }
      }
    </ng-container>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignOutPage {
  private readonly session = inject(Session);
  private readonly location = inject(Location);

  protected readonly step = signal<'under-way' | 'unsaved' | 'done'>('under-way');

  constructor() {
    void this.leave(false);
  }

  protected async leave(isSure: boolean): Promise<void> {
    this.step.set('under-way');
    this.step.set((await this.session.signOut(isSure)) ? 'done' : 'unsaved');
  }

  protected stay(): void {
    this.location.back();
  }
}
