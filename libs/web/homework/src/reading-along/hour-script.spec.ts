import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { FollowedHour } from '@common-ground/contract';
import { blankRolePlayScript, blankTurn } from '@common-ground/rules/content';
import { opened, press, settled } from '../testing/stage';
import { anOpenTask } from '../testing/worlds';
import { HourScript } from './hour-script';

const CONTENT = {
  ...blankRolePlayScript('en'),
  roles: [{ id: 'me', name: 'The one who asks', castAs: 'Maya', wants: '', feels: '', knows: '' }],
  turns: [
    { ...blankTurn('open', 'me'), line: 'Is now a good time?' },
    { ...blankTurn('on', 'me'), line: 'Could we talk?' },
    { ...blankTurn('calm', 'me'), line: 'Let us breathe.', calmsDown: true },
  ],
};
type Play = NonNullable<FollowedHour['play']>;

describe('a script on the phone of somebody in the hour', () => {
  let script: ComponentFixture<HourScript>;

  const at = async (place: string, moment: Play['moment'] = 'turn'): Promise<void> => {
    script.componentRef.setInput('play', { taskId: 'task-1', at: place, moment, mine: ['me'] });
    script.detectChanges();
    await settled();
    script.detectChanges();
  };
  const says = (): string => (script.nativeElement as HTMLElement).textContent ?? '';

  async function looking(): Promise<void> {
    await opened('/me', (it) => {
      it.tasks = [anOpenTask({ kind: 'role-play-script', content: CONTENT })];
    });
    script = TestBed.createComponent(HourScript);
    document.body.replaceChildren(script.nativeElement as HTMLElement);
    await at('open');
    await press('The line to calm down');
    script.detectChanges();
    expect(says()).toContain('Let us breathe.');
  }

  it('stays at the line to calm down while others go on', async () => {
    await looking();
    await at('on');
    expect(says()).toContain('Let us breathe.');
    await press('Back to where everybody is');
    script.detectChanges();
    expect(says()).toContain('Could we talk?');
  });

  it('does not jump back to it once everybody was there and went on', async () => {
    await looking();
    await at('calm');
    await at('on');
    expect(says()).toContain('Could we talk?');
    expect(says()).not.toContain('Let us breathe.');
  });

  it('does not jump back to it when what was talked about is played again', async () => {
    await looking();
    await at('open', 'questions');
    await at('open');
    expect(says()).toContain('Is now a good time?');
  });
});
