import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Words } from '../words/words';

export interface Step {
  readonly words: string;
  readonly link: string;
}

/** The way back up: *Families / The Okafor family*. The page itself is not part of it. */
@Component({
  selector: 'cg-breadcrumb',
  imports: [RouterLink],
  template: `
    <nav class="cg-screen-only" [attr.aria-label]="words.say('platform.frame.whereYouAre')">
      <ol>
        @for (step of trail(); track step.link) {
          <li>
            <a [routerLink]="step.link">{{ step.words }}</a>
          </li>
        }
      </ol>
    </nav>
  `,
  styles: `
    ol {
      display: flex;
      flex-wrap: wrap;
      margin: 0 0 0.5rem;
      padding: 0;
      list-style: none;
      font-size: 0.9375rem;
    }
    li + li::before {
      content: '/' / '';
      margin-inline: 0.625rem;
      color: var(--cg-quiet);
    }
    a {
      display: inline-flex;
      align-items: center;
      min-block-size: 32px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Breadcrumb {
  protected readonly words = inject(Words);

  readonly trail = input.required<readonly Step[]>();
}
