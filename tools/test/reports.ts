// Reads the JSON reports of Jest and Playwright into plain counts.
import { existsSync, readFileSync } from 'node:fs';
import type { Counts } from './steps.ts';

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  /** Files that broke before a test in them could run. */
  numRuntimeErrorTestSuites: number;
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

export function jestCounts(file: string): Counts | undefined {
  const report = read<JestReport>(file);
  return (
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  );
}

export function playwrightCounts(file: string): Counts | undefined {
  const report = read<PlaywrightReport>(file);
  return (
    report && {
      passed: report.stats.expected,
      // A test that needed a second try is not one to trust.
      failed: report.stats.unexpected + report.stats.flaky + report.errors.length,
      skipped: report.stats.skipped,
    }
  );
}

function read<Report>(file: string): Report | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined;
}
