// @ts-check
/**
 * How many checks passed, failed and were skipped.
 *
 * @typedef {{passed: number, failed: number, skipped: number}} Counts
 */

/** @type {Counts} */
export const nothing = { passed: 0, failed: 0, skipped: 0 };

/** A part that could not be run or read counts as one failed check. */
export const crashed = { ...nothing, failed: 1 };

/**
 * @param {readonly Counts[]} counts
 * @returns {Counts}
 */
export function sumCounts(counts) {
  return counts.reduce(
    (sum, count) => ({
      passed: sum.passed + count.passed,
      failed: sum.failed + count.failed,
      skipped: sum.skipped + count.skipped,
    }),
    nothing,
  );
}

/**
 * Holds a report to its program's exit code: a report without a failure from a program that failed, and a report
 * without a single test, are failures too.
 *
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
export function holdToExitCode(counts, exitCode) {
  const empty = counts.passed + counts.failed + counts.skipped === 0;
  const unexplained = exitCode !== 0 && counts.failed === 0;
  return empty || unexplained ? sumCounts([counts, crashed]) : counts;
}

/**
 * Whether skipped checks are failures: in CI, where nothing may be left out unseen.
 *
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {boolean}
 */
export function skippedIsFailure(environment) {
  const ci = environment['CI'];
  return ci !== undefined && ci !== '' && ci !== '0' && ci !== 'false';
}

/**
 * The counts as they are judged.
 *
 * @param {Counts} counts
 * @param {boolean} strict whether skipped checks are failures
 * @returns {Counts}
 */
export function judge(counts, strict) {
  return strict ? { passed: counts.passed, failed: counts.failed + counts.skipped, skipped: 0 } : counts;
}

/**
 * "12 passed, 0 failed"; ", 3 skipped" follows only where there are some.
 *
 * @param {Counts} counts
 * @returns {string}
 */
export function countsText({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
