import { personAt } from '@common-ground/api/people';
import { iso } from '@common-ground/api/platform';

/** Feedback `f` as the wire has it. */
export const FEEDBACK_AS_JSON = `json_build_object('id', f.id, 'text', f.text, 'at', ${iso('f.given_at')}, 'by', ${personAt('f', 'by_id')})`;

const notesWhere = (
  isAbout: string,
): string => `coalesce((select json_agg(${FEEDBACK_AS_JSON} order by f.given_at, f.id)
  from feedback f where ${isAbout}), '[]')`;

/** All feedback on the answer in row `a`, oldest first, as the wire has it. */
export const FEEDBACK = notesWhere('f.practice_id = a.practice_id and f.answer_id = a.id');

/** All that was said about the piece in row `t` as a whole. */
export const NOTES = notesWhere('f.practice_id = t.practice_id and f.task_id = t.id');
