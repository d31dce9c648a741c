import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from './runCommand';

const help = (await runCommand(['--help'])).stdout;
/** Of all commands, as help lists them. */
const names = [...help.matchAll(/^ {2}([a-z]+) /gm)]
  .map(([, name = '']) => name)
  .filter((name) => name !== 'help');

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'layerwise-shell-'));
  writeFileSync(join(folder, 'completion'), (await runCommand(['completion', 'bash'])).stdout);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What bash offers for the last of the words. */
function offered(...words: readonly string[]): readonly string[] {
  const script = `source "$1"; shift; COMP_WORDS=(layerwise "$@"); COMP_CWORD=$#; _layerwise; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const text = execFileSync('bash', ['-c', script, 'bash', join(folder, 'completion'), ...words], {
    cwd: folder,
  });
  return text
    .toString()
    .split('\n')
    .filter((line) => line !== '');
}

describe('bash completes', () => {
  it('commands', () => {
    expect(names.length).toBeGreaterThan(15);
    expect(offered('')).toEqual(expect.arrayContaining(names));
    expect(offered('rep')).toEqual(['replay']);
  });
  it('templates', () => expect(offered('train', 'lenet')).toEqual(['lenet-5', 'lenet-5-original']));
  it('options', () => expect(offered('train', 'lenet-5', '--warm')).toEqual(['--warm-up-steps']));
  it('the words that an option takes', () =>
    expect(offered('train', 'lenet-5', '--schedule', '')).toEqual(['constant', 'step', 'cosine']));
  it('nothing where an option takes a number', () =>
    expect(offered('train', 'lenet-5', '--steps', '')).toEqual([]));
});

it.each(['bash', 'zsh', 'fish'])('the script for %s names every command', async (shell) => {
  const { code, stdout } = await runCommand(['completion', shell]);
  expect(code).toBe(0);
  for (const name of names) expect(stdout).toMatch(new RegExp(`\\b${name}\\b`));
});

it('the manual has every command, and no line that roff would take for a macro of its own', async () => {
  const { code, stdout } = await runCommand(['manual']);
  expect(code).toBe(0);
  for (const name of names) expect(stdout).toMatch(new RegExp(`^\\.SS layerwise ${name}`, 'm'));
  for (const line of stdout.split('\n')) expect(line).toMatch(/^(\.(TH|SH|SS|TP|B|I) ?|[^.']|$)/);
});
