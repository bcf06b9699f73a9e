import { isPrompt, type WorksheetContent } from '@common-ground/contract';
import type { Outline } from '../../parts';
import { isVarying } from './conditions';
import { estimateMinutes } from './minutes';

export function worksheetOutline(content: WorksheetContent): Outline {
  return {
    whyItHelps: content.whyItHelps,
    minutes: estimateMinutes(content),
    prompts: content.blocks.filter(isPrompt).length,
    ...(isVarying(content.blocks) && { varies: true }),
  };
}
