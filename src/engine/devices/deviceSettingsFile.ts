import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { automaticDevice, type DeviceSettings, deviceSettingsSchema } from '../../protocol/deviceSettings';
import { readWholeFile } from '../runs/readWholeFile';
import { writeAside } from '../runs/writeAside';

const fileLimit = 64 * 1024;

/** The device settings of whoever owns an engine's process, in a file that outlives it. */
export class DeviceSettingsFile {
  readonly #path: string;
  #settings: DeviceSettings;

  constructor(path: string) {
    this.#path = path;
    this.#settings = readSettings(path);
  }

  get settings(): DeviceSettings {
    return this.#settings;
  }

  /** The settings hold from now on. Throws where they can't be written: then they hold until this process ends. */
  keep(settings: DeviceSettings): void {
    this.#settings = settings;
    mkdirSync(dirname(this.#path), { recursive: true });
    writeAside(this.#path, `${JSON.stringify(settings)}\n`);
  }
}

/** Everything automatic where there is no file yet, or one that something else has written. */
function readSettings(path: string): DeviceSettings {
  try {
    const text = readWholeFile(path, fileLimit).toString('utf8');
    return deviceSettingsSchema.parse(JSON.parse(text));
  } catch {
    return automaticDevice;
  }
}
