import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neededLibraries } from '../../../src/engine/devices/cudaLibraries';
import type { DeviceFindings, MachineFindings } from '../../../src/engine/devices/deviceFindings';
import { libraryEnvironment } from '../../../src/engine/devices/libraryEnvironment';
import { choose, onCpu, onGpu } from './deviceDecision';
import { cudaWithout, h100, laptop, rtx4070 } from './recordedMachines';

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { freq: 2 });

/** Machines of every kind, also such as there are not. */
const machines: fc.Arbitrary<MachineFindings> = fc.record({
  system: fc.record({
    platform: fc.constantFrom('linux', 'linux', 'linux', 'darwin', 'win32', 'freebsd'),
    architecture: fc.constantFrom('x64', 'x64', 'arm64'),
    distributions: fc.subarray(['linuxmint', 'ubuntu', 'debian', 'fedora', 'arch', 'constructor']),
    wsl: fc.boolean(),
    container: fc.boolean(),
  }),
  cores: fc.integer({ min: 1, max: 256 }),
  packaged: fc.boolean(),
  nvidiaDevices: maybe(fc.subarray(['0000:01:00.0', '0000:41:00.0'])),
  nvidiaDriver: maybe(fc.constantFrom('470.82.01', '525.60.13', '580.1', 'unknown')),
  driverLibrary: maybe(fc.constant('/lib/libcuda.so.1')),
  gpus: fc.subarray([rtx4070, h100, { ...rtx4070, index: 2, computeCapability: null, memory: null }]),
  driverComplaint: maybe(fc.constantFrom('No devices were found', 'Driver/library version mismatch')),
  cudaBuild: fc.boolean(),
  cudaLibraries: fc
    .subarray(neededLibraries.map(({ file }) => file))
    .map((missing) => cudaWithout(...missing)),
  visibleDevices: maybe(fc.constantFrom('', '-1', '0', '1,0', '7', 'GPU-0a1b', 'MIG-1')),
  request: maybe(
    fc.record({
      kind: fc.constantFrom('cpu', 'gpu', 'wasm'),
      gpu: maybe(fc.nat({ max: 3 })),
      by: fc.constantFrom('choice', 'variable'),
    }),
  ),
  threads: maybe(fc.integer({ min: 1, max: 1024 })),
});

const libraries: fc.Arbitrary<DeviceFindings['library']> = fc.constantFrom(onCpu, onGpu, {
  state: 'absent',
  absence: { reason: 'addonMissing' },
  version: '4.22.0',
  simd: true,
});

test('every machine gets a device, and in a sentence why no better one, with a command that can be run there', () => {
  fc.assert(
    fc.property(machines, libraries, (machine, library) => {
      const device = choose(machine, library);
      expect(device.device).toBe(library === onGpu ? 'gpu' : 'cpu');
      expect(device.threads).toBeGreaterThanOrEqual(1);
      if (library !== onGpu) expect(device.note).not.toBeNull();
      if (device.command !== null) expect(device.advice).not.toBeNull();
      if (machine.packaged) expect(device.advice ?? '').not.toMatch(/\bnp[mx] /);
      if (machine.system.wsl || machine.system.container) expect(device.advice ?? '').not.toMatch(/sudo/);
    }),
    { numRuns: 1_000 },
  );
});

test('what CUDA_VISIBLE_DEVICES hides is never brought into view', () => {
  fc.assert(
    fc.property(machines, (machine) => {
      const { CUDA_VISIBLE_DEVICES: visible } = libraryEnvironment(machine);
      if (machine.visibleDevices === null || visible === undefined || visible === '-1') return;
      const shown = machine.gpus.find(({ index }) => String(index) === visible);
      const listed = machine.visibleDevices.split(',');
      expect(listed.some((word) => word === visible || (word !== '' && shown?.uuid.startsWith(word)))).toBe(
        true,
      );
    }),
    { numRuns: 1_000 },
  );
  expect(libraryEnvironment(laptop)).toEqual({});
});
