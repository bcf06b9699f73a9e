import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Template, TemplateChange } from '@common-ground/contract';
import {
  Breadcrumb,
  Dates,
  ErrorSummary,
  PageHeading,
  Problem,
  ProblemNotice,
  WordsInTemplate,
  checkedAgainst,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { DocumentsClient } from '../documents.client';
import { PageWaiting } from '../page-waiting';
import { TemplateForm } from './template-form';

/** Says anew what a template is, and that it was looked at today: the way to renew a right that has run out. */
@Component({
  selector: 'cg-change-template-page',
  imports: [
    Breadcrumb,
    ErrorSummary,
    PageHeading,
    PageWaiting,
    ProblemNotice,
    RouterLink,
    TemplateForm,
    WordsInTemplate,
  ],
  templateUrl: './change-template-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangeTemplatePage {
  private readonly client = inject(DocumentsClient);
  private readonly router = inject(Router);
  protected readonly dates = inject(Dates);

  readonly id = input.required<string>();

  protected readonly template = loaded(this.id, (id) => this.client.template(id));
  protected readonly sending = sendingOf('documents');
  /** Somebody said something else meanwhile: what stands there now is shown, and nothing is written over it. */
  protected readonly isOvertaken = signal(false);

  /** The same as long as the template is: what somebody typed goes when it changes. */
  protected readonly said = computed((): TemplateChange | null => {
    const template = this.template.value();
    if (template === null) return null;
    const { title, shelf, tags, source, licence, licenceUntilOn } = template;
    return {
      title,
      shelf: shelf === 'practice' ? shelf : 'own',
      tags: [...tags],
      source,
      licence,
      ...(licenceUntilOn !== null && { licenceUntilOn }),
    };
  });

  protected async change(template: Template, said: TemplateChange): Promise<void> {
    this.isOvertaken.set(false);
    const changed = await this.sending.send(
      () =>
        this.client.changeTemplate(template.id, template.revision, said).catch((cause: unknown) => {
          const problem = Problem.from(cause);
          if (problem.code !== 'revision-stale') throw problem;
          this.isOvertaken.set(true);
          this.template.again();
          return null;
        }),
      () => checkedAgainst('TemplateChange', said),
    );
    if (changed) void this.router.navigate(['/app/library'], { queryParams: { shelf: changed.shelf } });
  }
}
