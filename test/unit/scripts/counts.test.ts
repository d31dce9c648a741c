import { describe, expect, it } from 'vitest';
import {
  countsText,
  holdToExitCode,
  judge,
  skippedIsFailure,
  sumCounts,
} from '../../../scripts/test/counts.mjs';
import { outcomeOfFuzzing, outcomeOfPlaywright, outcomeOfVitest } from '../../../scripts/test/reports.mjs';

function vitestReport(changes: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
    ...changes,
  });
}

describe('counts', () => {
  it('are summed by kind', () => {
    const some = { passed: 1, failed: 2, skipped: 3 };
    expect(sumCounts([some, some, { passed: 10, failed: 0, skipped: 0 }])).toEqual({
      passed: 12,
      failed: 4,
      skipped: 6,
    });
    expect(sumCounts([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });

  it.each([
    [{ passed: 12, failed: 0, skipped: 0 }, '12 passed, 0 failed'],
    [{ passed: 0, failed: 1, skipped: 2 }, '0 passed, 1 failed, 2 skipped'],
  ])('are written as %s', (counts, text) => {
    expect(countsText(counts)).toBe(text);
  });

  it('take skipped checks for failed ones in CI only', () => {
    const counts = { passed: 5, failed: 1, skipped: 2 };
    expect(judge(counts, true)).toEqual({ passed: 5, failed: 3, skipped: 0 });
    expect(judge(counts, false)).toEqual(counts);
    expect([{ CI: 'true' }, { CI: '1' }].map(skippedIsFailure)).toEqual([true, true]);
    expect([{}, { CI: '' }, { CI: 'false' }, { CI: '0' }].map(skippedIsFailure)).toEqual([
      ...[false, false, false, false],
    ]);
  });

  it('are held to the exit code: a failure that the report does not show, and no test at all', () => {
    const good = { passed: 3, failed: 0, skipped: 0 };
    expect(holdToExitCode(good, 0)).toEqual(good);
    expect(holdToExitCode(good, 1).failed).toBe(1);
    expect(holdToExitCode({ ...good, failed: 2 }, 1).failed).toBe(2);
    expect(holdToExitCode({ passed: 0, failed: 0, skipped: 0 }, 0).failed).toBe(1);
  });
});

describe('counts of a fuzzing report', () => {
  it('are one check for each door, and what it failed by with the seed that finds it again', () => {
    const fault = 'protocol, seed 7, input 31: FuzzFailure: The advice of a refusal is empty';
    const report = [
      { target: 'project', faults: [] },
      { target: 'protocol', faults: [fault] },
    ];
    const { counts, failures } = outcomeOfFuzzing(JSON.stringify(report));
    expect(counts).toEqual({ passed: 1, failed: 1, skipped: 0 });
    expect(failures).toEqual([`protocol\n${fault}`]);
  });
});

describe('counts of a Vitest report', () => {
  it('are its own numbers; tests to be done count as skipped', () => {
    expect(outcomeOfVitest(vitestReport({ numPendingTests: 2, numTodoTests: 1 })).counts).toEqual({
      passed: 3,
      failed: 0,
      skipped: 3,
    });
  });

  it('have a failure for a file that broke before its first test, and none twice', () => {
    const broken = { status: 'failed', assertionResults: [] };
    const failed = { status: 'failed', assertionResults: [{ status: 'failed' }] };
    expect(outcomeOfVitest(vitestReport({ testResults: [broken] })).counts.failed).toBe(1);
    expect(outcomeOfVitest(vitestReport({ numFailedTests: 1, testResults: [failed] })).counts.failed).toBe(1);
  });

  it('name what failed, with the beginning of its message', () => {
    const failed = {
      name: 'depth.test.ts',
      status: 'failed',
      assertionResults: [
        { status: 'passed', fullName: 'fits' },
        { status: 'failed', fullName: 'any depth', failureMessages: ['\u001b[31m{ seed: 7 }\u001b[39m'] },
      ],
    };
    const broken = { name: 'width.test.ts', message: 'no such file', status: 'failed', assertionResults: [] };
    const report = vitestReport({ numFailedTests: 1, testResults: [failed, broken] });
    expect(outcomeOfVitest(report).failures).toEqual([
      'width.test.ts\nno such file',
      'depth.test.ts › any depth\n{ seed: 7 }',
    ]);
  });

  it.each(['', '{}', '{"numPassedTests": "3"}', '[]'])('refuse the foreign report %s', (text) => {
    expect(() => outcomeOfVitest(text)).toThrow();
  });
});

describe('counts of a Playwright report', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 0, skipped: 2 };

  it('are its own numbers', () => {
    expect(outcomeOfPlaywright(JSON.stringify({ stats, errors: [] })).counts).toEqual({
      passed: 4,
      failed: 1,
      skipped: 2,
    });
  });

  it('have a failure for a flaky test and for an error outside of tests', () => {
    const report = { stats: { ...stats, flaky: 1 }, errors: [{ message: 'no config' }] };
    expect(outcomeOfPlaywright(JSON.stringify(report)).counts.failed).toBe(3);
  });

  it('name what failed, with its message', () => {
    const failed = {
      title: 'a window opens',
      ok: false,
      tests: [{ results: [{ error: { message: 'no' } }] }],
    };
    const suites = [
      { title: 'start.spec.ts', suites: [{ title: 'at first', specs: [failed, { ...failed, ok: true }] }] },
    ];
    const report = JSON.stringify({ stats, errors: [{ message: 'no config' }], suites });
    expect(outcomeOfPlaywright(report).failures).toEqual([
      'outside of any test\nno config',
      'at first › a window opens\nno',
    ]);
  });

  it.each(['', '{}', '{"stats": {}}'])('refuse the foreign report %s', (text) => {
    expect(() => outcomeOfPlaywright(text)).toThrow();
  });
});
