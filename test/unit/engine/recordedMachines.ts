import { neededLibraries } from '../../../src/engine/devices/cudaLibraries';
import type { MachineFindings } from '../../../src/engine/devices/deviceFindings';
import type { Gpu } from '../../../src/engine/devices/gpuList';
import type { OperatingSystem } from '../../../src/engine/devices/operatingSystem';

const gibibyte = 2 ** 30;

/** All of CUDA, but for the files that are named. */
export function cudaWithout(...files: readonly string[]): MachineFindings['cudaLibraries'] {
  return neededLibraries.map((library) => {
    const missing = files.includes(library.file);
    const path = missing ? null : `/deps/nvidia/${library.wheel}/lib/${library.file}`;
    return { ...library, path, version: missing ? null : '12', other: null };
  });
}

export const ubuntu: OperatingSystem = {
  platform: 'linux',
  architecture: 'x64',
  distributions: ['ubuntu', 'debian'],
  wsl: false,
  container: false,
};

export const rtx4070: Gpu = {
  index: 0,
  name: 'NVIDIA GeForce RTX 4070',
  uuid: 'GPU-0a1b2c3d-0000-0000-0000-000000000000',
  memory: 12 * gibibyte,
  memoryUsed: gibibyte,
  computeCapability: '8.9',
};

export const h100: Gpu = {
  ...rtx4070,
  index: 1,
  name: 'NVIDIA H100 80GB HBM3',
  uuid: 'GPU-9f8e7d6c-0000-0000-0000-000000000000',
  memory: 80 * gibibyte,
  computeCapability: '9.0',
};

/** Two cores, no GPU. */
export const laptop: MachineFindings = {
  system: ubuntu,
  cores: 2,
  packaged: false,
  nvidiaDevices: [],
  nvidiaDriver: null,
  driverLibrary: null,
  gpus: [],
  driverComplaint: null,
  cudaBuild: false,
  cudaLibraries: [],
  visibleDevices: null,
  request: null,
  threads: null,
};

/** A GPU with all that TensorFlow needs for it. */
export const workstation: MachineFindings = {
  ...laptop,
  nvidiaDevices: ['0000:01:00.0'],
  nvidiaDriver: '550.54.14',
  driverLibrary: '/lib/x86_64-linux-gnu/libcuda.so.1',
  gpus: [rtx4070],
  cudaBuild: true,
  cudaLibraries: cudaWithout(),
};

/** A GPU that nobody has installed a driver for. */
export const withoutDriver: MachineFindings = { ...laptop, nvidiaDevices: ['0000:01:00.0'] };

/** A workstation with another GPU, which is the better one. */
export const two = { ...workstation, gpus: [rtx4070, h100] };

export const gpuByChoice = (gpu: number) => ({ kind: 'gpu', gpu, by: 'choice' }) as const;
