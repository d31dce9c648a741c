import { automaticDevice, type DeviceOptions } from '../../protocol/deviceSettings';
import { t } from '../language/t';

interface Choice {
  readonly value: string;
  readonly label: string;
}

const gibibyte = 2 ** 30;
/** From here on the list leaves numbers out. */
const listedOneByOne = 16;

/** What the device can be set to; `chosen` stays among it also where it is not there. */
export function deviceChoices(options: DeviceOptions | null, chosen: string): readonly Choice[] {
  const gpus = (options?.gpus ?? []).map(({ index, name, memory }) => ({
    value: `gpu:${index}`,
    label: `${name}${memory === null ? '' : `, ${(memory / gibibyte).toFixed(0)} GiB`}`,
  }));
  const choices = [
    { value: automaticDevice.device, label: t`Automatic` },
    { value: 'cpu', label: 'CPU' },
    ...numberedWhereAlike(gpus),
    { value: 'wasm', label: 'WebAssembly' },
  ];
  if (choices.some(({ value }) => value === chosen)) return choices;
  const [, index] = chosen.split(':');
  return [...choices, { value: chosen, label: index === undefined ? 'GPU' : t`GPU ${index}, not found` }];
}

/** Two cards of one make can only be told apart by their numbers. */
function numberedWhereAlike(gpus: readonly Choice[]): readonly Choice[] {
  return gpus.map((gpu) => {
    const alike = gpus.filter(({ label }) => label === gpu.label).length > 1;
    return alike ? { ...gpu, label: `${gpu.label} (${gpu.value})` } : gpu;
  });
}

/** '' stands for one thread for each core. */
export const automaticThreads = '';

/** What the number of threads can be set to: 1 to the number of cores, of many a selection. */
export function threadChoices(options: DeviceOptions | null, chosen: number | null): readonly Choice[] {
  const cores = options?.cores ?? null;
  const numbers = new Set<number>();
  for (let number = 1; number <= (cores ?? 0); number += number < listedOneByOne ? 1 : listedOneByOne / 2)
    numbers.add(number);
  for (const number of [cores, chosen]) if (number !== null) numbers.add(number);
  return [
    { value: automaticThreads, label: cores === null ? t`Automatic` : t`Automatic (${cores})` },
    ...[...numbers].sort((a, b) => a - b).map((number) => ({ value: String(number), label: String(number) })),
  ];
}
