import { expect, test } from 'vitest';
import { automaticDevice, type DeviceOptions } from '../../../../src/protocol/deviceSettings';
import { deviceChoices, threadChoices } from '../../../../src/renderer/device/deviceChoices';

const machine: DeviceOptions = { cores: 2, gpus: [], settings: automaticDevice, fixedBy: null };
const gpu = (index: number, name: string) => ({ index, name, memory: 12 * 2 ** 30 });
const labels = (choices: readonly { readonly label: string }[]) => choices.map(({ label }) => label);

test('devices are named, and those alike numbered', () => {
  expect(labels(deviceChoices(machine, 'automatic'))).toEqual(['Automatic', 'CPU', 'WebAssembly']);
  const gpus = [gpu(0, 'RTX 4070'), gpu(1, 'H100'), gpu(2, 'H100')];
  expect(deviceChoices({ ...machine, gpus }, 'cpu').slice(2, 5)).toEqual([
    { value: 'gpu:0', label: 'RTX 4070, 12 GiB' },
    { value: 'gpu:1', label: 'H100, 12 GiB (gpu:1)' },
    { value: 'gpu:2', label: 'H100, 12 GiB (gpu:2)' },
  ]);
});

test('what is chosen stays a choice where it is not there, and where nothing is known of the machine', () => {
  expect(labels(deviceChoices(machine, 'gpu:3'))).toContain('GPU 3, not found');
  expect(labels(deviceChoices(null, 'automatic'))).toEqual(['Automatic', 'CPU', 'WebAssembly']);
  expect(labels(threadChoices(null, null))).toEqual(['Automatic']);
  expect(labels(threadChoices(machine, 7))).toEqual(['Automatic (2)', '1', '2', '7']);
});

test.each([1, 2, 8, 16, 17, 64, 192])(
  'of %i cores each end can be chosen, in a list that is not long',
  (cores) => {
    const numbers = threadChoices({ ...machine, cores }, null)
      .slice(1)
      .map(({ value }) => Number(value));
    expect([numbers[0], numbers.at(-1)]).toEqual([1, cores]);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(numbers.length).toBeLessThan(45);
  },
);
