import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { engineLines } from '../../../src/main/log/engineLines';
import { entryLimit } from '../../../src/main/log/entryLimit';
import { withInstallationLines } from '../../../src/main/log/installationLines';
import { KnownWords } from '../../../src/main/log/knownWords';
import { LogFile } from '../../../src/main/log/logFile';
import { lastLines } from '../../../src/main/report/lastLines';
import type { Installation } from '../../../src/protocol/installation';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'layerwise-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const asItIs = (text: string): string => text;
const lines = (file = 'layerwise.log') => readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');

describe('the log', () => {
  it('has a time, a level and a source in front of each text, and only what is left of it', () => {
    const log = new LogFile(folder, (text) => text.replaceAll('ann', '<user>'));
    log.note('main', 'started by ann, 100 %d\n');
    log.problem('engine', 'ended');
    const [first, second] = lines();
    expect(first).toMatch(/^\[\d{4}-\d\d-\d\dT[\d:.]+Z\] \[info\] +\(main\) +started by <user>, 100 %d$/);
    expect(second).toMatch(/\[error\] +\(engine\) +ended$/);
    if (process.platform !== 'win32') expect(statSync(log.path).mode & 0o077).toBe(0);
  });

  it('never takes more room than so many files of so many bytes, and loses the oldest lines', () => {
    const fileBytes = 2_000;
    const log = new LogFile(folder, asItIs, { fileBytes, files: 3 });
    const count = 200;
    for (let number = 0; number < count; number++) log.note('main', `line ${number} ${'x'.repeat(60)}`);
    expect(readdirSync(folder).sort()).toEqual(['layerwise.1.log', 'layerwise.2.log', 'layerwise.log']);
    const kept = ['layerwise.2.log', 'layerwise.1.log', 'layerwise.log'].flatMap((file) => {
      expect(statSync(join(folder, file)).size).toBeLessThan(fileBytes + 200);
      return lines(file);
    });
    const numbers = kept.map((line) => Number(/line (\d+)/.exec(line)?.[1]));
    expect(numbers).toEqual(Array.from({ length: kept.length }, (_, index) => count - kept.length + index));
  });

  it('goes on from what an earlier start has left', () => {
    new LogFile(folder, asItIs).note('main', 'first');
    new LogFile(folder, asItIs).note('main', 'second');
    expect(lines().map((line) => line.split(' ').at(-1))).toEqual(['first', 'second']);
  });

  it('takes so many lines of a page in a minute', () => {
    let now = 0;
    const takes = entryLimit(() => now);
    expect(Array.from({ length: 200 }, () => takes()).filter(Boolean)).toHaveLength(120);
    now += 59_000;
    expect(takes()).toBe(false);
    now += 1_001;
    expect(takes()).toBe(true);
  });
});

describe('what the engine prints', () => {
  it('comes in whole lines, so that no name is cut in two', () => {
    vi.useFakeTimers();
    try {
      const log = new LogFile(folder, (text) => text.replaceAll('/home/ann', '~'));
      const engine = engineLines(log);
      engine.append('reading /home/');
      engine.append('ann/x\nand then /ho');
      expect(lines()).toHaveLength(1);
      engine.append('me/ann/y');
      vi.advanceTimersByTime(1_000);
      engine.append('late');
      engine.note('ended');
      expect(lines().map((line) => line.replace(/^.*\(engine\) +/, ''))).toEqual([
        'reading ~/x',
        'and then ~/y',
        'late',
        'ended',
      ]);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('what an installation tells', () => {
  it('is noted where its state changes, not with each byte that has come, and told on all the same', () => {
    const told: Installation[] = [];
    const tell = withInstallationLines(new LogFile(folder, asItIs), (news) => told.push(news));
    const fetching = (doneBytes: number): Installation => ({
      tensorFlow: { state: 'fetching', download: { what: 'TensorFlow', doneBytes, totalBytes: 99 } },
      update: { state: 'offered', version: '2.0.0' },
    });
    for (let bytes = 0; bytes < 50; bytes++) tell(fetching(bytes));
    tell({ ...fetching(99), tensorFlow: { state: 'failed', problem: { message: 'No net.', advice: '' } } });
    expect(told).toHaveLength(51);
    expect(lines().map((line) => line.replace(/^.*\] +/, ''))).toEqual([
      '(download) TensorFlow: fetching',
      '(updates) offered 2.0.0',
      '(download) TensorFlow: failed: No net.',
    ]);
  });
});

describe('the last lines', () => {
  it('are whole and no more than so many, of a file of any size', () => {
    const log = new LogFile(folder, asItIs, { fileBytes: 10_000_000, files: 2 });
    for (let number = 0; number < 5_000; number++) log.note('main', `line ${number} ${'x'.repeat(100)}`);
    const last = lastLines(log.path, 400).split('\n');
    expect(last).toHaveLength(400);
    expect(last.at(-1)).toContain('line 4999');
    for (const line of lastLines(log.path, 100_000).split('\n')) expect(line).toMatch(/^\[.*x$/);
    expect(lastLines(join(folder, 'none.log'), 10)).toBe('');
  });
});

describe('the words that are known to be private', () => {
  it('grow with projects and machines', () => {
    const words = new KnownWords('/home/ann', '/opt/layerwise');
    expect(words.redact('Thesis at gpu-box')).toBe('Thesis at gpu-box');
    words.learnProject('/somewhere/Thesis.layerwise');
    words.learnMachine({ address: 'https://gpu-box:8373', token: 'abc-def' });
    expect(words.redact('Thesis at gpu-box, abc-def, /opt/layerwise/out/x.js')).toBe(
      '<project> at <machine>, <token>, <layerwise>/out/x.js',
    );
  });
});
