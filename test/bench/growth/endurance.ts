import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine } from '../../../src/engine/engine';
import { loadTensorFlow } from '../../../src/engine/tensorflow/loadTensorFlow';
import { projectSchema } from '../../../src/network/graph/projectSchema';
import { findTemplate } from '../../../src/network/templates/templates';
import type { EngineEvent } from '../../../src/protocol/engineMessages';
import { mean } from '../trend';

/** A stretch of a run, in which so many steps were taken. */
export interface Stretch {
  /** The step at its end. */
  readonly step: number;
  /** Milliseconds of processor time a step. */
  readonly cost: number;
  /** Tensors that TensorFlow holds. */
  readonly tensors: number;
  /** Resident memory of the process in MiB. */
  readonly resident: number;
}

/** Trains LeNet-5 on MNIST for so many steps with the whole engine, run folder included, and looks at it again and again. */
export async function endure(steps: number, every: number): Promise<readonly Stretch[]> {
  const folder = await mkdtemp(join(tmpdir(), 'layerwise-growth-'));
  const { binding } = loadTensorFlow();
  const stretches: Stretch[] = [];
  let [processor, last] = [process.cpuUsage(), 0];
  const look = (step: number): void => {
    const { user, system } = process.cpuUsage(processor);
    stretches.push({
      step,
      cost: (user + system) / 1000 / (step - last),
      tensors: binding.getNumOfTensors(),
      resident: process.memoryUsage.rss() / 2 ** 20,
    });
    [processor, last] = [process.cpuUsage(), step];
  };
  try {
    await run(steps, folder, (step) => {
      if (step - last >= every) look(step);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return stretches;
}

function run(steps: number, folder: string, onStep: (step: number) => void): Promise<void> {
  const document = findTemplate('lenet-5')?.create();
  if (document === undefined) throw new Error('There is no template lenet-5.');
  return new Promise((resolve, reject) => {
    const hear = (event: EngineEvent): void => {
      if (event.type === 'telemetry') onStep(event.steps.at(-1) ?? 0);
      if (event.type === 'ended') resolve();
      if (event.type === 'failed') reject(new Error(event.message));
    };
    const engine = createEngine(hear, { runFolder: join(folder, 'run'), stopAfterSteps: steps });
    engine.handle({
      type: 'train',
      runId: 'growth',
      project: projectSchema.parse({
        ...document,
        training: { ...document.training, epochs: Math.ceil(steps / 900) },
      }),
    });
  });
}

/** Means over the first and the last part of a run, of what it holds and what a step costs. */
export function firstAndLast(stretches: readonly Stretch[], part: number) {
  const count = Math.max(1, Math.round(stretches.length * part));
  // The first steps warm the machine up.
  const summary = (chosen: readonly Stretch[]) => ({
    cost: mean(chosen.map(({ cost }) => cost)),
    tensors: Math.max(...chosen.map(({ tensors }) => tensors)),
    resident: mean(chosen.map(({ resident }) => resident)),
  });
  return { first: summary(stretches.slice(1, 1 + count)), last: summary(stretches.slice(-count)) };
}
