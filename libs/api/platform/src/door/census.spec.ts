import { Controller, Get, type Type } from '@nestjs/common';
import { Reflector, type ModulesContainer } from '@nestjs/core';
import { demandLabels, takeCensus } from './census';
import {
  Asking,
  FoundWithTheWork,
  FreshlyProven,
  InSession,
  SignedIn,
  WhileEnrolling,
  type SessionFacts,
} from './labels';
import type { Actor } from '@common-ground/rules/access';

const Signed = (): MethodDecorator => SignedIn('It is a test.');

@Controller('silent')
class Silent {
  @Get()
  read(): string {
    return 'words';
  }
}

@Controller('plain')
class Plain {
  @Get('found')
  @FoundWithTheWork()
  @Signed()
  found(@Asking() actor: Actor): Actor {
    return actor;
  }
  @Get('session')
  @FreshlyProven()
  @WhileEnrolling()
  @Signed()
  session(@InSession() session: SessionFacts): SessionFacts {
    return session;
  }
}

@Controller('session')
class TakesSession {
  @Get()
  @FoundWithTheWork()
  @Signed()
  read(@Asking() _actor: Actor, @InSession() session: SessionFacts): SessionFacts {
    return session;
  }
}

@Controller('proven')
class Proven {
  @Get()
  @FreshlyProven()
  @FoundWithTheWork()
  @Signed()
  read(): string {
    return 'words';
  }
}

@Controller('enrolling')
class Enrolling {
  @Get()
  @FoundWithTheWork()
  @WhileEnrolling()
  @Signed()
  read(): string {
    return 'words';
  }
}

/** Boots as far as the program does before it is known whether every handler says what it has to. */
function boot(...controllers: readonly Type[]): void {
  const module = { controllers: new Map(controllers.map((metatype) => [metatype, { metatype }])) };
  const modules = new Map([['module', module]]) as unknown as ModulesContainer;
  demandLabels(takeCensus(modules, new Reflector(), 'api'));
}

describe('what handlers have to say before the program runs', () => {
  it('is who may use them', () => {
    expect(() => {
      boot(Plain);
    }).not.toThrow();
    expect(() => {
      boot(Plain, Silent);
    }).toThrow('These routes do not say who may use them: GET /api/silent');
  });

  it.each([
    ['the handler takes them', TakesSession, 'session'],
    ['somebody has to have proved who they are', Proven, 'proven'],
    ['somebody may still lack a second factor', Enrolling, 'enrolling'],
  ] as const)('is not that a session is found with the work, where %s', (_why, controller, path) => {
    expect(() => {
      boot(Plain, controller);
    }).toThrow(`only found with the work: GET /api/${path}`);
  });
});
