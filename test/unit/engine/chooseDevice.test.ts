import { expect, test } from 'vitest';
import { chooseDevice } from '../../../src/engine/devices/chooseDevice';
import type { DeviceFindings } from '../../../src/engine/devices/deviceFindings';
import { deviceSchema } from '../../../src/protocol/engineMessages';

const laptop: DeviceFindings = {
  platform: 'linux',
  architecture: 'x64',
  cores: 2,
  tensorflowVersion: '2.21.0',
  tensorflowUsesGpu: false,
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

test.each<[string, DeviceFindings, string, RegExp | null]>([
  ['no driver', laptop, 'TensorFlow 2.21.0 · CPU, 2 cores', /No NVIDIA driver was found/],
  ['one core', { ...laptop, cores: 1 }, 'TensorFlow 2.21.0 · CPU, 1 core', /No NVIDIA driver/],
  [
    'a Mac',
    { ...laptop, platform: 'darwin', architecture: 'arm64' },
    'TensorFlow 2.21.0 · CPU, 2 cores',
    /macOS/,
  ],
  [
    'a GPU in use',
    { ...workstation, tensorflowUsesGpu: true },
    'TensorFlow 2.21.0 · NVIDIA GeForce RTX 4070',
    null,
  ],
  [
    'two GPUs',
    { ...workstation, tensorflowUsesGpu: true, gpus: ['NVIDIA H100', 'NVIDIA H100'] },
    'TensorFlow 2.21.0 · NVIDIA H100',
    /first of 2 GPUs/,
  ],
  [
    'a GPU that nvidia-smi does not list',
    { ...workstation, tensorflowUsesGpu: true, gpus: [] },
    'TensorFlow 2.21.0 · GPU',
    null,
  ],
  [
    'the CPU by request',
    { ...workstation, request: 'cpu' },
    'TensorFlow 2.21.0 · CPU, 2 cores',
    /asks for the CPU/,
  ],
  [
    'an old driver',
    { ...workstation, nvidiaDriver: '470.82.01' },
    'TensorFlow 2.21.0 · CPU, 2 cores',
    /470\.82\.01 is older than 525/,
  ],
  [
    'no CUDA',
    { ...workstation, cudaInstalled: false },
    'TensorFlow 2.21.0 · CPU, 2 cores',
    /npm run provision/,
  ],
  [
    'a hidden GPU',
    { ...workstation, visibleDevices: '' },
    'TensorFlow 2.21.0 · CPU, 2 cores',
    /CUDA_VISIBLE_DEVICES/,
  ],
  [
    'a driver of unknown version',
    { ...workstation, nvidiaDriver: 'unknown' },
    'TensorFlow 2.21.0 · CPU, 2 cores',
    /could not use the GPU/,
  ],
])('with %s', (_, findings, description, note) => {
  const device = chooseDevice(findings);
  expect(deviceSchema.parse(device)).toEqual(device);
  expect(device.device).toBe(findings.tensorflowUsesGpu ? 'gpu' : 'cpu');
  expect(device.description).toBe(description);
  if (note === null) expect(device.note).toBeNull();
  else expect(device.note).toMatch(note);
});
