import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeRun } from '../runs/writtenRun';
import { runCommand } from './runCommand';

const folder = mkdtempSync(join(tmpdir(), 'layerwise-uses-'));
const run = join(folder, 'run');
writeRun(run);
rmSync(join(run, 'checkpoints'), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

test.each<[string, string[], RegExp]>([
  ['no run', ['evaluate', join(folder, 'none')], /is missing\.\nChoose the folder/],
  ['a run without weights', ['evaluate', run], /has kept no weights yet\.\nThey are kept at the end/],
  ['a split that there is not', ['evaluate', run, '--split', 'tset'], /Allowed choices are validation, test/],
  ['no class at all', ['predict', run, 'digit.png', '--top', '0'], /--top.*must be at least 1/],
  ['a map that is no PNG', ['predict', run, 'digit.png', '--map', 'map.jpg'], /ends in \.png/],
  ['a map of two images', ['predict', run, 'a.png', 'b.png', '--map', 'm.png'], /--map is for one image/],
])('%s ends with exit code 2 and a sentence', async (_, words, message) => {
  const { code, stdout, stderr } = await runCommand(words);
  expect(stderr).toMatch(message);
  expect([code, stdout]).toEqual([2, '']);
});
