import { create } from 'zustand';
import { assertNever } from '../../network/assertNever';
import { projectSchema } from '../../network/graph/projectSchema';
import type { RunCommand } from '../../protocol/engineMessages';
import { isHandAtWork } from '../handAtWork';
import { type LatestValues, lastValues } from './latestValues';
import { continueRun, type RunOrder, startRun } from './run';
import { isUnderWay, type RunPhase } from './runPhase';
import type { RunState } from './runState';

/** Live values are repainted ten times a second at most: faster, digits can't be read. */
const paintMilliseconds = 100;
/** The longest that they stand still while a hand is at work, whose inputs would wait for hundreds of cards. */
const heldMilliseconds = 1000;
/** How often is looked whether the hand rests. */
const lookMilliseconds = 50;
let runNumber = 0;

/** A store of the run. `send` carries commands to the engine; false where there is none to take them. */
export function createRunStore(send: (command: RunCommand) => boolean) {
  /** The id of the run that was asked for last, and what for. */
  let runId = '';
  let order: RunOrder | null = null;
  let paintTimer: ReturnType<typeof setTimeout> | null = null;
  let lastPaint = 0;

  return create<RunState>((set, get) => {
    const enter = (phase: RunPhase): void =>
      set({ phase, status: phase.status, structureLocked: isUnderWay(phase.status) });

    const begin = (command: (id: string) => RunCommand): void => {
      runNumber += 1;
      runId = `run-${Date.now().toString(36)}-${runNumber}`;
      if (send(command(runId))) enter({ status: 'preparing', activity: 'Starting', progress: null });
      else
        enter({
          status: 'failed',
          message: 'The engine is not running, so nothing can be trained.',
          advice: 'Wait until it has started, or restart it.',
          details: '',
          wantsData: false,
        });
    };

    /** The latest values that are not painted yet. */
    let pending: LatestValues | null = null;
    const paintNow = (): void => {
      paintTimer = null;
      lastPaint = performance.now();
      set(({ paint }) => ({ paint: paint + 1, latest: pending ?? get().latest }));
      pending = null;
    };
    const paintOnceFree = (): void => {
      const since = performance.now() - lastPaint;
      if (since < paintMilliseconds) paintTimer = setTimeout(paintOnceFree, paintMilliseconds - since);
      else if (isHandAtWork() && since < heldMilliseconds)
        paintTimer = setTimeout(paintOnceFree, lookMilliseconds);
      else paintNow();
    };
    const paintSoon = (): void => {
      if (paintTimer === null) paintOnceFree();
    };
    const flushPaint = (): void => {
      if (paintTimer !== null) clearTimeout(paintTimer);
      paintNow();
    };

    const ask = (command: 'pause' | 'resume' | 'stop', status: 'pausing' | 'resuming' | 'stopping'): void => {
      if (send({ type: command, runId })) enter({ status });
    };

    return {
      phase: { status: 'idle' },
      status: 'idle',
      structureLocked: false,
      twinId: null,
      run: null,
      latest: null,
      paint: 0,
      scrubbedStep: null,
      weightsKept: false,
      recorded: null,
      note: null,

      train(ordered) {
        order = ordered;
        set({ twinId: null, weightsKept: false, recorded: null, note: null });
        begin((id) => ({ type: 'train', runId: id, project: projectSchema.parse(ordered.document) }));
      },
      trainTwin(ordered, twinId, twin) {
        order = ordered;
        set({ twinId, weightsKept: false, recorded: null, note: null });
        const project = projectSchema.parse(ordered.document);
        begin((id) => ({ type: 'trainTwin', runId: id, twinId, project, twin: projectSchema.parse(twin) }));
      },
      continueTraining(epochs) {
        order = null;
        begin((id) => ({ type: 'continue', runId: id, epochs }));
      },
      openRun(folder) {
        order = null;
        set({ twinId: null });
        begin((id) => ({ type: 'openRun', runId: id, folder }));
      },
      resumeRun(folder) {
        order = null;
        set({ twinId: null });
        begin((id) => ({ type: 'resumeRun', runId: id, folder }));
      },
      pause() {
        if (get().status === 'running') ask('pause', 'pausing');
      },
      resume() {
        if (get().status === 'paused') ask('resume', 'resuming');
      },
      stop() {
        const { status } = get();
        if (isUnderWay(status) && status !== 'stopping') ask('stop', 'stopping');
      },
      scrub: (scrubbedStep) => set(({ paint }) => ({ scrubbedStep, paint: paint + 1 })),

      isAbout: (id) => id === runId,

      receive(event) {
        if (!('runId' in event)) return;
        if (event.runId !== runId) {
          if (event.type === 'started' && event.firstStep === 0) set({ weightsKept: false });
          return;
        }
        const { status, run } = get();
        const stopping = status === 'stopping';
        switch (event.type) {
          case 'preparing':
            if (!stopping) enter({ status: 'preparing', activity: event.activity, progress: event.progress });
            return;
          case 'started': {
            const next = order === null ? run && continueRun(run, event) : startRun(order, event);
            const fresh = order !== null;
            order = null;
            pending = null;
            set({ run: next, scrubbedStep: null, ...(fresh && { latest: null }), weightsKept: false });
            if (!stopping) enter({ status: 'running' });
            return;
          }
          case 'telemetry':
            if (run === null || event.steps.length === 0) return;
            run.log.append(event);
            pending = lastValues(event);
            paintSoon();
            return;
          case 'epoch': {
            if (run === null) return;
            const { type: _type, runId: _runId, ...result } = event;
            // An epoch whose validation was put off is told of again when that is made up for.
            const before = run.epochs.filter(({ epoch }) => epoch !== result.epoch);
            set({ run: { ...run, epochs: [...before, result] } });
            return;
          }
          case 'recorded': {
            const { type: _type, runId: _runId, ...recorded } = event;
            set({ recorded });
            return;
          }
          case 'noted':
            set({ note: { message: event.message, advice: event.advice } });
            return;
          // The session opens the run's network and joins it, then its events come.
          case 'opened':
            return;
          case 'paused':
            flushPaint();
            if (!stopping) enter({ status: 'paused' });
            return;
          case 'resumed':
            set({ note: null });
            if (!stopping) enter({ status: 'running' });
            return;
          case 'ended':
            flushPaint();
            set({ weightsKept: event.reason !== 'diverged' });
            enter({ status: 'ended', reason: event.reason, message: event.message, node: event.node });
            return;
          case 'interrupted':
            flushPaint();
            // That others train it was noted while it was watched.
            if (event.elsewhere) set({ note: null });
            enter({ status: 'interrupted', step: event.step, elsewhere: event.elsewhere });
            return;
          case 'failed':
            flushPaint();
            set({ weightsKept: false });
            enter({
              status: 'failed',
              message: event.message,
              advice: event.advice,
              details: event.details,
              wantsData: event.wantsData,
            });
            return;
          default:
            return assertNever(event);
        }
      },

      join(joined, ordered, events, twinId = null) {
        if (runId !== '' && runId !== joined && get().run?.id !== joined) return;
        runId = joined;
        order = ordered;
        pending = null;
        set({ twinId, run: null, latest: null, weightsKept: false, recorded: null, note: null });
        enter({ status: 'preparing', activity: 'Starting', progress: null });
        for (const event of events) get().receive(event);
      },

      showProbe(probe) {
        if (isUnderWay(get().status)) return false;
        set(({ paint }) => ({ run: probe, latest: null, scrubbedStep: null, paint: paint + 1 }));
        set({ twinId: null, weightsKept: false, recorded: null, note: null });
        enter({ status: 'idle' });
        return true;
      },

      loseWeights: () => set({ weightsKept: false }),

      loseEngine(message, details) {
        set({ weightsKept: false });
        if (!isUnderWay(get().status)) return;
        flushPaint();
        enter({ status: 'lost', message, details });
      },

      release() {
        runId = '';
        order = null;
      },

      clear() {
        if (runId !== '') send({ type: 'forget', runId });
        runId = '';
        order = null;
        pending = null;
        const nothing = { run: null, latest: null, scrubbedStep: null, recorded: null, note: null };
        set({ ...nothing, twinId: null, weightsKept: false });
        enter({ status: 'idle' });
      },
    };
  });
}
