import { expect, test } from 'vitest';
import { machineMemory } from '../../../src/engine/capacity/machineMemory';

const meminfo = 'MemTotal:       16000000 kB\nMemFree:         1000000 kB\nMemAvailable:   12000000 kB\n';
const [total, available] = [16_000_000 * 1024, 12_000_000 * 1024];

test.each([
  ['a machine by itself', { groupLimit: null, groupUsage: null }, { total, free: available }],
  ['a group without a limit', { groupLimit: 'max\n', groupUsage: '100\n' }, { total, free: available }],
  [
    'the first version’s number for none',
    { groupLimit: '9223372036854771712\n', groupUsage: '100\n' },
    { total, free: available },
  ],
  ['a container', { groupLimit: '4000000000\n', groupUsage: '1500000000\n' }, { total: 4e9, free: 2.5e9 }],
  ['a full container', { groupLimit: '4000000000\n', groupUsage: '4100000000\n' }, { total: 4e9, free: 0 }],
])('%s', (_name, group, expected) => expect(machineMemory({ meminfo, ...group })).toEqual(expected));

test('a system without these files says nothing', () =>
  expect(machineMemory({ meminfo: null, groupLimit: null, groupUsage: null })).toBeNull());
