// @ts-check
/**
 * Counts from the reports that test programs write as JSON. A report of another form throws.
 *
 * @typedef {import('./counts.mjs').Counts} Counts
 */

/**
 * @param {unknown} value
 * @param {string} name
 * @returns {number}
 */
function requireCount(value, name) {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new Error(`The test report has no count "${name}".`);
}

/**
 * Vitest's JSON report. A test file that failed before its first test (a wrong import, say) has no failed test of its
 * own and counts as one.
 *
 * @param {string} text
 * @returns {Counts}
 */
export function countsOfVitest(text) {
  const report = JSON.parse(text);
  /** @type {{status: string, assertionResults: {status: string}[]}[]} */
  const files = report.testResults ?? [];
  const brokenFiles = files.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  );
  return {
    passed: requireCount(report.numPassedTests, 'numPassedTests'),
    failed: requireCount(report.numFailedTests, 'numFailedTests') + brokenFiles.length,
    skipped:
      requireCount(report.numPendingTests, 'numPendingTests') +
      requireCount(report.numTodoTests, 'numTodoTests'),
  };
}

/**
 * Playwright's JSON report. A test that passed only on a second try is not one to rely on and counts as failed, as
 * does an error outside of any test.
 *
 * @param {string} text
 * @returns {Counts}
 */
export function countsOfPlaywright(text) {
  const report = JSON.parse(text);
  const stats = report.stats ?? {};
  /** @type {unknown[]} */
  const errors = report.errors ?? [];
  return {
    passed: requireCount(stats.expected, 'expected'),
    failed: requireCount(stats.unexpected, 'unexpected') + requireCount(stats.flaky, 'flaky') + errors.length,
    skipped: requireCount(stats.skipped, 'skipped'),
  };
}
