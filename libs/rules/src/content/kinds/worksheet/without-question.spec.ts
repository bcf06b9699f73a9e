import { NOT_SURE, RATHER_NOT_SAY } from '@common-ground/contract';
import { dayPromptId } from '../../day-prompts';
import { LENGTH_CHOICE } from './short-version';
import { HARD, NOT_THIS_WEEK } from './told-at-once';
import { saidAlone } from './without-question';

describe('an answer whose question cannot be read any more', () => {
  it('keeps every word its author wrote', () => {
    const words = (...said: string[]) => ({ sort: 'words', words: said, picked: 0 });
    expect(saidAlone('p', 'A walk')).toEqual(words('A walk'));
    expect(saidAlone('p', 'self-care')).toEqual(words('self-care'));
    expect(saidAlone(HARD, 'All of it.')).toEqual(words('All of it.'));
    expect(saidAlone('p', { words: { feel: 'tired', when: ' ', like: 'quiet' } })).toEqual(
      words('tired', 'quiet'),
    );
    expect(saidAlone('p', { rows: [{ id: 'r', name: 'Mom', cells: { c: 'by phone' } }] })).toEqual(
      words('Mom · by phone'),
    );
    expect(saidAlone(dayPromptId('2026-11-28', 'did'), 'I left')).toEqual(words('2026-11-28: I left'));
  });

  it('says how much was picked and shows no id', () => {
    const picked = (count: number, ...said: string[]) => ({ sort: 'words', words: said, picked: count });
    expect(saidAlone('p', ['b0123456789ab', 'listen'])).toEqual(picked(2));
    expect(saidAlone('p', 'b0123456789ab-2')).toEqual(picked(1));
    expect(saidAlone('p', { picked: ['x'], words: { own: 'flat' } })).toEqual(picked(1, 'flat'));
    expect(saidAlone(dayPromptId('2026-11-28', 'outcome'), 'kept')).toEqual(picked(1));
  });

  it('tells numbers, days and stand-ins as such', () => {
    expect(saidAlone('p', 0)).toEqual({ sort: 'number', value: 0 });
    expect(saidAlone('p', '2026-11-28')).toEqual({ sort: 'day', on: '2026-11-28' });
    expect(saidAlone('p', RATHER_NOT_SAY)).toEqual({ sort: RATHER_NOT_SAY });
    expect(saidAlone('p', NOT_SURE)).toEqual({ sort: NOT_SURE });
    expect(saidAlone('p', 'yes')).toEqual({ sort: 'yes' });
  });

  it('tells nothing where nothing was said, nor of how much somebody wanted to do and when', () => {
    expect(saidAlone('p', null)).toEqual({ sort: 'nothing' });
    expect(saidAlone('p', ' ')).toEqual({ sort: 'nothing' });
    expect(saidAlone(LENGTH_CHOICE, 'short')).toEqual({ sort: 'nothing' });
    expect(saidAlone(NOT_THIS_WEEK, '2026-12-06')).toEqual({ sort: 'nothing' });
  });
});
