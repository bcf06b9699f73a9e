import { DOCUMENT } from '@angular/common';
import { Injectable, effect, inject, signal } from '@angular/core';

export const THEMES = ['device', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const TEXT_SIZES = ['usual', 'large', 'larger'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** How the product looks on this device. Remembered here and not with the person: eyes and screens differ. */
@Injectable({ providedIn: 'root' })
export class Appearance {
  private readonly root = inject(DOCUMENT).documentElement;

  readonly theme = signal<Theme>(remembered('cg.theme', THEMES));
  readonly textSize = signal<TextSize>(remembered('cg.text', TEXT_SIZES));

  constructor() {
    effect(() => {
      this.root.dataset['theme'] = this.theme();
      this.root.dataset['text'] = this.textSize();
      localStorage.setItem('cg.theme', this.theme());
      localStorage.setItem('cg.text', this.textSize());
    });
  }
}

/** The kept choice, or the first one where none or nonsense was kept. */
function remembered<T extends string>(key: string, choices: readonly [T, ...T[]]): T {
  const kept = localStorage.getItem(key);
  return choices.find((choice) => choice === kept) ?? choices[0];
}
