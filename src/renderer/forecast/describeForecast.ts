import { aboutSeconds, inGigabytes } from '../../network/forecast/forecastText';
import { say } from '../language/say';
import { t } from '../language/t';
import type { Forecast } from './useForecast';

const owners = { machine: '', gpu: ' of the GPU’s memory', wasm: ' of WebAssembly’s memory' } as const;

/** "≈ 1.4 GB of 15 GB · about 6 min" */
export function shortForecast({ memory, capacity, seconds }: Forecast): string {
  const size = t`≈ ${inGigabytes(memory.peak)} of ${inGigabytes(capacity.freeMemoryBytes)}`;
  return seconds === null ? size : `${size} · ${say(aboutSeconds(seconds))}`;
}

/** What takes the memory, and how the time is known. */
export function longForecast({ memory, capacity, seconds }: Forecast): string {
  const parts = [
    [t`activations, gradients and work space of a step`, memory.step],
    [t`the program with its library and graph`, memory.program],
    [t`weights`, memory.weights],
    [t`the optimizer’s state`, memory.optimizer],
    [t`copies of both for checkpoints`, memory.copies],
    [t`images`, memory.data],
  ] as const;
  const listed = [...parts]
    .filter(([, bytes]) => bytes > 0)
    .sort(([, left], [, right]) => right - left)
    .map(([name, bytes]) => `${name} ${inGigabytes(bytes)}`)
    .join(', ');
  const time =
    seconds === null
      ? ''
      : t` Time: ${say(aboutSeconds(seconds))} for the whole run, by a short measurement of this device; once it trains, its own speed tells.`;
  return t`Expected at the peak of a run: ${inGigabytes(memory.peak)}${say(owners[capacity.memory])}, of ${inGigabytes(capacity.freeMemoryBytes)} that can be had. ${listed}.${time}`;
}
