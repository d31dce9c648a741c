import { readFileSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  type KeptSettings,
  keptSettingsLimit,
  keptSettingsSchema,
  type SettingChanges,
  withChanges,
} from '../protocol/keptSettings';
import type { AnswerOf } from '../protocol/windowChannels';
import { fileErrorReason } from './fileProblems';
import { replaceFile } from './replaceFile';

/** The person's settings, in one file of the profile. */
export class SettingsFile {
  readonly #file: string;
  readonly #changed: (settings: KeptSettings) => void;
  #settings: KeptSettings;
  /** The file holds something that can't be read, and that a person may want back. */
  #damaged: boolean;
  #writing: Promise<void> = Promise.resolve();

  /** `changed` is called with the settings after each change. */
  constructor(file: string, changed: (settings: KeptSettings) => void) {
    this.#file = file;
    this.#changed = changed;
    const text = readText(file);
    const read = text === null ? {} : parse(text);
    this.#settings = read ?? {};
    this.#damaged = read === null;
  }

  get settings(): KeptSettings {
    return this.#settings;
  }

  /** They hold from now on; failed where they can't be written, and last until Layerwise ends then. */
  async keep(changes: SettingChanges): Promise<AnswerOf<'keepSettings'>> {
    const settings = withChanges(this.#settings, changes);
    if (!keptSettingsSchema.safeParse(settings).success) {
      const message = 'The settings could not be kept: they are too long.';
      return failed(message, 'Reset shortcuts that you don’t need.');
    }
    this.#settings = settings;
    this.#changed(settings);
    const writing = this.#writing.then(() => this.#write(settings));
    this.#writing = writing.catch(() => undefined);
    try {
      await writing;
      return { status: 'done', value: null };
    } catch (error) {
      const message = `The settings could not be kept: ${fileErrorReason(error, 'save')}.`;
      return failed(message, `They hold until Layerwise ends. They are kept in ${this.#file}.`);
    }
  }

  /** Resolves when the settings are on the disk, or have failed to get there. */
  written(): Promise<void> {
    return this.#writing;
  }

  async #write(settings: KeptSettings): Promise<void> {
    await mkdir(dirname(this.#file), { recursive: true });
    if (this.#damaged) await copyFile(this.#file, `${this.#file}.damaged`);
    this.#damaged = false;
    const bytes = Buffer.from(`${JSON.stringify(settings, null, 2)}\n`);
    await replaceFile(this.#file, `${this.#file}.part`, 0o600, bytes);
  }
}

function failed(message: string, advice: string): AnswerOf<'keepSettings'> {
  return { status: 'failed', problem: { message, advice } };
}

/** Null where there is no file. */
function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Null where it is no text of settings. */
function parse(text: string): KeptSettings | null {
  if (text.length > 2 * keptSettingsLimit) return null;
  try {
    return keptSettingsSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
