import { Controller, Get } from '@nestjs/common';
import { Database, Open, Refusal } from '@common-ground/api/platform';

@Controller('/health')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('live')
  @Open('tells a supervisor process that this one runs')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Open('tells a load balancer that requests can be answered')
  async ready(): Promise<{ status: 'ok' }> {
    if (!(await this.database.answers())) throw new Refusal('database-away');
    return { status: 'ok' };
  }
}
