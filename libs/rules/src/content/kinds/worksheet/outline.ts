import { isPrompt, type WorksheetContent } from '@common-ground/contract';
import { estimateMinutes } from './minutes';

/** The few facts of a text that a list of tasks shows. */
export interface Outline {
  readonly whyItHelps: string;
  /** Whole minutes, at least 1. */
  readonly minutes: number;
  readonly prompts: number;
}

export function worksheetOutline(content: WorksheetContent): Outline {
  return {
    whyItHelps: content.whyItHelps,
    minutes: estimateMinutes(content),
    prompts: content.blocks.filter(isPrompt).length,
  };
}
