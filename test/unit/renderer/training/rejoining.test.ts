import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RunJournal } from '../../../../src/engine/attachment/runJournal';
import { Thinned } from '../../../../src/engine/attachment/thinned';
import { projectSchema } from '../../../../src/network/graph/projectSchema';
import { type EngineEvent, engineEventSchema } from '../../../../src/protocol/engineMessages';
import { createRunStore } from '../../../../src/renderer/training/createRunStore';
import type { RunState } from '../../../../src/renderer/training/runState';
import { lenetOrder, startedEvent, telemetryEvent } from './engineEvents';

type Happening = 'step' | 'epoch' | 'pause' | 'stop' | 'finish' | 'diverge' | 'fail' | 'continue' | 'train';
const happenings: readonly Happening[] = [
  ...(['step', 'step', 'step', 'epoch', 'pause', 'stop', 'finish', 'diverge', 'fail'] as const),
  ...(['continue', 'train'] as const),
];

/** A window, the engine's journal, and what the engine would do. */
function stage() {
  const journal = new RunJournal();
  let runId = '';
  let step = 0;
  const store = createRunStore((command) => {
    journal.order(command);
    runId = command.runId;
    return true;
  });
  const tell = (event: EngineEvent): void => {
    journal.record(event);
    store.getState().receive(event);
  };
  const start = (): void => tell(startedEvent(runId, { firstStep: step, epochs: 5 + step }));
  const end = (reason: 'finished' | 'stopped' | 'diverged'): void =>
    tell({ type: 'ended', runId, reason, step, message: null, node: null });
  const underWay = (): boolean => store.getState().structureLocked;

  const acts: Readonly<Record<Happening, () => void>> = {
    step() {
      step += 1;
      tell(telemetryEvent(runId, [step]));
    },
    epoch() {
      const epoch = store.getState().run?.epochs.length ?? 0;
      const means = { loss: 1 / (step + 1), metric: 0.5, validationLoss: null, validationMetric: null };
      tell({ type: 'epoch', runId, epoch, step, ...means, imagesPerSecond: 1 });
    },
    pause() {
      const paused = store.getState().status === 'paused';
      tell({ type: paused ? 'resumed' : 'paused', runId, step });
    },
    stop: () => end('stopped'),
    finish: () => end('finished'),
    diverge: () => end('diverged'),
    fail: () =>
      tell({
        type: 'failed',
        runId,
        message: 'It failed.',
        advice: 'Try again.',
        details: '',
        wantsData: false,
      }),
    continue() {
      if (!store.getState().weightsKept) return;
      store.getState().continueTraining(5);
      start();
    },
    train() {
      step = 0;
      store.getState().train(lenetOrder());
      tell({ type: 'preparing', runId, activity: 'Reading MNIST', progress: null });
      start();
    },
  };
  const act = (happening: Happening): void => {
    const begins = happening === 'train' || happening === 'continue';
    if (begins !== underWay()) acts[happening]();
  };
  return { journal, store, act };
}

/** A window that was opened now. */
function joined(journal: RunJournal): ReturnType<typeof createRunStore> {
  const store = createRunStore(() => true);
  const [first, ...events] = journal.replay().map((event) => engineEventSchema.parse(event));
  if (first?.type !== 'attached' || first.run === null) return store;
  const runEvents = events.filter((event) => 'runId' in event);
  store.getState().join(first.run.runId, lenetOrder(), runEvents);
  return store;
}

function shown({ phase, run, weightsKept }: RunState) {
  const { log, epochs, epochCount, id } = run ?? {};
  const steps = Array.from({ length: log?.length ?? 0 }, (_, sample) => [
    log?.steps.at(sample),
    log?.losses.at(sample),
    log?.gradientNorm(sample, 1),
    log?.weight(sample, 1),
  ]);
  return { phase, weightsKept, steps, epochs, epochCount, id };
}

