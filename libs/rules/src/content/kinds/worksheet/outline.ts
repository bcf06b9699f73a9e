import { isPrompt, type WorksheetContent } from '@common-ground/contract';
import type { Outline } from '../../parts';
import { asksOnlyIf } from './conditions';
import { estimateMinutes } from './minutes';

export function worksheetOutline(content: WorksheetContent): Outline {
  return {
    whyItHelps: content.whyItHelps,
    minutes: estimateMinutes(content),
    prompts: content.blocks.filter(isPrompt).length,
    ...(asksOnlyIf(content.blocks) && { varies: true }),
  };
}
