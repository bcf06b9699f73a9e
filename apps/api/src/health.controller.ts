import { Controller, Get } from '@nestjs/common';
import { Open, Refusal } from '@common-ground/api/platform';
import { DataSource } from './data-source';

@Controller('/health')
export class HealthController {
  constructor(private readonly source: DataSource) {}

  @Get('live')
  @Open('tells a supervisor process that this one runs')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Open('tells a load balancer that requests can be answered')
  async ready(): Promise<{ status: 'ok' }> {
    try {
      await this.source.query('select 1');
    } catch {
      throw new Refusal('not-ready');
    }
    return { status: 'ok' };
  }
}
