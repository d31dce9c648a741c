import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findTrainer } from '../../../src/engine/runs/runLock';
import {
  lockCopy,
  lockedCopies,
  markCopy,
  readCopyMark,
  unlockCopy,
} from '../../../src/main/machine/copyMark';
import { cutToLines } from '../../../src/main/machine/cutToLines';
import { DataAdvice } from '../../../src/main/machine/dataAdvice';
import { KeptMachine } from '../../../src/main/machine/keptMachine';
import { projectSchema } from '../../../src/network/graph/projectSchema';
import { lenet5 } from '../../../src/network/templates/lenet5';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'layerwise-machine-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a copied file of lines', () => {
  it.each([
    ['one\ntwo\n', 'one\ntwo\n'],
    ['one\ntw', 'one\n'],
    ['one', ''],
    ['', ''],
    [`a\n${'b'.repeat(200_000)}`, 'a\n'],
    [`${'a'.repeat(200_000)}\nb`, `${'a'.repeat(200_000)}\n`],
  ])('ends with a whole line (%#)', (text, whole) => {
    const path = join(folder, 'metrics.jsonl');
    writeFileSync(path, text);
    cutToLines(path);
    expect(readFileSync(path, 'utf8')).toBe(whole);
  });
});

describe('a copied run', () => {
  it('is held by the other machine while it is trained there, and by nobody then', () => {
    const mark = { machine: 'gpu-box', address: 'https://gpu-box:8373' };
    const path = join(folder, 'run');
    mkdirSync(path);
    expect(readCopyMark(path)).toBeNull();
    markCopy(path, mark);
    lockCopy(path, mark);
    expect(readCopyMark(path)).toEqual(mark);
    expect(findTrainer(path)?.host).toBe('gpu-box (https://gpu-box:8373)');
    expect(lockedCopies(folder, mark.address)).toEqual(['run']);
    expect(lockedCopies(folder, 'https://other')).toEqual([]);
    unlockCopy(path);
    expect(findTrainer(path)).toBeNull();
    expect(lockedCopies(folder, mark.address)).toEqual([]);
  });
});

describe('a run whose data lie here only', () => {
  const { training, ...rest } = lenet5.create();
  const dataset = { type: 'fashion-mnist', path: '/data/fashion' } as const;
  const project = projectSchema.parse({ ...rest, training: { ...training, dataset } });
  const failed = {
    type: 'failed',
    runId: 'a',
    message: 'No such folder.',
    advice: 'Look.',
    details: '',
    wantsData: true,
  } as const;

  it('fails with the way to bring them there', () => {
    const data = new DataAdvice('gpu-box');
    data.order({ type: 'train', runId: 'a', project });
    expect(data.explain(failed)).toMatchObject({
      message: 'No such folder.',
      advice: expect.stringContaining('rsync -a /data/fashion gpu-box:/data/fashion'),
    });
  });

  it('is told how its first weights get there, where these are missing', () => {
    const data = new DataAdvice('gpu-box');
    const path = '/home/me/net.safetensors';
    const startingWeights = { type: 'file', path, name: 'net.onnx', sha256: 'ab'.repeat(32) } as const;
    data.order({ type: 'train', runId: 'a', project: { ...project, startingWeights } });
    expect(data.explain({ ...failed, message: `${path} is missing.` })).toMatchObject({
      advice: expect.stringContaining(`rsync -a ${path} gpu-box:${path}`),
    });
  });

  it('is left alone where its data are not what is wrong', () => {
    const data = new DataAdvice('gpu-box');
    data.order({ type: 'train', runId: 'a', project: projectSchema.parse(lenet5.create()) });
    expect(data.explain(failed)).toBe(failed);
    data.order({ type: 'train', runId: 'b', project });
    expect(data.explain(failed)).toBe(failed);
  });
});

describe('the machine that was used last', () => {
  const access = {
    address: 'https://gpu-box:8373',
    fingerprint: 'AB:CD',
    token: 'the-token-that-nobody-may-read-00',
  };
  const reversed = (text: string) => [...text].reverse().join('');
  const safe = { available: true, seal: reversed, open: reversed };

  it('is known after a start, its token as the safe gives it back', () => {
    const path = join(folder, 'machine.json');
    const kept = new KeptMachine(path, safe);
    expect([kept.machine, kept.token]).toEqual([null, null]);
    kept.keep(access, 'gpu-box');
    kept.noteTraining('LeNet-5');
    const next = new KeptMachine(path, safe);
    expect(next.machine).toMatchObject({
      address: access.address,
      fingerprint: 'AB:CD',
      training: 'LeNet-5',
    });
    expect(next.token).toBe(access.token);
  });

  it('has its token in memory only where there is no safe', () => {
    const path = join(folder, 'machine.json');
    const kept = new KeptMachine(path, { ...safe, available: false });
    kept.keep(access, 'gpu-box');
    expect(kept.token).toBe(access.token);
    const text = readFileSync(path, 'utf8');
    expect(text.includes(access.token) || text.includes(reversed(access.token))).toBe(false);
    expect(new KeptMachine(path, { ...safe, available: false }).token).toBeNull();
  });

  it('is forgotten where its file is damaged', () => {
    const path = join(folder, 'machine.json');
    writeFileSync(path, '{"address":1}');
    expect(new KeptMachine(path, safe).machine).toBeNull();
  });
});
