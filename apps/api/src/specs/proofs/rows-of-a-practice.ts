import type { Client } from 'pg';

/** What a test writes into the tables itself; columns as the tables call them. */
interface Row {
  readonly practice_id: string;
  readonly id: string;
}
type When = string | null;

export type PersonRow = Row & { display_name: string; language: string };
export type FamilyRow = Row & { name: string; client_id: string; opened_by: string };
export type MemberRow = Row & { family_id: string; person_id: string; relation: string; state: string };
export type BlockRow = Row & { family_id: string; one_id: string; other_id: string; lifted_at: When };
export type DocumentRow = Row & { family_id: string | null; author_id: string; kind: string; state: string };
export type VersionRow = Row & { document_id: string; family_id: string | null; author_id: string };
export type ConsentRow = Row & {
  family_id: string;
  from_id: string;
  given_as: string;
  language: string;
  member_id: string;
  kinds: readonly string[];
  document_ids: readonly string[];
  until_on: When;
  revoked_at: When;
};
export type ReviewRow = Row & {
  document_id: string;
  version_id: string;
  family_id: string | null;
  therapist_id: string;
  supervisor_id: string;
  state: 'waiting' | 'decided' | 'withdrawn';
};
export type ShareRow = Row & {
  document_id: string;
  version_id: string;
  family_id: string;
  shared_by: string;
  revoked_at: When;
  open_until_on: When;
};
export type TaskRow = Row & {
  share_id: string;
  document_id: string;
  version_id: string;
  family_id: string;
  member_id: string;
  person_id: string;
  given_at: When;
  round: number;
  sent_at: When;
};

export type AnswerRow = Row & {
  task_id: string;
  prompt_id: string;
  family_id: string;
  author_id: string;
  visibility: string;
  sent_at: When;
};

/** In an order in which each table may be filled after those before it. */
export interface PracticeRows {
  readonly practiceId: string;
  readonly person: PersonRow[];
  readonly staff_role: (Row & { person_id: string; role: string; ended_at: When })[];
  readonly supervision: (Row & {
    supervisor_id: string;
    therapist_id: string;
    from_on: string;
    until_on: When;
  })[];
  readonly stand_in: (Row & {
    supervisor_id: string;
    person_id: string;
    therapist_ids: readonly string[] | null;
    from_on: string;
    until_on: string;
  })[];
  readonly family: FamilyRow[];
  readonly caseload: {
    practice_id: string;
    family_id: string;
    therapist_id: string;
    leads: boolean;
    ended_at: When;
  }[];
  readonly member: MemberRow[];
  readonly guardian: (Row & {
    family_id: string;
    member_id: string;
    person_id: string;
    for_person_id: string;
    from_on: string;
    until_on: When;
    ended_at: When;
  })[];
  readonly block: BlockRow[];
  readonly hold: (Row & { family_id: string; member_id: string; lifted_at: When })[];
  readonly document: DocumentRow[];
  readonly document_draft: {
    practice_id: string;
    document_id: string;
    family_id: string | null;
    revision: number;
    written_by: string;
  }[];
  readonly document_version: VersionRow[];
  readonly consent_request: (Row & { family_id: string; member_id: string; withdrawn_at: When })[];
  readonly consent: ConsentRow[];
  readonly review: ReviewRow[];
  readonly share: ShareRow[];
  readonly task: TaskRow[];
  readonly answer: AnswerRow[];
  readonly offer: (Row & {
    family_id: string;
    answer_id: string;
    author_id: string;
    circle: readonly string[];
    waits: boolean;
    on_screen: boolean;
    closed_at: When;
  })[];
  readonly break_glass: (Row & {
    person_id: string;
    family_id: string;
    role: string;
    ends_at: string;
    people: readonly string[];
    members: readonly string[];
    consents: readonly string[];
    documents: readonly string[];
    versions: readonly string[];
  })[];
  readonly signed_in: {
    practice_id: string;
    person_id: string;
    how: string;
    token_hash: string;
    idle_for: string;
    lasts_for: string;
  }[];
}

/** Rows as the database wants them, all of one table at once. */
export async function plant(owner: Client, practice: PracticeRows): Promise<void> {
  const { practiceId: _, ...tables } = practice;
  for (const [table, rows] of Object.entries(tables)) {
    const columns = Object.keys(rows[0] ?? {}).join(', ');
    if (columns === '') continue;
    await owner.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows)],
    );
  }
}

/**
 * A practice in whose time zone it is another day than in UTC, and far from midnight: a date compared in the wrong
 * zone is seen, and no run of the proofs sees a day end.
 */
export async function openPractice(owner: Client, id: string): Promise<{ today: string }> {
  const zone = new Date().getUTCHours() >= 11 ? 'Etc/GMT-14' : 'Etc/GMT+12';
  const { rows } = await owner.query<{ today: string }>(
    `insert into practice (id, name, time_zone, safety, exit_url)
     select $1, 'Practice of proofs', $2, safety, exit_url from practice limit 1
     returning to_char(now() at time zone time_zone, 'YYYY-MM-DD') as today`,
    [id, zone],
  );
  return { today: rows[0]?.today ?? '' };
}
