import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { DeviceEntry } from '@common-ground/contract';
import {
  Dates,
  ProblemNotice,
  Waiting,
  Words,
  WordsInTemplate,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { WaysInClient } from './ways-in.client';

/** Where somebody is signed in, and the way out of each place: for a phone that was lost or lent. */
@Component({
  selector: 'cg-my-devices',
  imports: [ProblemNotice, WordsInTemplate, Waiting],
  templateUrl: './my-devices.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MyDevices {
  private readonly client = inject(WaysInClient);
  private readonly dates = inject(Dates);
  private readonly words = inject(Words);

  protected readonly devices = loaded(
    () => true,
    () => this.client.devices(),
  );
  protected readonly others = computed(() =>
    (this.devices.value() ?? []).filter(({ isThisOne }) => !isThisOne),
  );
  protected readonly sending = sendingOf('keys');
  protected readonly isDone = signal(false);

  protected nameOf({ device }: DeviceEntry): string {
    const [browser = 'other', system = 'other'] = device.split(' ');
    return this.words.say('keys.devices.name', {
      browser: this.words.say(`keys.devices.browsers.${browser}`),
      system: this.words.say(`keys.devices.systems.${system}`),
    });
  }

  protected ago(at: string): string {
    return this.dates.ago(at);
  }

  protected signOut(device: DeviceEntry): Promise<void> {
    return this.end(() => this.client.signOut(device.id));
  }

  protected signOutOthers(): Promise<void> {
    return this.end(() => this.client.signOutOthers());
  }

  private async end(act: () => Promise<void>): Promise<void> {
    this.isDone.set(false);
    const left = await this.sending.send(async () => {
      await act();
      return this.client.devices();
    });
    if (!left) return;
    this.devices.set(left);
    this.isDone.set(true);
  }
}
