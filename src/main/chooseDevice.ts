import type { DeviceSettingsFile } from '../engine/devices/deviceSettingsFile';
import type { DeviceSettings } from '../protocol/deviceSettings';
import type { AnswerOf } from '../protocol/windowChannels';
import { fileErrorReason } from './fileProblems';

/** Starts the engine anew with other settings, which are kept. They hold also where they can't be kept. */
export function chooseDevice(
  settings: DeviceSettings,
  file: DeviceSettingsFile,
  engine: { restart(): void },
): AnswerOf<'chooseDevice'> {
  try {
    file.keep(settings);
    return { status: 'done', value: null };
  } catch (error) {
    const message = `The device settings could not be kept: ${fileErrorReason(error, 'save')}.`;
    return { status: 'failed', problem: { message, advice: 'They hold until Layerwise ends.' } };
  } finally {
    engine.restart();
  }
}
