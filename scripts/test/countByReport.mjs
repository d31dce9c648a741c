// @ts-check
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdToExitCode } from './counts.mjs';

/** @typedef {import('./reports.mjs').Outcome} Outcome */

/**
 * Runs a test program that writes a report, and counts by that.
 *
 * @param {(report: string) => Promise<number>} run given the report's path, returns the exit code
 * @param {(text: string) => Outcome} outcomeOf
 * @returns {Promise<Outcome>}
 */
export async function countByReport(run, outcomeOf) {
  const folder = await mkdtemp(join(tmpdir(), 'layerwise-tests-'));
  try {
    const report = join(folder, 'report.json');
    const code = await run(report);
    const { counts, failures } = outcomeOf(await readFile(report, 'utf8'));
    return { counts: holdToExitCode(counts, code), failures };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