describe('a window that joins', () => {
  it('shows what one shows that was there from the start, whatever happened', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...happenings), { maxLength: 40 }), (story) => {
        const { journal, store, act } = stage();
        act('train');
        for (const happening of story) act(happening);
        expect(shown(joined(journal).getState())).toEqual(shown(store.getState()));
      }),
      { numRuns: 200 },
    );
  });

  it('goes on with the run as the one before did', () => {
    const { journal, act } = stage();
    for (const happening of ['train', 'step', 'step'] as const) act(happening);
    const store = joined(journal);
    const runId = store.getState().run?.id ?? '';
    store.getState().receive(telemetryEvent(runId, [3]));
    expect(store.getState().run?.log.length).toBe(3);
    store.getState().receive({ type: 'ended', runId, reason: 'stopped', step: 3, message: null, node: null });
    expect(store.getState()).toMatchObject({ status: 'ended', weightsKept: true });
  });

  it('keeps another run that it shows, and knows that the engine has dropped its weights', () => {
    const { store, act } = stage();
    for (const happening of ['train', 'step', 'finish'] as const) act(happening);
    const before = shown(store.getState());
    store.getState().join('another', lenetOrder(), [startedEvent('another')]);
    expect(shown(store.getState())).toEqual(before);
    store.getState().receive(startedEvent('another'));
    expect(shown(store.getState())).toEqual({ ...before, weightsKept: false });
  });

  it('is told nothing of a run that was forgotten, nor of one that failed before it started', () => {
    const { journal, store, act } = stage();
    for (const happening of ['train', 'step', 'stop'] as const) act(happening);
    const measured = journal.replay();
    const project = projectSchema.parse(lenetOrder().document);
    journal.order({ type: 'train', runId: 'refused', project });
    expect(journal.replay()).toEqual([{ type: 'attached', run: { runId: 'refused', project } }]);
    journal.record({
      type: 'failed',
      runId: 'refused',
      message: 'No.',
      advice: 'Yes.',
      details: '',
      wantsData: false,
    });
    expect(journal.replay()).toEqual(measured);
    store.getState().clear();
    expect(journal.replay()).toEqual([{ type: 'attached', run: null }]);
  });

  it('is told of the twin that is trained beside the run, until another run is asked for', () => {
    const journal = new RunJournal();
    const project = projectSchema.parse(lenetOrder().document);
    const twin = { ...project, name: 'twin' };
    journal.order({ type: 'trainTwin', runId: 'a', twinId: 'b', project, twin });
    for (const runId of ['a', 'b']) {
      journal.record(startedEvent(runId));
      journal.record(telemetryEvent(runId, [1]));
    }
    const [attached, ...told] = journal.replay().map((event) => engineEventSchema.parse(event));
    expect(attached).toEqual({
      type: 'attached',
      run: { runId: 'a', project },
      twin: { runId: 'b', project: twin },
    });
    expect(told.map((event) => 'runId' in event && event.runId)).toEqual(['a', 'a', 'b', 'b']);
    const events = told.filter((event) => 'runId' in event);
    const joining = createRunStore(() => true);
    joining.getState().join('b', lenetOrder(), events);
    expect(joining.getState().run?.log.length).toBe(1);

    journal.order({ type: 'continue', runId: 'c', epochs: 1 });
    journal.record({ ...startedEvent('c'), firstStep: 1 });
    expect(journal.replay()[0]).toMatchObject({ run: { runId: 'c' }, twin: { runId: 'b' } });
    journal.order({ type: 'train', runId: 'd', project });
    expect(journal.replay()).toEqual([{ type: 'attached', run: { runId: 'd', project } }]);
    journal.record({
      type: 'failed',
      runId: 'd',
      message: 'No.',
      advice: 'Yes.',
      details: '',
      wantsData: false,
    });
    expect(journal.replay()[0]).toEqual({ type: 'attached', run: { runId: 'c', project } });
  });

  it('is told a long run in a bounded number of steps, evenly spread, from the first to the last', () => {
    const journal = new RunJournal();
    const project = projectSchema.parse(lenetOrder().document);
    journal.order({ type: 'train', runId: 'a', project });
    journal.record(startedEvent('a'));
    const last = 50_000;
    for (let step = 1; step <= last; step += 10)
      journal.record(
        telemetryEvent(
          'a',
          Array.from({ length: 10 }, (_, index) => step + index),
        ),
      );
    const telemetry = journal.replay().find((event) => event.type === 'telemetry');
    const steps = [...(telemetry?.steps ?? [])];
    expect(steps.length).toBeGreaterThan(1_000);
    expect(steps.length).toBeLessThanOrEqual(2_001);
    expect([steps[0], steps.at(-1)]).toEqual([1, last]);
    const gaps = steps.slice(1, -1).map((step, index) => step - (steps[index] ?? 0));
    expect(new Set(gaps).size).toBe(1);
    expect(telemetry?.losses.at(-1)).toBeCloseTo(1 / last, 10);
  });
});

describe('a thinned series', () => {
  it('keeps its order, its ends and its bound', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 20 }), fc.integer({ min: 1, max: 500 }), (limit, count) => {
        const series = new Thinned<number>(limit);
        for (let item = 0; item < count; item += 1) series.add(item);
        const { items } = series;
        expect(items.length).toBeLessThanOrEqual(limit + 1);
        expect([items[0], items.at(-1)]).toEqual([0, count - 1]);
        expect([...items].sort((left, right) => left - right)).toEqual(items);
        if (count <= limit) expect(items.length).toBe(count);
      }),
    );
  });
});
