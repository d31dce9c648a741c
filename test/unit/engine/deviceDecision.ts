import { expect } from 'vitest';
import { chooseDevice } from '../../../src/engine/devices/chooseDevice';
import type { DeviceFindings, MachineFindings } from '../../../src/engine/devices/deviceFindings';
import { type Device, deviceSchema } from '../../../src/protocol/engineMessages';

export const onCpu: DeviceFindings['library'] = { state: 'loaded', version: '2.21.0', usesGpu: false };
export const onGpu: DeviceFindings['library'] = { ...onCpu, usesGpu: true };

/** The decision, held to the laws that every one keeps. */
export function choose(machine: MachineFindings, library: DeviceFindings['library']): Device {
  const device = chooseDevice({ ...machine, library });
  expect(deviceSchema.parse(device)).toEqual(device);
  // What can be copied is what the advice names.
  if (device.command !== null)
    for (const part of device.command.split(' && ')) expect(device.advice).toContain(part);
  if (device.note !== null) expect(device.note).toMatch(/^[A-Z].*\.$/);
  return device;
}
