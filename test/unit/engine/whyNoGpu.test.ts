import { expect, test } from 'vitest';
import { neededLibraries } from '../../../src/engine/devices/cudaLibraries';
import type { MachineFindings } from '../../../src/engine/devices/deviceFindings';
import { choose, onCpu } from './deviceDecision';
import {
  cudaWithout,
  gpuByChoice,
  laptop,
  rtx4070,
  two,
  ubuntu,
  withoutDriver,
  workstation,
} from './recordedMachines';

const cpuByChoice = { kind: 'cpu', gpu: null, by: 'choice' } as const;
const complaint = 'Failed to initialize NVML: Driver/library version mismatch';
const provision = 'npm run provision';
const debian = { ...ubuntu, distributions: ['debian'] };

test.each<[string, MachineFindings, RegExp, string | null, RegExp | null]>([
  ['no GPU', laptop, /^No NVIDIA GPU was found, so training runs on the CPU/, null, null],
  ['no bus to look at', { ...laptop, nvidiaDevices: null }, /^No NVIDIA driver was found/, null, null],
  [
    'no driver',
    withoutDriver,
    /an NVIDIA GPU \(PCI 0000:01:00\.0\), but no driver/,
    'ubuntu-drivers',
    /restart/,
  ],
  [
    'no driver for two',
    { ...withoutDriver, nvidiaDevices: ['0000:01:00.0', '0000:41:00.0'] },
    /NVIDIA GPUs \(PCI 0000:01:00\.0, 0000:41:00\.0\), but no driver for them\.$/,
    'ubuntu-drivers',
    /restart/,
  ],
  [
    'no driver on Debian',
    { ...withoutDriver, system: debian },
    /no driver/,
    'apt install nvidia-driver',
    /non-free/,
  ],
  [
    'no driver on Fedora',
    { ...withoutDriver, system: { ...ubuntu, distributions: ['fedora'] } },
    /no driver/,
    'dnf install akmod-nvidia',
    /RPM Fusion/,
  ],
  [
    'no driver on a distribution of its own',
    { ...withoutDriver, system: { ...ubuntu, distributions: ['void'] } },
    /no driver/,
    null,
    /nvidia\.com\/drivers/,
  ],
  [
    'no driver in WSL',
    { ...laptop, system: { ...ubuntu, wsl: true } },
    /in WSL/,
    null,
    /in Windows, not in WSL/,
  ],
  [
    'no driver under a container',
    { ...withoutDriver, system: { ...ubuntu, container: true } },
    /no driver/,
    null,
    /machine that runs this container/,
  ],
  [
    'an old driver',
    { ...workstation, nvidiaDriver: '470.82.01' },
    /470\.82\.01 is older than 525/,
    'apt',
    /Run/,
  ],
  [
    'an updated driver',
    { ...workstation, gpus: [], driverComplaint: complaint },
    /was updated/,
    null,
    /Restart/,
  ],
  [
    'a driver that fails',
    { ...workstation, gpus: [], driverComplaint: 'No devices were found' },
    /does not reach a GPU: No devices were found\.$/,
    'nvidia-smi',
    /restarting/,
  ],
  [
    'half a driver',
    { ...workstation, driverLibrary: null },
    /is missing: libcuda\.so\.1/,
    'ubuntu-drivers',
    /Run/,
  ],
  [
    'a container that may not',
    { ...workstation, driverLibrary: null, system: { ...ubuntu, container: true } },
    /container may not use it/,
    null,
    /--gpus all/,
  ],
  ['the GPU hidden', { ...workstation, visibleDevices: '' }, /^CUDA_VISIBLE_DEVICES hides/, null, /Unset it/],
  [
    'another GPU in view',
    { ...workstation, visibleDevices: '7' },
    /DEVICES=7 names no GPU/,
    null,
    /Unset it/,
  ],
  [
    'a GPU that is not there',
    { ...two, request: gpuByChoice(5) },
    /no GPU 5 in view.*0 \(NVIDIA G.*1 \(/,
    null,
    /one of/,
  ],
  [
    'a GPU out of view',
    { ...two, visibleDevices: '0', request: gpuByChoice(1) },
    /no GPU 1 in view/,
    null,
    /Choose one/,
  ],
  [
    'a GPU of 2014',
    { ...workstation, gpus: [{ ...rtx4070, name: 'GTX 980', computeCapability: '5.2' }] },
    /capability 6\.0 or more; GTX 980 has 5\.2/,
    null,
    null,
  ],
  ['TensorFlow without CUDA', { ...workstation, cudaBuild: false }, /without CUDA/, provision, /Run/],
  [
    'a package without CUDA',
    { ...workstation, cudaBuild: false, packaged: true },
    /without CUDA/,
    null,
    /package that carries CUDA/,
  ],
  [
    'cuDNN of another version',
    {
      ...workstation,
      cudaLibraries: cudaWithout('libcudnn.so.9').map((library) =>
        library.path === null ? { ...library, other: 'libcudnn.so.8' } : library,
      ),
    },
    /without libcudnn\.so\.9 \(cuDNN\)\. libcudnn\.so\.8 is another version\.$/,
    `${provision} -- --verify`,
    /get what is missing/,
  ],
  [
    'two libraries missing',
    { ...workstation, cudaLibraries: cudaWithout('libcudnn.so.9', 'libcufft.so.11') },
    /without libcufft\.so\.11 \(cuFFT\) and libcudnn\.so\.9 \(cuDNN\)\.$/,
    provision,
    /Run/,
  ],
  ['all that is needed', workstation, /could not use the GPU/, 'npx layerwise devices', /TensorFlow says/],
  [
    'a driver of unknown version',
    { ...workstation, nvidiaDriver: 'unknown' },
    /could not use the GPU/,
    'npx',
    /Run/,
  ],
  [
    'the CPU by variable',
    { ...workstation, request: { ...cpuByChoice, by: 'variable' } },
    /^LAYERWISE_TENSORFLOW=cpu asks/,
    null,
    /Unset it/,
  ],
  ['the CPU by choice', { ...workstation, request: cpuByChoice }, /as was chosen/, null, /Choose the GPU/],
  ['the CPU by choice and no GPU', { ...laptop, request: cpuByChoice }, /as was chosen/, null, null],
  [
    'a Mac',
    { ...laptop, system: { ...ubuntu, platform: 'darwin', architecture: 'arm64' } },
    /macOS/,
    null,
    null,
  ],
  [
    'ARM',
    { ...laptop, system: { ...ubuntu, architecture: 'arm64' } },
    /linux arm64 computes on the CPU/,
    null,
    null,
  ],
  ['Windows', { ...laptop, system: { ...ubuntu, platform: 'win32' } }, /No NVIDIA driver/, null, null],
  [
    'Windows with a GPU',
    { ...laptop, system: { ...ubuntu, platform: 'win32' }, gpus: [rtx4070] },
    /CUDA 11\.2/,
    'wsl --install',
    /in WSL/,
  ],
])('on the CPU, for %s', (_, machine, note, command, advice) => {
  const device = choose(machine, onCpu);
  expect(device).toMatchObject({ backend: 'tensorflow', device: 'cpu', threads: 2 });
  expect(device.description).toBe('TensorFlow 2.21.0 · CPU, 2 cores');
  expect(device.note).toMatch(note);
  expect(device.command ?? '').toContain(command ?? '');
  expect(device.command === null).toBe(command === null);
  if (advice === null) expect(device.advice).toBeNull();
  else expect(device.advice).toMatch(advice);
});

test.each(neededLibraries)('$file is told by its name where it alone is missing', ({ file, name }) => {
  const { note } = choose({ ...workstation, cudaLibraries: cudaWithout(file) }, onCpu);
  expect(note).toBe(`TensorFlow can't use the GPU without ${file} (${name}).`);
});
