import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Asking, Asks, FreshlyProven, PathId, Refusal } from '@common-ground/api/platform';
import {
  ChangeStaff,
  ChangeStaffEmail,
  GiveRole,
  NewStaff,
  STAFF_ROLES,
  type Page,
  type PersonId,
  type StaffMember,
  type StaffRole,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { StaffService } from './staff.service';

@Controller('staff')
export class StaffController {
  constructor(private readonly staff: StaffService) {}

  @Get()
  @Asks('staff.list')
  list(@Asking() actor: Actor): Promise<Page<StaffMember>> {
    return this.staff.list(actor);
  }

  @Post()
  @Asks('staff.add')
  add(@Asking() actor: Actor, @Body() body: NewStaff): Promise<StaffMember> {
    return this.staff.add(actor, body);
  }

  @Put(':id')
  @Asks('staff.change')
  change(@Asking() actor: Actor, @PathId() id: PersonId, @Body() body: ChangeStaff): Promise<StaffMember> {
    return this.staff.change(actor, id, body);
  }

  @Put(':id/email')
  @FreshlyProven()
  @Asks('staff.change-email')
  changeEmail(
    @Asking() actor: Actor,
    @PathId() id: PersonId,
    @Body() body: ChangeStaffEmail,
  ): Promise<StaffMember> {
    return this.staff.changeEmail(actor, id, body.email);
  }

  @Post(':id/roles')
  @HttpCode(200)
  @Asks('staff.give-role')
  give(@Asking() actor: Actor, @PathId() id: PersonId, @Body() body: GiveRole): Promise<StaffMember> {
    return this.staff.give(actor, id, body.role);
  }

  @Post(':id/roles/:role/end')
  @HttpCode(200)
  @Asks('staff.end-role')
  endRole(@Asking() actor: Actor, @PathId() id: PersonId, @Param('role') role: string): Promise<StaffMember> {
    return this.staff.endRole(actor, id, asRole(role));
  }

  @Post(':id/deactivate')
  @HttpCode(200)
  @Asks('staff.deactivate')
  deactivate(@Asking() actor: Actor, @PathId() id: PersonId): Promise<StaffMember> {
    return this.staff.deactivate(actor, id);
  }
}

/** A role that is none names nothing. */
function asRole(text: string): StaffRole {
  const found = STAFF_ROLES.find((role) => role === text);
  if (found === undefined) throw new Refusal('not-found');
  return found;
}
