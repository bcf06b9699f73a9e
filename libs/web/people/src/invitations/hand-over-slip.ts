import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Invitation, NewInvitation } from '@common-ground/contract';
import { Dates, Session, WordsInTemplate } from '@common-ground/web/platform';
import { QrCode } from './qr-code';

/** What goes into somebody's hands: the code, the square, and what to do with them. Made to be printed. */
@Component({
  selector: 'cg-hand-over-slip',
  imports: [QrCode, WordsInTemplate],
  templateUrl: './hand-over-slip.html',
  styleUrl: './hand-over-slip.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HandOverSlip {
  private readonly session = inject(Session);
  protected readonly dates = inject(Dates);

  readonly name = input.required<string>();
  readonly sort = input.required<Invitation['sort']>();
  readonly invitation = input.required<NewInvitation>();

  protected readonly practice = computed(() => this.session.practice()?.name ?? null);
  protected readonly safety = this.session.safety;
  /** The page where a code is typed, without the `https://` that nobody has to type. */
  protected readonly address = computed(() => {
    const { host } = new URL(this.invitation().url);
    return `${host}/l`;
  });
}
