import { type Command, InvalidArgumentError, Option } from 'commander';
import { AdviceError } from '../engine/adviceError';
import { variablesOf } from '../engine/devices/deviceRequest';
import { parseDeviceRequest } from '../engine/devices/requestedDevice.mjs';
import { loadRuntime } from '../engine/devices/runtime';
import { automaticDevice, threadsSchema } from '../protocol/deviceSettings';
import { numberWithin } from './numberOption';

/** Options of every command that computes; absent where they were not given. */
export interface DeviceCommandOptions {
  readonly device?: string;
  readonly threads?: number;
}

/** Adds `--device` and `--threads` to a command. */
export function addDeviceOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--device <name>',
        'where to compute: cpu, gpu, gpu:1 for a certain one, or wasm; else the best there is',
      ).argParser(deviceName),
    )
    .addOption(
      new Option('--threads <number>', 'threads to compute with; else one for each core').argParser(
        numberWithin(threadsSchema),
      ),
    );
}

/**
 * Makes this process compute where the options say, which go before the environment's variables. To be called before an
 * engine is created. Rejects with an AdviceError where a GPU was asked for and can't be used.
 */
export async function applyDeviceOptions({ device, threads }: DeviceCommandOptions): Promise<void> {
  if (device === undefined && threads === undefined) return;
  const chosen = device ?? automaticDevice.device;
  if (device !== undefined) delete process.env['LAYERWISE_TENSORFLOW'];
  Object.assign(process.env, variablesOf({ device: chosen, threads: threads ?? null }));
  if (!chosen.startsWith('gpu')) return;
  const runtime = await loadRuntime();
  if (runtime.device.device === 'gpu') return;
  const { note, advice } = runtime.device;
  throw new AdviceError(
    `--device ${chosen} can't be had. ${note ?? ''}`.trimEnd(),
    advice ?? 'Leave --device out to train on what there is.',
  );
}

function deviceName(text: string): string {
  if (text === automaticDevice.device || parseDeviceRequest(text) !== null) return text;
  throw new InvalidArgumentError('It must be cpu, gpu, gpu:0 or another number, or wasm.');
}
