import { expect, test } from 'vitest';
import type { MachineFindings } from '../../../src/engine/devices/deviceFindings';
import {
  refuseUnknownRequest,
  requestIn,
  settingsOf,
  variableBefore,
  variablesOf,
} from '../../../src/engine/devices/deviceRequest';
import { libraryEnvironment } from '../../../src/engine/devices/libraryEnvironment';
import { automaticDevice } from '../../../src/protocol/deviceSettings';
import { gpuByChoice, laptop, rtx4070, two, workstation } from './recordedMachines';

const cpu = { kind: 'cpu', gpu: null, by: 'choice' } as const;
const order = { CUDA_DEVICE_ORDER: 'PCI_BUS_ID' };

test.each<[string, MachineFindings, Readonly<Record<string, string>>]>([
  ['no GPU', laptop, {}],
  ['one', workstation, { ...order, CUDA_VISIBLE_DEVICES: '0' }],
  ['two, of which the second is better', two, { ...order, CUDA_VISIBLE_DEVICES: '1' }],
  [
    'two alike',
    { ...two, gpus: [rtx4070, { ...rtx4070, index: 1 }] },
    { ...order, CUDA_VISIBLE_DEVICES: '0' },
  ],
  ['two, the first by choice', { ...two, request: gpuByChoice(0) }, { ...order, CUDA_VISIBLE_DEVICES: '0' }],
  ['the CPU by choice', { ...workstation, request: cpu }, { CUDA_VISIBLE_DEVICES: '-1' }],
  ['those in view of someone else’s choice', { ...two, visibleDevices: '0' }, {}],
  [
    'one in view, by choice',
    { ...two, visibleDevices: '0,1', request: gpuByChoice(1) },
    { ...order, CUDA_VISIBLE_DEVICES: '1' },
  ],
  ['one out of view, by choice', { ...two, visibleDevices: '0', request: gpuByChoice(1) }, {}],
  [
    'one that nvidia-smi does not list, by choice',
    { ...workstation, gpus: [], request: gpuByChoice(1) },
    { ...order, CUDA_VISIBLE_DEVICES: '1' },
  ],
])('TensorFlow sees: %s', (_, machine, variables) => {
  expect(libraryEnvironment(machine)).toEqual(variables);
});

test('threads are told to TensorFlow and to OpenMP before they start', () => {
  expect(libraryEnvironment({ ...laptop, threads: 3 })).toEqual({
    TF_NUM_INTRAOP_THREADS: '3',
    TF_NUM_INTEROP_THREADS: '3',
    OMP_NUM_THREADS: '3',
  });
});

test.each(['automatic', 'cpu', 'gpu', 'gpu:1', 'wasm'])(
  '%s reaches another process as it was chosen',
  (device) => {
    for (const threads of [null, 1, 64]) {
      const settings = { device, threads };
      expect(settingsOf(variablesOf(settings))).toEqual(settings);
    }
  },
);

test.each([
  {},
  { LAYERWISE_DEVICE: 'tpu', LAYERWISE_THREADS: 'all' },
  { LAYERWISE_THREADS: '0' },
  { LAYERWISE_THREADS: '1.5' },
])('variables of another form are no settings: %o', (environment) => {
  expect(settingsOf(environment)).toEqual(automaticDevice);
  expect(requestIn(environment)).toBeNull();
});

test('LAYERWISE_TENSORFLOW goes before the settings', () => {
  const environment = { ...variablesOf({ device: 'gpu:1', threads: null }), LAYERWISE_TENSORFLOW: 'wasm' };
  expect(requestIn(environment)).toEqual({ kind: 'wasm', gpu: null, by: 'variable' });
  expect(variableBefore(environment)).toBe('LAYERWISE_TENSORFLOW=wasm');
  const unset = { ...environment, LAYERWISE_TENSORFLOW: '' };
  expect(requestIn(unset)).toEqual({ kind: 'gpu', gpu: 1, by: 'choice' });
  expect(variableBefore(unset)).toBeNull();
});

test('a word in LAYERWISE_TENSORFLOW that is no device is refused, not passed over', () => {
  for (const value of ['', 'cpu', 'gpu:1', 'wasm'])
    expect(() => refuseUnknownRequest({ LAYERWISE_TENSORFLOW: value })).not.toThrow();
  expect(() => refuseUnknownRequest({ LAYERWISE_TENSORFLOW: 'cuda' })).toThrow('"cuda", which is no device.');
  expect(() => refuseUnknownRequest({})).not.toThrow();
});
