import type { Block } from '@common-ground/contract';
import type { Told } from '../kinds';
import { wordingOf } from './editor/worksheet-model';

/** How a worksheet speaks of its blocks away from the page. */
export const TOLD_WORKSHEET: Told = {
  nameOfField: (field) => `documents.twoTexts.field.${field}`,
  nameOfEntry: (_list, entry) => `documents.blocks.${(entry as Block).kind}`,
  lines: (_list, entry, words) => {
    const block = entry as Block;
    const lines = [wordingOf(block)];
    if ('help' in block) lines.push(block.help);
    if ('choices' in block) lines.push(...block.choices.map(({ label }) => `– ${label}`));
    if (block.kind === 'scale') lines.push(`0 ${block.lowLabel}`, `10 ${block.highLabel}`);
    if (block.kind === 'acknowledgement') lines.push(block.text);
    if (block.kind === 'contact-card') lines.push(block.name, block.phone, block.when);
    if (block.kind === 'timed-exercise') lines.push(...block.steps.map(({ label }) => `– ${label}`));
    if (block.kind === 'repeating-row') lines.push(...block.columns.map(({ label }) => `– ${label}`));
    if ('notSure' in block && block.notSure) lines.push(words.say('documents.editor.notSure'));
    if ('optional' in block && block.optional) lines.push(words.say('documents.editor.optional'));
    if ('inShort' in block && block.inShort) lines.push(words.say('prompts.short.mark'));
    if ('onlyIf' in block && block.onlyIf) {
      const { test, value } = block.onlyIf;
      lines.push(
        `${words.say('prompts.onlyIf.act')} ${words.say(`prompts.onlyIf.tests.${test}`)} ${value ?? ''}`,
      );
    }
    return lines;
  },
};
