import { randomStream } from '../../../src/engine/randomStreams';
import { loadTensorFlow } from '../../../src/engine/tensorflow/loadTensorFlow';
import { createTensorFlowExecutor } from '../../../src/engine/tensorflow/tensorFlowExecutor';
import type { Batch } from '../../../src/engine/trainingExecutor';
import { analyse } from '../../../src/network/analysis/analyse';
import { elementCount } from '../../../src/network/layers/shape';
import { findTemplate } from '../../../src/network/templates/templates';

/** A network whose steps are timed. */
export interface Stepper {
  /** Milliseconds of processor time that `steps` steps take each. */
  cost(steps: number): number;
  dispose(): void;
}

/** A template with batches of noise, after the steps that warm it up. */
export function stepper(template: string, size: number, settings = {}): Stepper {
  const found = findTemplate(template);
  if (found === undefined) throw new Error(`There is no template "${template}".`);
  const document = found.create(settings);
  const executor = createTensorFlowExecutor(loadTensorFlow(), document, analyse(document));
  const batch = noise(executor.nodes[0]?.outputShape ?? [], size);
  let step = 0;
  const take = (steps: number): void => {
    for (let taken = 0; taken < steps; taken += 1, step += 1)
      executor.step(batch, { learningRate: 1e-3, step, telemetry: step % 10 === 0 });
  };
  take(3);
  return {
    cost(steps) {
      const before = process.cpuUsage();
      take(steps);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000 / steps;
    },
    dispose: () => executor.dispose(),
  };
}

/**
 * Milliseconds of processor time a step of each: the least of several turns, which they take one after the other, so
 * that whatever else the machine does meets all alike.
 */
export function leastCosts(steppers: readonly Stepper[], turns: number, steps: number): readonly number[] {
  const least = steppers.map(() => Number.POSITIVE_INFINITY);
  for (let turn = 0; turn < turns; turn += 1)
    for (const [place, stepper] of steppers.entries())
      least[place] = Math.min(least[place] ?? Number.NaN, stepper.cost(steps));
  return least;
}

function noise(shape: readonly number[], size: number): Batch {
  const random = randomStream(1, 'bench');
  return {
    size,
    images: Float32Array.from({ length: size * elementCount(shape) }, () => random.normal()),
    labels: Int32Array.from({ length: size }, () => random.integerBelow(10)),
  };
}
