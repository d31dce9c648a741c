import { percentile } from '../editing/inputLatency';
import { commonSlope, mean } from '../trend';
import type { MemorySample } from './memory';

/** What was measured while one network trained. */
export interface SoakFigures {
  readonly network: string;
  readonly layers: number;
  readonly minutes: number;
  /** Steps that the engine took, each of which it measured. */
  readonly steps: number;
  /** Steps whose measurements the window has. */
  readonly measuredSteps: number;
  /** Tasks of the page's main thread. */
  readonly tasks: number;
  readonly longest: { readonly elapsed: number; readonly processor: number };
  readonly overFifty: number;
  /** Milliseconds from a click to the frame with its effect. */
  readonly latencies: readonly number[];
  readonly memory: readonly MemorySample[];
}

/** Growth of something that is held, in its unit an hour, and what is allowed. */
export interface Growth {
  readonly what: keyof MemorySample;
  readonly mean: number;
  readonly perHour: number;
  readonly bound: number;
}

/** What may grow by so much an hour, beside a hundredth part: caches that fill up once, and what is left of rounding. */
const allowances = {
  main: 16,
  window: 48,
  graphics: 48,
  engine: 64,
  heap: 16,
  nodes: 500,
  listeners: 100,
} as const;

/** Slopes over all phases; what is measured before a phase is a third through is left out, as memory fills up there. */
export function growthOf(
  phases: readonly Pick<SoakFigures, 'network' | 'minutes' | 'memory'>[],
): readonly Growth[] {
  let before = 0;
  const samples = phases.flatMap(({ network, minutes, memory }) => {
    const settled = memory
      .filter(({ seconds }) => seconds > minutes * 20)
      .map((sample) => ({ ...sample, time: before + sample.seconds / 3600, setting: network }));
    before += minutes / 60;
    return settled;
  });
  return (Object.keys(allowances) as (keyof typeof allowances)[]).map((what) => {
    const level = mean(samples.map((sample) => sample[what]));
    return {
      what,
      mean: level,
      perHour: commonSlope(samples.map(({ time, setting, [what]: value }) => ({ time, setting, value }))),
      bound: allowances[what] + level / 100,
    };
  });
}

/** For people to read. */
export function lines(phases: readonly SoakFigures[]): readonly string[] {
  return phases.map((figures) => {
    const { network, layers, minutes, steps, measuredSteps, tasks, longest, overFifty, latencies } = figures;
    const latency = (share: number) => percentile(latencies, share).toFixed(0);
    return [
      `${network}, ${layers} layers, ${minutes.toFixed(1)} min: ${measuredSteps} of ${steps} steps in the window;`,
      `${tasks} tasks, the longest ${longest.elapsed.toFixed(0)} ms (${longest.processor.toFixed(0)} ms of processor),`,
      `${overFifty} of 50 ms and more; ${latencies.length} inputs, to paint in ${latency(0.5)} ms,`,
      `95 % within ${latency(0.95)} ms, all within ${latency(1)} ms`,
    ].join(' ');
  });
}
