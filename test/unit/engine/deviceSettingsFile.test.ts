import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DeviceSettingsFile } from '../../../src/engine/devices/deviceSettingsFile';
import { chooseDevice } from '../../../src/main/chooseDevice';
import { automaticDevice, type DeviceSettings } from '../../../src/protocol/deviceSettings';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'layerwise-device-'));
  path = join(folder, 'profile', 'device.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

function settingsFrom(content: string | Uint8Array): DeviceSettings {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return new DeviceSettingsFile(path).settings;
}

const valid: fc.Arbitrary<DeviceSettings> = fc.record({
  device: fc.oneof(
    fc.constantFrom('automatic', 'cpu', 'gpu', 'wasm'),
    fc.nat({ max: 255 }).map((index) => `gpu:${index}`),
  ),
  threads: fc.option(fc.integer({ min: 1, max: 1024 })),
});

test('what was kept is there after a restart, in a folder that did not exist, and nothing is left beside it', () => {
  fc.assert(
    fc.property(valid, (settings) => {
      const file = new DeviceSettingsFile(path);
      file.keep(settings);
      expect(file.settings).toEqual(settings);
      expect(new DeviceSettingsFile(path).settings).toEqual(settings);
      expect(readdirSync(dirname(path))).toEqual(['device.json']);
    }),
    { numRuns: 30 },
  );
});

test.each([
  ['nothing', ''],
  ['half a file', '{"device":"cpu","thr'],
  ['another form', '[1, 2]'],
  ['null', 'null'],
  ['a device that there is not', '{"device":"tpu","threads":null}'],
  ['a command for a device', '{"device":"gpu:1; rm -rf /","threads":null}'],
  ['a line break in a device', '{"device":"cpu\\n","threads":null}'],
  ['no threads', '{"device":"cpu","threads":0}'],
  ['too many threads', '{"device":"cpu","threads":1e9}'],
  ['half a thread', '{"device":"cpu","threads":1.5}'],
  ['threads in words', '{"device":"cpu","threads":"2"}'],
  ['a missing field', '{"device":"cpu"}'],
  ['a field too many', '{"device":"cpu","threads":null,"__proto__":{"a":1},"path":"/"}'],
  ['depth', '['.repeat(50_000)],
  ['size', ' '.repeat(10_000_000)],
  ['bytes that are no text', Uint8Array.of(0xff, 0xfe, 0, 1)],
])('a file with %s counts as none', (_, content) => {
  expect(settingsFrom(content)).toEqual(automaticDevice);
});

test('any bytes in the file give settings of the right form', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json().map((text) => Buffer.from(text)),
        fc.uint8Array(),
      ),
      (content) => {
        const settings = settingsFrom(content);
        new DeviceSettingsFile(path).keep(settings);
        expect(new DeviceSettingsFile(path).settings).toEqual(settings);
      },
    ),
    { numRuns: 100 },
  );
});

test('a folder or a link that leads back to itself in the place of the file count as none', () => {
  mkdirSync(path, { recursive: true });
  expect(new DeviceSettingsFile(path).settings).toEqual(automaticDevice);
  const link = join(folder, 'link');
  symlinkSync(link, link);
  expect(new DeviceSettingsFile(link).settings).toEqual(automaticDevice);
});

test('settings that can’t be kept hold all the same, and the engine starts with them', () => {
  mkdirSync(path, { recursive: true });
  const file = new DeviceSettingsFile(path);
  let started: DeviceSettings | null = null;
  const engine = {
    restart: () => {
      started = file.settings;
    },
  };
  const chosen = { device: 'cpu', threads: 1 };
  expect(chooseDevice(chosen, file, engine)).toMatchObject({
    status: 'failed',
    problem: {
      message: expect.stringMatching(/could not be kept: .+\.$/),
      advice: expect.stringMatching(/until Layerwise ends/),
    },
  });
  expect(started).toEqual(chosen);
});
