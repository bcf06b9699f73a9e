import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import {
  Injectable,
  SetMetadata,
  UseGuards,
  applyDecorators,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Database } from '../database/database';
import { Refusal } from '../problems/refusal';
import { Settings } from '../settings/settings';

const SORT = 'door:knock';

/**
 * Counts how often one network address tries a door that stands open, and refuses from a certain number on
 * (`access.knock` knows it). The count lies in the database, so that it holds for all processes together.
 */
@Injectable()
export class KnockGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const sort = this.reflector.get<string>(SORT, context.getHandler());
    const { ip } = context.switchToHttp().getRequest<FastifyRequest>();
    const [answer] = await this.database.beforeSignIn<{ allowed: boolean }>(
      'select allowed from access.knock($1, $2) as allowed',
      [this.#hashOf(ip), sort],
    );
    if (answer?.allowed !== true) throw new Refusal('too-many-requests');
    return true;
  }

  /** A household has a whole network of IPv6 addresses; all of them count as one. */
  #hashOf(ip: string): Buffer {
    const address = isIPv6(ip) && !ip.startsWith('::ffff:') ? networkOf(ip) : ip;
    return createHmac('sha256', this.settings.secretKey).update(`knock ${address}`).digest();
  }
}

/** The first 64 bits of an IPv6 address, written out. */
function networkOf(ip: string): string {
  const [head = '', tail] = ip.split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array.from({ length: gap }, () => '0'), ...after]
    .slice(0, 4)
    .map((group) => parseInt(group, 16))
    .join(':');
}

/** For a handler that stands open: one address may knock on it so often and no more. `sort` names whose count it is. */
export const Knocks = (sort: string): MethodDecorator =>
  applyDecorators(SetMetadata(SORT, sort), UseGuards(KnockGuard));
