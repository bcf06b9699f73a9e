import { taskTitled } from '../acts';
import type { Act } from './acts-of-a-family';
import { believed, READERS, type Life, type Reader } from './family-life';
import { companions, takingPart, type Voice } from './opening-in-a-family';

/** Everybody who has a piece that they have not sent answers it for the family and sends it. */
export function send(): Act {
  const unsent = (life: Life): Omit<Voice, 'task' | 'offer'>[] => {
    const sights = believed(life);
    return READERS.flatMap((who) =>
      life.shares
        .filter(
          (share) =>
            share.stands &&
            share.to.includes(who) &&
            sights.has(`${who} has ${share.title}`) &&
            life.voices.every((one) => one.who !== who || one.share !== share),
        )
        .map((share) => ({ who, share })),
    );
  };
  return {
    name: 'everybody sends what they have',
    can: (life) => unsent(life).length > 0,
    do: async (life, real) => {
      for (const { who, share } of unsent(life)) {
        const task = await taskTitled(real.cast[who], share.title);
        await real.opening.send(who, task);
        life.voices.push({ who, share, task, offer: null });
      }
    },
  };
}

/** All who take part in a piece offer theirs to all the others in return, one after the other. */
export function offerToEachOther(title: string): Act {
  const together = (life: Life): Voice[] =>
    READERS.flatMap((who) => takingPart(life, who).filter((voice) => voice.share.title === title));
  return {
    name: `everybody offers their words in ${title} to each other`,
    can: (life) => together(life).length > 1,
    do: async (life, real) => {
      const voices = together(life);
      for (const voice of voices) {
        const circle = voices.map(({ who }) => who).filter((who) => who !== voice.who);
        await real.opening.offer(voice.who, voice.task, circle, true);
        voice.offer = { circle, waits: true };
      }
    },
  };
}

/** Offers to some of those who can be chosen, who are always the same people by the book and by the program. */
export function offers(who: Reader, wished: readonly Reader[], waits: boolean, at: number): Act {
  const possible = (life: Life): { voice: Voice; circle: Reader[] }[] =>
    takingPart(life, who)
      .map((voice) => {
        const besides = companions(life, who, voice.share.title, READERS);
        return { voice, circle: besides.filter((one) => wished.includes(one)) };
      })
      .filter(({ circle }) => circle.length > 0);
  return {
    name: `${who} offers their words in piece ${at} to ${wished.join(', ')} ${waits ? 'in return' : 'alone'}`,
    can: (life) => possible(life).length > 0,
    do: async (life, real) => {
      const chosen = possible(life)[at % possible(life).length];
      if (chosen === undefined) return;
      const { voice, circle } = chosen;
      expect((await real.opening.companions(who, voice.task)).sort()).toEqual(
        companions(life, who, voice.share.title, READERS).sort(),
      );
      await real.opening.offer(who, voice.task, circle, waits);
      voice.offer = { circle, waits };
    },
  };
}

export function closes(at: number): Act {
  const offered = (life: Life): Voice[] =>
    READERS.flatMap((who) => takingPart(life, who)).filter(({ offer }) => offer !== null);
  return {
    name: `words ${at} are closed again`,
    narrows: true,
    can: (life) => offered(life).length > 0,
    do: async (life, real) => {
      const voice = offered(life)[at % offered(life).length];
      if (voice === undefined) return;
      await real.opening.close(voice.who, voice.task);
      voice.offer = null;
    },
  };
}
