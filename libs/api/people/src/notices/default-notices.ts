import type { Language, NoticeSort } from '@common-ground/contract';

/** The version of the texts below; it changes whenever one of them does. */
export const DEFAULT_NOTICE_VERSION = 'default-2026-11-25';

/**
 * What stands in until a practice writes its own, in our own words and marked as a default to be checked. The Part 2
 * text carries the elements of the notice that 42 CFR 2.32 asks to go along with a disclosure: that the record is
 * protected, that it may not be used or told in proceedings against the person without consent or a court order, and
 * that a consent, whose scope is shown with it, is why it was received.
 */
export const DEFAULT_NOTICES: Readonly<Record<NoticeSort, Readonly<Record<Language, string>>>> = {
  'part-2': {
    en: `What you can read here may come from care for alcohol or drug use. A federal privacy law protects it (42 CFR Part 2).

You got it because the person it is about said yes. Their yes says what you may read, why, and until when.

Do not pass it on unless they say yes to that too, or the law allows it.

Nobody may use it, or tell what it says, in a civil, criminal, administrative or legislative case against them. That needs their written yes, or a court order made under this law.`,
    es: `Lo que puede leer aquí puede venir de la atención por consumo de alcohol o drogas. Una ley federal de privacidad lo protege (42 CFR Parte 2).

Lo recibió porque la persona de quien trata dijo que sí. Su permiso dice qué puede leer usted, para qué y hasta cuándo.

No lo comparta con otros, a menos que esa persona también lo permita o que la ley lo autorice.

Nadie puede usarlo, ni contar lo que dice, en un caso civil, penal, administrativo o legislativo contra esa persona. Para eso hace falta su permiso por escrito o una orden judicial dictada según esta ley.`,
  },
  privacy: {
    en: `Your answers are yours. Nobody else can read them until you send them. Then your therapist can read them, apart from those you mark “not yet”.

Other people in the family do not see your answers here.

The person in treatment decides who gets papers about them. They can take that back at any time. From then on the paper is closed. It does not undo what somebody has read.

The people who run the practice’s computers and staff list do not get to read what families write here.

Sometimes the law asks us to tell somebody, for example when a life is in danger. Your therapist can explain this, and answer your questions.`,
    es: `Sus respuestas son suyas. Nadie más puede leerlas hasta que usted las envíe. Entonces su terapeuta puede leerlas, excepto las que marque «todavía no».

Las demás personas de la familia no ven aquí sus respuestas.

La persona en tratamiento decide quién recibe documentos sobre ella. Puede retirar ese permiso cuando quiera. Desde entonces el documento queda cerrado. Eso no deshace lo que alguien ya leyó.

Quienes llevan la lista del personal y los ajustes del centro no leen aquí lo que escriben las familias.

A veces la ley nos pide avisar a alguien, por ejemplo cuando hay una vida en peligro. Su terapeuta puede explicarlo y responder sus preguntas.`,
  },
};
