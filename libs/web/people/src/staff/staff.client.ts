import { Injectable, inject } from '@angular/core';
import type {
  AccessLink,
  ChangeStaff,
  ChangeStaffEmail,
  EndSupervision,
  NewAccessLink,
  NewStaff,
  NewSupervision,
  Page,
  PersonId,
  StaffMember,
  StaffRole,
  Supervision,
  SupervisionId,
} from '@common-ground/contract';
import { Api } from '@common-ground/web/platform';

/** Who works here and who supervises whom: the only HTTP of these pages. */
@Injectable({ providedIn: 'root' })
export class StaffClient {
  private readonly api = inject(Api);

  async staff(): Promise<readonly StaffMember[]> {
    return (await this.api.get<Page<StaffMember>>('staff')).body.items;
  }

  async add(request: NewStaff): Promise<StaffMember> {
    return (await this.api.post<StaffMember>('staff', request)).body;
  }

  async change(id: PersonId, request: ChangeStaff): Promise<StaffMember> {
    return (await this.api.put<StaffMember>(`staff/${id}`, request)).body;
  }

  async changeEmail(id: PersonId, request: ChangeStaffEmail): Promise<StaffMember> {
    return (await this.api.put<StaffMember>(`staff/${id}/email`, request)).body;
  }

  /** A link by which somebody chooses a password, told this once. */
  async makeAccessLink(id: PersonId, request: NewAccessLink): Promise<AccessLink> {
    return (await this.api.post<AccessLink>(`staff/${id}/access-link`, request)).body;
  }

  async give(id: PersonId, role: StaffRole): Promise<StaffMember> {
    return (await this.api.post<StaffMember>(`staff/${id}/roles`, { role })).body;
  }

  async endRole(id: PersonId, role: StaffRole): Promise<StaffMember> {
    return (await this.api.post<StaffMember>(`staff/${id}/roles/${role}/end`)).body;
  }

  async deactivate(id: PersonId): Promise<StaffMember> {
    return (await this.api.post<StaffMember>(`staff/${id}/deactivate`)).body;
  }

  async supervisions(): Promise<readonly Supervision[]> {
    return (await this.api.get<Page<Supervision>>('supervisions')).body.items;
  }

  async pair(request: NewSupervision): Promise<Supervision> {
    return (await this.api.post<Supervision>('supervisions', request)).body;
  }

  async endSupervision(id: SupervisionId, request: EndSupervision): Promise<Supervision> {
    return (await this.api.post<Supervision>(`supervisions/${id}/end`, request)).body;
  }
}
