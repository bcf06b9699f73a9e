import type { Transaction } from './transaction';

/**
 * From here on one plan serves whatever a statement is asked for. PostgreSQL hopes for a better one from each set of
 * answers to "is anything asked of this at all?", and makes it anew each time: with all the walls in it that costs more
 * than running it.
 */
export function withOnePlan(tx: Transaction): void {
  tx.lead(`select set_config('plan_cache_mode', 'force_generic_plan', true)`, []);
}
