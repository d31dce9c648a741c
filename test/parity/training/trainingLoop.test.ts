import { describe, expect, test } from 'vitest';
import { RunControl } from '../../../src/engine/train/runControl';
import { learningRateAt } from '../../../src/engine/train/schedule';
import { engineEventSchema } from '../../../src/protocol/engineMessages';
import { smallNetwork, smallRun, stepsPerEpoch } from './smallRun';

describe('a run', () => {
  test('learns, and tells of every step and epoch in order', async () => {
    const run = smallRun();
    expect(await run.train(3)).toEqual({ reason: 'finished', message: null, node: null });
    for (const event of run.events) expect(() => engineEventSchema.parse(event)).not.toThrow();
    expect(run.events[0]).toMatchObject({
      type: 'started',
      stepsPerEpoch,
      epochs: 3,
      trainingImages: 215,
      validationImages: 700,
      firstStep: 0,
    });
    const steps = run.eventsOf('telemetry').flatMap((event) => [...event.steps]);
    expect(steps).toEqual(Array.from({ length: 3 * stepsPerEpoch }, (_, index) => index + 1));
    const epochs = run.eventsOf('epoch');
    expect(epochs.map(({ epoch, step }) => [epoch, step])).toEqual([
      [1, stepsPerEpoch],
      [2, 2 * stepsPerEpoch],
      [3, 3 * stepsPerEpoch],
    ]);
    expect(epochs.at(-1)?.validationMetric).toBeGreaterThan(0.9);
    expect(epochs.at(-1)?.loss).toBeLessThan(epochs[0]?.loss ?? 0);
    run.executor.dispose();
  });

  test('gives epochs the mean of their batches, the small last one weighed by its size', async () => {
    const run = smallRun();
    await run.train(1);
    const losses = run.losses();
    const sizes = losses.map((_, step) => (step === stepsPerEpoch - 1 ? 5 : 10));
    const mean = losses.reduce((sum, loss, step) => sum + loss * (sizes[step] ?? 0), 0) / 215;
    expect(run.eventsOf('epoch')[0]?.loss).toBeCloseTo(mean, 5);
    run.executor.dispose();
  });

  test('follows its schedule', async () => {
    const run = smallRun({ warmUpSteps: 7, schedule: { type: 'cosine', finalFraction: 0.1 } });
    await run.train(2);
    const { training } = smallNetwork({ warmUpSteps: 7, schedule: { type: 'cosine', finalFraction: 0.1 } });
    const rates = run.eventsOf('telemetry').flatMap(({ learningRates }) => [...learningRates]);
    const context = { stepsPerEpoch, totalSteps: 2 * stepsPerEpoch };
    expect(rates).toEqual(
      Array.from({ length: 2 * stepsPerEpoch }, (_, step) =>
        Math.fround(learningRateAt(training, step, context)),
      ),
    );
    run.executor.dispose();
  });

  test('samples the first step, each n-th after it, and the last', async () => {
    const run = smallRun({ telemetryEvery: 10 });
    await run.train(2);
    const steps = run.eventsOf('telemetry').flatMap((event) => [...event.steps]);
    expect(steps).toEqual([1, 11, 21, 31, 41, 44]);
    run.executor.dispose();
  });

  test('gives the same series with the same seed, and another with another', async () => {
    const series = async (seed: number) => {
      const run = smallRun({ seed });
      await run.train(2);
      run.executor.dispose();
      return [run.losses(), run.eventsOf('epoch').map(({ validationLoss }) => validationLoss)];
    };
    const first = await series(1);
    expect(await series(1)).toEqual(first);
    expect(await series(2)).not.toEqual(first);
  });

  test('trains on the images that are not held out', async () => {
    const run = smallRun({ validationSplit: 0.2 });
    await run.train(1);
    expect(run.eventsOf('started')[0]).toMatchObject({
      trainingImages: 172,
      validationImages: 43,
      stepsPerEpoch: 18,
    });
    run.executor.dispose();
  });

  test('ends after a number of steps', async () => {
    const run = smallRun();
    const end = await run.loop.run({
      runId: 'short',
      epochs: 5,
      stopAfterSteps: 7,
      control: new RunControl(),
      send: (event) => run.events.push(event),
    });
    expect(end.reason).toBe('finished');
    expect(run.loop.step).toBe(7);
    expect(run.losses()).toHaveLength(7);
    run.executor.dispose();
  });
});

