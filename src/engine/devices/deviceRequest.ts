import { automaticDevice, type DeviceSettings, threadsSchema } from '../../protocol/deviceSettings';
import { AdviceError } from '../adviceError';
import { parseDeviceRequest } from './requestedDevice.mjs';

type Environment = Readonly<Record<string, string | undefined>>;

/** The device that a person asked for. */
export interface DeviceRequest {
  readonly kind: 'cpu' | 'gpu' | 'wasm';
  /** nvidia-smi's index of the GPU; null for any. */
  readonly gpu: number | null;
  /** In the settings or with --device, or by the variable LAYERWISE_TENSORFLOW, which goes first. */
  readonly by: 'choice' | 'variable';
}

const names = { variable: 'LAYERWISE_TENSORFLOW', device: 'LAYERWISE_DEVICE', threads: 'LAYERWISE_THREADS' };

/** The variables that tell an engine's process of the settings. */
export function variablesOf({ device, threads }: DeviceSettings): Readonly<Record<string, string>> {
  return { [names.device]: device, [names.threads]: threads === null ? '' : String(threads) };
}

/** The settings that those variables tell of. */
export function settingsOf(environment: Environment): DeviceSettings {
  const device = environment[names.device] ?? '';
  const threads = threadsSchema.safeParse(Number(environment[names.threads]));
  return {
    device: parseDeviceRequest(device) === null ? automaticDevice.device : device,
    threads: threads.success ? threads.data : null,
  };
}

/** What is asked for, by whichever way goes first; null where it is left to Layerwise. */
export function requestIn(environment: Environment): DeviceRequest | null {
  const variable = parseDeviceRequest(environment[names.variable] ?? '');
  if (variable !== null) return { ...variable, by: 'variable' };
  const choice = parseDeviceRequest(settingsOf(environment).device);
  return choice === null ? null : { ...choice, by: 'choice' };
}

/** Throws an AdviceError where LAYERWISE_TENSORFLOW asks for something that there is not, as provisioning does. */
export function refuseUnknownRequest(environment: Environment): void {
  const value = environment[names.variable] ?? '';
  if (value === '' || parseDeviceRequest(value) !== null) return;
  throw new AdviceError(
    `${names.variable} is "${value}", which is no device.`,
    'Set it to cpu, gpu, gpu:1 or wasm, or unset it, and start Layerwise anew.',
  );
}

/** The variable that stands in the way of the settings, as NAME=value; null where none does. */
export function variableBefore(environment: Environment): string | null {
  const value = environment[names.variable] ?? '';
  return parseDeviceRequest(value) === null ? null : `${names.variable}=${value}`;
}
