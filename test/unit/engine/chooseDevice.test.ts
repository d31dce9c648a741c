import { expect, test } from 'vitest';
import { chooseDevice } from '../../../src/engine/devices/chooseDevice';
import type { DeviceFindings } from '../../../src/engine/devices/deviceFindings';
import type { TensorFlowAbsence } from '../../../src/engine/tensorflow/tensorFlowAbsence';
import { deviceSchema } from '../../../src/protocol/engineMessages';

const laptop: DeviceFindings = {
  platform: 'linux',
  architecture: 'x64',
  cores: 2,
  library: { state: 'loaded', version: '2.21.0', usesGpu: false },
  packaged: false,
  cudaInstalled: false,
  nvidiaDriver: null,
  gpus: [],
  visibleDevices: null,
  request: null,
};
const workstation: DeviceFindings = {
  ...laptop,
  cudaInstalled: true,
  nvidiaDriver: '550.54.14',
  gpus: ['NVIDIA GeForce RTX 4070'],
};
const onGpu = { state: 'loaded', version: '2.21.0', usesGpu: true } as const;

test.each<[string, DeviceFindings, string, RegExp | null, RegExp | null]>([
  ['no driver', laptop, 'TensorFlow 2.21.0 · CPU, 2 cores', /No NVIDIA driver was found/, null],
  ['one core', { ...laptop, cores: 1 }, 'TensorFlow 2.21.0 · CPU, 1 core', /No NVIDIA driver/, null],
  [
    'a Mac',
    { ...laptop, platform: 'darwin', architecture: 'arm64' },
    'TensorFlow 2.21.0 · CPU, 2 cores',
    /macOS/,
    null,
  ],
  [
    'a GPU in use',
    { ...workstation, library: onGpu },
    'TensorFlow 2.21.0 · NVIDIA GeForce RTX 4070',
    null,
    null,
  ],
  [
    'two GPUs',
    { ...workstation, library: onGpu, gpus: ['NVIDIA H100', 'NVIDIA H100'] },
    'TensorFlow 2.21.0 · NVIDIA H100',
    /first of 2 GPUs/,
    null,
  ],
  [
    'a GPU that nvidia-smi does not list',
    { ...workstation, library: onGpu, gpus: [] },
    'TensorFlow 2.21.0 · GPU',
    null,
    null,
  ],
  [
    'the CPU by request',
    { ...workstation, request: 'cpu' },
    'TensorFlow 2.21.0 · CPU, 2 cores',
    /asks for the CPU/,
    /Unset it/,
  ],
  [
    'an old driver',
    { ...workstation, nvidiaDriver: '470.82.01' },
    'TensorFlow 2.21.0 · CPU, 2 cores',
    /470\.82\.01 is older than 525/,
    /Update the driver/,
  ],
  [
    'no CUDA',
    { ...workstation, cudaInstalled: false },
    'TensorFlow 2.21.0 · CPU, 2 cores',
    /without CUDA/,
    /npm run provision/,
  ],
  [
    'a hidden GPU',
    { ...workstation, visibleDevices: '' },
    'TensorFlow 2.21.0 · CPU, 2 cores',
    /CUDA_VISIBLE_DEVICES/,
    /Unset it/,
  ],
  [
    'a driver of unknown version',
    { ...workstation, nvidiaDriver: 'unknown' },
    'TensorFlow 2.21.0 · CPU, 2 cores',
    /could not use the GPU/,
    /log says/,
  ],
])('with %s', (_, findings, description, note, advice) => {
  const device = chooseDevice(findings);
  expect(deviceSchema.parse(device)).toEqual(device);
  expect(device.backend).toBe('tensorflow');
  expect(device.device).toBe(findings.library === onGpu ? 'gpu' : 'cpu');
  expect(device.description).toBe(description);
  expectWords(device.note, note);
  expectWords(device.advice, advice);
});

const absences: readonly [TensorFlowAbsence, RegExp, RegExp, RegExp][] = [
  [{ reason: 'notWanted' }, /LAYERWISE_TENSORFLOW=wasm/, /Unset the variable/, /Unset the variable/],
  [{ reason: 'packageMissing' }, /isn't installed/, /"npm ci" and "npm run provision"/, /Install a/],
  [{ reason: 'addonMissing' }, /native library isn't installed here/, /"npm run provision"/, /Install a/],
  [
    { reason: 'libraryMissing', library: 'libtensorflow_cc.so.2' },
    /libtensorflow_cc\.so\.2 is missing/,
    /"npm run provision"/,
    /Install a/,
  ],
  [
    { reason: 'libraryMissing', library: null },
    /a library of TensorFlow is missing/,
    /provision/,
    /Install a/,
  ],
  [
    { reason: 'wrongSystem', detail: 'a.node: invalid ELF header' },
    /doesn't fit this system: a\.node: invalid ELF header/,
    /--verify" to fetch the one for linux x64/,
    /Install a/,
  ],
  [{ reason: 'failed', detail: 'odd' }, /could not be loaded: odd/, /--verify"/, /Install a/],
];

test.each(absences)('without native TensorFlow: %o', (absence, note, advice, packagedAdvice) => {
  const library = { state: 'absent', absence, version: '4.22.0' } as const;
  const device = chooseDevice({ ...workstation, library });
  expect(deviceSchema.parse(device)).toEqual(device);
  expect(device).toMatchObject({ backend: 'wasm', device: 'cpu', libraryVersion: '4.22.0' });
  expect(device.description).toBe('TensorFlow.js 4.22.0 wasm · CPU, 1 core');
  expect(device.note).toMatch(/^Training runs on the slower WebAssembly engine: .+\.$/);
  expectWords(device.note, note);
  expectWords(device.advice, advice);
  const { advice: whenPackaged } = chooseDevice({ ...workstation, library, packaged: true });
  expectWords(whenPackaged, packagedAdvice);
  expect(whenPackaged).not.toContain('npm run');
});

function expectWords(text: string | null, pattern: RegExp | null): void {
  if (pattern === null) expect(text).toBeNull();
  else expect(text).toMatch(pattern);
}
