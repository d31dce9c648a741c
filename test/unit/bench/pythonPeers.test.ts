import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pythonsOf } from '../../../scripts/bench/lineUp.mjs';
import { ensurePythonPeer } from '../../../scripts/bench/pythonPeers.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'layerwise-python-'));
  vi.stubEnv('PATH', folder);
  vi.stubEnv('LAYERWISE_CACHE', join(folder, 'cache'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** Puts a Python in the way that answers as told: its version, whether it has pip, and how an installation goes. */
function placePython(cases: readonly string[]): void {
  const python = join(folder, 'python3');
  writeFileSync(python, ['#!/bin/sh', 'case "$*" in', ...cases, 'esac', ''].join('\n'));
  chmodSync(python, 0o755);
}

const version = '-c*) echo 3.11.7;;';
const pip = '*pip\\ --version) echo pip 24;;';
const venv = '*venv*) for place; do :; done; /bin/mkdir -p "$place/bin"; echo > "$place/bin/python";;';
const environment = () => join(folder, 'cache', 'bench-keras');

describe('a framework in Python', () => {
  it.each([
    ['there is no Python', null, 'there is no Python: install Python 3.11 or later with pip'],
    ['there is no pip', [version, '*) exit 1;;'], 'Python has no pip: install it'],
    [
      'an environment can not be made',
      [version, pip, '*venv*) echo No module named venv; exit 1;;'],
      'no virtual environment could be made: No module named venv',
    ],
    [
      'the network is gone',
      [version, pip, venv, '*install*) echo No route to host; exit 1;;'],
      'pip could not install Keras 3.15.1 on TensorFlow 2.21.0: No route to host',
    ],
  ])('is left out with a sentence, and leaves nothing behind, where %s', async (_what, cases, sentence) => {
    if (cases !== null) placePython(cases);
    await expect(ensurePythonPeer('keras')).rejects.toThrow(sentence);
    expect(existsSync(environment())).toBe(false);
    const lineUp = await pythonsOf(['layerwise', 'keras']);
    expect(lineUp).toEqual({ pythons: new Map(), leftOut: new Set(['keras']) });
  });

  it('is installed once and found again', async () => {
    placePython([version, pip, venv, '*install*) ;;']);
    const python = await ensurePythonPeer('keras');
    expect(python).toBe(join(environment(), 'bin', 'python'));
    placePython([version, pip, '*) exit 1;;']);
    expect(await ensurePythonPeer('keras')).toBe(python);
    expect(readdirSync(join(folder, 'cache')).filter((name) => name.includes('making'))).toEqual([]);
  });

  it('is installed anew for another Python', async () => {
    placePython([version, pip, venv, '*install*) ;;']);
    await ensurePythonPeer('keras');
    placePython(['-c*) echo 3.12.1;;', pip, '*) echo the disk is full; exit 1;;']);
    await expect(ensurePythonPeer('keras')).rejects.toThrow('the disk is full');
  });
});
