// @ts-check
import { stripVTControlCharacters } from 'node:util';

/**
 * Counts, and what failed with the beginning of its message, from the reports that test programs write as JSON. A report
 * of another form throws.
 *
 * @typedef {import('./counts.mjs').Counts} Counts
 * @typedef {{counts: Counts, failures: readonly string[]}} Outcome
 */

/** Characters of a failure's message: the seed and path of a random case stand in its first lines. */
const messageLength = 1200;

/**
 * @param {string} title
 * @param {string} message
 */
const failure = (title, message) => `${title}\n${stripVTControlCharacters(message).slice(0, messageLength)}`;

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
 * @returns {Outcome}
 */
export function outcomeOfVitest(text) {
  const report = JSON.parse(text);
  /** @type {{name?: string, message?: string, status: string, assertionResults: {status: string, fullName?: string, failureMessages?: string[]}[]}[]} */
  const files = report.testResults ?? [];
  const brokenFiles = files.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  );
  return {
    counts: {
      passed: requireCount(report.numPassedTests, 'numPassedTests'),
      failed: requireCount(report.numFailedTests, 'numFailedTests') + brokenFiles.length,
      skipped:
        requireCount(report.numPendingTests, 'numPendingTests') +
        requireCount(report.numTodoTests, 'numTodoTests'),
    },
    failures: [
      ...brokenFiles.map(({ name = '', message = '' }) => failure(name, message)),
      ...files.flatMap(({ name = '', assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === 'failed')
          .map(({ fullName = '', failureMessages = [] }) =>
            failure(`${name} › ${fullName}`, failureMessages.join('\n')),
          ),
      ),
    ],
  };
}

/**
 * The report of scripts/fuzz.mjs. Each door for data is one check, with its faults in the order in which they were found.
 *
 * @param {string} text
 * @returns {Outcome}
 */
export function outcomeOfFuzzing(text) {
  /** @type {{target: string, faults: string[]}[]} */
  const targets = JSON.parse(text);
  const broken = targets.filter(({ faults }) => faults.length > 0);
  return {
    counts: { passed: targets.length - broken.length, failed: broken.length, skipped: 0 },
    failures: broken.flatMap(({ target, faults }) => faults.map((fault) => failure(target, fault))),
  };
}

/**
 * Playwright's JSON report. A test that passed only on a second try is not one to rely on and counts as failed, as
 * does an error outside of any test.
 *
 * @param {string} text
 * @returns {Outcome}
 */
export function outcomeOfPlaywright(text) {
  const report = JSON.parse(text);
  const stats = report.stats ?? {};
  /** @type {{message?: string}[]} */
  const errors = report.errors ?? [];
  return {
    counts: {
      passed: requireCount(stats.expected, 'expected'),
      failed:
        requireCount(stats.unexpected, 'unexpected') + requireCount(stats.flaky, 'flaky') + errors.length,
      skipped: requireCount(stats.skipped, 'skipped'),
    },
    failures: [
      ...errors.map(({ message = '' }) => failure('outside of any test', message)),
      ...(report.suites ?? []).flatMap(failuresOfSuite),
    ],
  };
}

/**
 * @typedef {{error?: {message?: string}}} PlaywrightResult
 * @typedef {{title: string, ok: boolean, tests: {results: PlaywrightResult[]}[]}} PlaywrightSpec
 * @typedef {{title: string, specs?: PlaywrightSpec[], suites?: PlaywrightSuite[]}} PlaywrightSuite
 */

/**
 * @param {PlaywrightSuite} suite
 * @returns {string[]}
 */
function failuresOfSuite({ title, specs = [], suites = [] }) {
  const own = specs
    .filter(({ ok }) => !ok)
    .map((spec) => {
      const messages = spec.tests.flatMap(({ results }) => results.map(({ error }) => error?.message ?? ''));
      return failure(`${title} › ${spec.title}`, messages.join('\n').trim());
    });
  return [...own, ...suites.flatMap(failuresOfSuite)];
}
