import type { BoundaryPlanContent, Language } from '@common-ground/contract';
import { entryOf, listPart, longDay, plainPart, whole, type KindOnPaper } from '../../printing/pieces';

const WORDS = {
  en: {
    situation: 'The situation',
    value: 'What I value',
    limits: 'My limit',
    action: 'What I will do',
    saying: 'How I will say it',
    sayingWhen: 'When I will say it',
    offer: 'What I will still offer',
    steps: 'If it is crossed',
    step: (number: number): string => `Step ${number}`,
    supportedBy: 'Who supports me',
    safety: 'So that everybody is safe',
    startOn: 'It begins on',
    reviewOn: 'We look at it again on',
  },
  es: {
    situation: 'La situación',
    value: 'Lo que valoro',
    limits: 'Mi límite',
    action: 'Lo que haré',
    saying: 'Cómo lo diré',
    sayingWhen: 'Cuándo lo diré',
    offer: 'Lo que seguiré ofreciendo',
    steps: 'Si se cruza',
    step: (number: number): string => `Paso ${number}`,
    supportedBy: 'Quién me apoya',
    safety: 'Para que todos estén a salvo',
    startOn: 'Empieza el',
    reviewOn: 'Lo volvemos a mirar el',
  },
} as const satisfies { [L in Language]: object };

export const BOUNDARY_PLAN_ON_PAPER: KindOnPaper<BoundaryPlanContent> = {
  fileName: 'plan.pdf',
  facts: () => [],
  pieces: (content, { language, codes }) => {
    const words = WORDS[language];
    const day = (on: string | null): string => (on === null ? '' : longDay(on, language));
    return whole([
      plainPart(words.situation, content.situation),
      plainPart(words.value, content.value),
      listPart(
        words.limits,
        content.limits.map((limit) => entryOf('', [['', limit.words]], codes.get(limit.id))),
      ),
      plainPart(words.action, content.action),
      plainPart(words.saying, content.saying),
      plainPart(words.sayingWhen, content.sayingWhen),
      plainPart(words.offer, content.offer),
      listPart(
        words.steps,
        content.steps.map((step, index) =>
          entryOf(words.step(index + 1), [['', step.words]], codes.get(step.id)),
        ),
      ),
      plainPart(words.supportedBy, content.supportedBy),
      plainPart(words.safety, content.safety),
      plainPart(words.startOn, day(content.startOn)),
      plainPart(words.reviewOn, day(content.reviewOn)),
    ]);
  },
  card: (content, { language }) => {
    const words = WORDS[language];
    return whole([
      listPart(
        words.limits,
        content.limits.map((limit) => entryOf('', [['', limit.words]])),
      ),
      plainPart(words.action, content.action),
      plainPart(words.offer, content.offer),
      plainPart(words.supportedBy, content.supportedBy),
    ]);
  },
};
