import { expect, test } from 'vitest';
import type { MachineFindings } from '../../../src/engine/devices/deviceFindings';
import type { TensorFlowAbsence } from '../../../src/engine/tensorflow/tensorFlowAbsence';
import { choose, onCpu, onGpu } from './deviceDecision';
import { gpuByChoice, laptop, two, workstation } from './recordedMachines';

test.each<[string, MachineFindings, string, string | null]>([
  ['one', workstation, 'TensorFlow 2.21.0 · NVIDIA GeForce RTX 4070', null],
  ['two', two, 'TensorFlow 2.21.0 · NVIDIA H100 80GB HBM3', 'Training uses one of 2 GPUs, the most capable.'],
  ['one by choice', { ...two, request: gpuByChoice(0) }, 'TensorFlow 2.21.0 · NVIDIA GeForce RTX 4070', null],
  ['one in view', { ...two, visibleDevices: '0' }, 'TensorFlow 2.21.0 · NVIDIA GeForce RTX 4070', null],
  [
    'one by its id',
    { ...two, visibleDevices: 'GPU-0a1b' },
    'TensorFlow 2.21.0 · NVIDIA GeForce RTX 4070',
    null,
  ],
  ['one that nvidia-smi does not list', { ...workstation, gpus: [] }, 'TensorFlow 2.21.0 · GPU', null],
])('on a GPU: %s', (_, machine, description, note) => {
  expect(choose(machine, onGpu)).toMatchObject({ backend: 'tensorflow', device: 'gpu', description, note });
});

test.each([
  [2, null, 'CPU, 2 cores', 2],
  [1, null, 'CPU, 1 core', 1],
  [8, 8, 'CPU, 8 cores', 8],
  [8, 1, 'CPU, 1 thread', 1],
  [8, 3, 'CPU, 3 threads', 3],
])('%i cores and %s threads are told', (cores, threads, place, used) => {
  const device = choose({ ...laptop, cores, threads }, onCpu);
  expect(device).toMatchObject({ description: `TensorFlow 2.21.0 · ${place}`, threads: used });
});

const absences: readonly [TensorFlowAbsence, RegExp, RegExp, RegExp][] = [
  [{ reason: 'notWanted' }, /LAYERWISE_TENSORFLOW=wasm/, /Unset the variable/, /Unset the variable/],
  [
    { reason: 'packageMissing' },
    /isn't installed/,
    /"npm ci" and "npm run provision"/,
    /device settings fetch it/,
  ],
  [
    { reason: 'addonMissing' },
    /native library isn't installed here/,
    /"npm run provision"/,
    /device settings fetch it/,
  ],
  [
    { reason: 'libraryMissing', library: 'libtensorflow_cc.so.2' },
    /libtensorflow_cc\.so\.2 is missing/,
    /"npm run provision"/,
    /device settings fetch it/,
  ],
  [
    { reason: 'libraryMissing', library: null },
    /a library of TensorFlow is missing/,
    /provision/,
    /device settings fetch it/,
  ],
  [
    { reason: 'wrongSystem', detail: 'a.node: invalid ELF header' },
    /doesn't fit this system: a\.node: invalid ELF header/,
    /--verify" to fetch the one for linux x64/,
    /device settings fetch it/,
  ],
  [{ reason: 'failed', detail: 'odd' }, /could not be loaded: odd/, /--verify"/, /device settings fetch it/],
];

test.each(absences)('without native TensorFlow: %o', (absence, note, advice, packagedAdvice) => {
  const library = { state: 'absent', absence, version: '4.22.0', simd: true } as const;
  const device = choose({ ...workstation, threads: 2 }, library);
  expect(device).toMatchObject({ backend: 'wasm', device: 'cpu', libraryVersion: '4.22.0', threads: 1 });
  expect(device.description).toBe('TensorFlow.js 4.22.0 wasm · CPU, 1 core');
  expect(device.note).toMatch(/^Training runs on the slower WebAssembly engine: .+\.$/);
  expect(device.note).toMatch(note);
  expect(device.advice).toMatch(advice);
  const packaged = choose({ ...workstation, packaged: true }, library);
  expect(packaged.advice).toMatch(packagedAdvice);
  expect(packaged.advice).not.toContain('npm run');
  expect(packaged.command).toBeNull();
});

test('a package for a system that no TensorFlow is fetched for names another package', () => {
  const system = { ...workstation.system, platform: 'darwin' as const };
  const library = {
    state: 'absent',
    absence: { reason: 'addonMissing' },
    version: '4.22.0',
    simd: true,
  } as const;
  expect(choose({ ...workstation, packaged: true, system }, library).advice).toMatch(
    /Install a Layerwise package/,
  );
});

test('WebAssembly by choice is told as such', () => {
  const library = {
    state: 'absent',
    absence: { reason: 'notWanted' },
    version: '4.22.0',
    simd: true,
  } as const;
  const { note, advice } = choose({ ...laptop, request: { kind: 'wasm', gpu: null, by: 'choice' } }, library);
  expect(note).toBe('Training runs on the slower WebAssembly engine, as was chosen.');
  expect(advice).toMatch(/Choose another device/);
});

test('a processor without SIMD is told as such', () => {
  const library = {
    state: 'absent',
    absence: { reason: 'notWanted' },
    version: '4.22.0',
    simd: false,
  } as const;
  expect(choose(laptop, library).note).toMatch(/\. This processor has no SIMD/);
});
