import type { Language, SupportOnTheMenu, SupportPlanContent } from '@common-ground/contract';
import { uncoveredNeeds } from '@common-ground/rules/content';
import { entryOf, listPart, longDay, plainPart, whole, type KindOnPaper } from '../../printing/pieces';

interface SupportPlanWords {
  readonly menu: { readonly [S in SupportOnTheMenu]: string };
  readonly purpose: string;
  readonly needs: string;
  readonly uncovered: string;
  readonly offers: string;
  readonly steps: string;
  readonly when: string;
  readonly often: string;
  readonly knownBy: string;
  readonly planB: string;
  readonly signs: string;
  readonly helps: string;
  readonly places: string;
  readonly startOn: string;
  readonly reviewOn: string;
}

const WORDS: { readonly [L in Language]: SupportPlanWords } = {
  en: {
    menu: {
      listen: 'Listen',
      distract: 'Distract',
      'practical-help': 'Practical help',
      'quiet-company': 'Quiet company',
      'leave-me-be': 'Leave me be',
    },
    purpose: 'What this plan is for',
    needs: 'What support is needed now',
    uncovered: 'Nobody has offered this yet.',
    offers: 'Who offers what',
    steps: 'The steps of a day',
    when: 'When',
    often: 'How often',
    knownBy: 'How we will know',
    planB: 'Plan B',
    signs: 'Early signs, and what helps',
    helps: 'What helps',
    places: 'Places and groups',
    startOn: 'It begins on',
    reviewOn: 'We look at it again on',
  },
  es: {
    menu: {
      listen: 'Escuchar',
      distract: 'Distraer',
      'practical-help': 'Ayuda práctica',
      'quiet-company': 'Compañía tranquila',
      'leave-me-be': 'Dejarme en paz',
    },
    purpose: 'Para qué es este plan',
    needs: 'Qué apoyo hace falta ahora',
    uncovered: 'Nadie lo ha ofrecido todavía.',
    offers: 'Quién ofrece qué',
    steps: 'Los pasos de un día',
    when: 'Cuándo',
    often: 'Con qué frecuencia',
    knownBy: 'Cómo lo sabremos',
    planB: 'Plan B',
    signs: 'Primeras señales y qué ayuda',
    helps: 'Qué ayuda',
    places: 'Lugares y grupos',
    startOn: 'Empieza el',
    reviewOn: 'Lo volvemos a mirar el',
  },
};

export const SUPPORT_PLAN_ON_PAPER: KindOnPaper<SupportPlanContent> = {
  fileName: 'plan.pdf',
  facts: () => [],
  pieces: (content, { language, codes }) => {
    const words = WORDS[language];
    const day = (on: string | null): string => (on === null ? '' : longDay(on, language));
    const uncovered = uncoveredNeeds(content);
    return whole([
      plainPart(words.purpose, content.purpose),
      listPart(
        words.needs,
        content.needs.map((need) =>
          entryOf(
            words.menu[need.support],
            [
              ['', need.words],
              ['', uncovered.includes(need) ? words.uncovered : ''],
            ],
            codes.get(need.id),
          ),
        ),
      ),
      listPart(
        words.offers,
        content.offers.map(({ id, who, support, what, when }) =>
          entryOf(
            who,
            [
              [words.menu[support], what],
              [words.when, when],
            ],
            codes.get(id),
          ),
        ),
      ),
      listPart(
        words.steps,
        content.steps.map(({ id, who, what, when, often, knownBy, planB }) =>
          entryOf(
            who,
            [
              ['', what],
              [words.when, when],
              [words.often, often],
              [words.knownBy, knownBy],
              [words.planB, planB],
            ],
            codes.get(id),
          ),
        ),
      ),
      listPart(
        words.signs,
        content.signs.map(({ id, sign, helps }) => entryOf(sign, [[words.helps, helps]], codes.get(id))),
      ),
      listPart(
        words.places,
        content.places.map(({ id, name, when, contact }) =>
          entryOf(
            name,
            [
              ['', when],
              ['', contact],
            ],
            codes.get(id),
          ),
        ),
      ),
      plainPart(words.startOn, day(content.startOn)),
      plainPart(words.reviewOn, day(content.reviewOn)),
    ]);
  },
};