describe('a run that is interrupted', () => {
  test('goes on after a pause as if there had been none', async () => {
    const [straight, paused] = [smallRun(), smallRun()];
    await straight.train(2);
    let pauses = 0;
    await paused.train(2, (event, control) => {
      if (event.type === 'telemetry' && (pauses === 0 || event.steps.includes(30))) control.pause();
      if (event.type === 'paused') {
        pauses += 1;
        setTimeout(() => control.resume(), 20);
      }
    });
    expect(pauses).toBeGreaterThan(0);
    expect(paused.eventsOf('resumed')).toHaveLength(pauses);
    expect(paused.losses()).toEqual(straight.losses());
    expect(paused.executor.readWeights()).toEqual(straight.executor.readWeights());
    for (const { executor } of [straight, paused]) executor.dispose();
  });

  test('makes no step while it is paused', async () => {
    const run = smallRun();
    let stepAtPause = 0;
    const training = run.train(50, (event, control) => {
      if (event.type === 'telemetry' && stepAtPause === 0) control.pause();
      if (event.type !== 'paused') return;
      stepAtPause = run.loop.step;
      setTimeout(() => {
        expect(run.loop.step).toBe(stepAtPause);
        control.stop();
      }, 50);
    });
    expect((await training).reason).toBe('stopped');
    expect(run.loop.step).toBe(stepAtPause);
    run.executor.dispose();
  });

  test('continues after a stop with the same weights, optimizer state, order and schedule', async () => {
    const settings = { schedule: { type: 'step', everyEpochs: 1, factor: 0.5 } } as const;
    const [straight, stopped] = [smallRun(settings), smallRun(settings)];
    await straight.train(3);
    const end = await stopped.train(3, (event, control) => {
      if (event.type === 'telemetry') control.stop();
    });
    expect(end.reason).toBe('stopped');
    const { step } = stopped.loop;
    expect(step).toBeLessThan(3 * stepsPerEpoch);
    await stopped.train(3);
    expect(stopped.eventsOf('started')[1]).toMatchObject({ firstStep: step, epochs: 3 });
    expect(stopped.losses()).toEqual(straight.losses());
    expect(stopped.executor.readWeights()).toEqual(straight.executor.readWeights());
    expect(stopped.eventsOf('epoch').map(({ loss }) => loss)).toEqual(
      straight.eventsOf('epoch').map(({ loss }) => loss),
    );
    for (const { executor } of [straight, stopped]) executor.dispose();
  });

  test('continues for more epochs after its end', async () => {
    const [long, extended] = [
      smallRun({ schedule: { type: 'constant' } }),
      smallRun({ schedule: { type: 'constant' } }),
    ];
    await long.train(3);
    await extended.train(1);
    expect(extended.loop.epochsDone).toBe(1);
    await extended.train(3);
    expect(extended.losses()).toEqual(long.losses());
    for (const { executor } of [long, extended]) executor.dispose();
  });

  test('stops within validation too, and the epoch counts', async () => {
    const run = smallRun();
    let evaluations = 0;
    const evaluate = run.executor.evaluate.bind(run.executor);
    const control = new RunControl();
    run.executor.evaluate = (batch) => {
      evaluations += 1;
      control.stop();
      return evaluate(batch);
    };
    const end = await run.loop.run({
      runId: 'validated',
      epochs: 2,
      stopAfterSteps: null,
      control,
      send: (event) => run.events.push(event),
    });
    expect(end.reason).toBe('stopped');
    expect(evaluations).toBe(1);
    expect(run.eventsOf('epoch')).toMatchObject([{ epoch: 1, validationLoss: null, validationMetric: null }]);
    expect(run.loop.epochsDone).toBe(1);
    run.executor.dispose();
  });
});

test('a run that diverges stops before it spoils the weights, and names step and node', async () => {
  const run = smallRun();
  const kernel = run.executor.readWeights().get('fc2/kernel');
  if (kernel === undefined) throw new Error('fc2 has no kernel.');
  // Finite numbers whose products overflow.
  run.executor.writeWeights(new Map([['fc2/kernel', kernel.map((value) => value * 6e38)]]));
  const before = run.executor.readWeights();
  const end = await run.train(2);
  expect(end).toMatchObject({ reason: 'diverged', node: 'fc2' });
  expect(end.message).toMatch(/at step 1: first (NaN|infinity) in the values of fc2 \(forward\)\. Lower the/);
  expect(run.executor.readWeights()).toEqual(before);
  run.executor.dispose();
});
