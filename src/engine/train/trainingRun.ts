import { performance } from 'node:perf_hooks';
import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import type { Shape } from '../../network/layers/shape';
import type { EngineEvent, EngineEventOf } from '../../protocol/engineMessages';
import { AdviceError } from '../adviceError';
import type { LoadedDataset } from '../data/dataset';
import { type Inspection, inspectNode } from '../inspection/inspectNode';
import type { RunFolder } from '../runs/runFolder';
import type { RunSizes } from '../runs/runRecord';
import type { RunState } from '../runs/runState';
import { weightShapes } from '../runs/weightShapes';
import type { TrainingExecutor } from '../trainingExecutor';
import { BestEpoch } from './bestEpoch';
import { CheckpointPace } from './checkpointPace';
import { adviseOnMemory } from './memoryLack';
import type { Stretch } from './stretch';
import { TrainingLoop } from './trainingLoop';

export interface RunParts {
  readonly document: NetworkDocument;
  readonly analysis: Analysis;
  readonly dataset: LoadedDataset;
  readonly executor: TrainingExecutor;
  /** Opens the folder that the run is written to; null for nowhere. */
  readonly openFolder: ((sizes: RunSizes) => RunFolder) | null;
  /** The built file of the thread that prepares batches. */
  readonly batchWorker?: string | undefined;
  /** Saves a checkpoint after so many steps, besides the usual ones. */
  readonly checkpointEvery?: number | undefined;
  /** Where the run stood when the executor's values were saved, for one that goes on. */
  readonly restored?: RunState | undefined;
}

/** A network in training: its executor, its place in the epochs, and its folder. Dispose it to free the memory. */
export class TrainingRun {
  readonly #document: NetworkDocument;
  readonly #executor: TrainingExecutor;
  readonly #loop: TrainingLoop;
  readonly #folder: RunFolder | null;
  readonly #shapes: ReadonlyMap<string, Shape>;
  readonly #best: BestEpoch;
  readonly #pace: CheckpointPace;
  #savedAt: string | null = null;
  #unwritable = false;
  #diverged = false;

  constructor(parts: RunParts) {
    const { document, analysis, dataset, executor, openFolder, restored } = parts;
    this.#document = document;
    this.#executor = executor;
    this.#loop = new TrainingLoop(executor, document.training, dataset, parts.batchWorker);
    if (restored !== undefined) this.#loop.restore(restored.loop);
    this.#best = new BestEpoch(restored?.best ?? null);
    this.#pace = new CheckpointPace(() => performance.now(), parts.checkpointEvery);
    this.#shapes = weightShapes(analysis);
    try {
      this.#folder = openFolder?.(this.#loop.sizes) ?? null;
    } catch (error) {
      this.#loop.dispose();
      throw error;
    }
  }

  get epochsDone(): number {
    return this.#loop.epochsDone;
  }

  /** A run that diverged would do so again. */
  get diverged(): boolean {
    return this.#diverged;
  }

  /**
   * Trains one stretch and sends all its events, from `started` to `ended`. Throws an AdviceError where memory runs out.
   * Where the folder can't be written to, it says so and pauses: what was not written is kept, and tried again when the
   * run is resumed.
   */
  async train(stretch: Stretch): Promise<void> {
    const write = (writing: () => void): void => this.#write(writing, stretch);
    const send: Stretch['send'] = (event) => {
      // Whoever resumed the run wants to know whether it helped.
      if (event.type === 'resumed') this.#unwritable = false;
      write(() => this.#folder?.record(event));
      this.#best.hear(event);
      stretch.send(event);
      if (event.type === 'started') this.#tellPlace(stretch);
      if (event.type === 'paused') write(() => this.#save(stretch));
    };
    const watcher = {
      isDue: () => this.#pace.isDue(this.#loop.step),
      stepEnds: () => write(() => this.#save(stretch)),
      epochEnds: () => write(() => this.#save(stretch)),
    };
    const end = await this.#loop.run({ ...stretch, send }, watcher).catch((error: unknown) => {
      throw adviseOnMemory(error, this.#document) ?? error;
    });
    this.#diverged = end.reason === 'diverged';
    // The step that diverged changed nothing, but a checkpoint from a sound stretch is worth more.
    if (!this.#diverged) write(() => this.#save(stretch));
    const event: EngineEventOf<'ended'> = {
      type: 'ended',
      runId: stretch.runId,
      step: this.#loop.step,
      ...end,
    };
    send(event);
    write(() => this.#folder?.flush());
  }

  /** Looks inside one layer, between two steps. */
  inspect(node: string, image: number): Inspection {
    const { step, validation } = this.#loop;
    const network = { document: this.#document, executor: this.#executor, step, validation };
    return inspectNode(network, node, image);
  }

  dispose(): void {
    this.#folder?.close();
    this.#loop.dispose();
    this.#executor.dispose();
  }

  /** Says once that the folder can't be written to, until the run is resumed. */
  #write(writing: () => void, { send, runId, control }: Stretch): void {
    try {
      writing();
    } catch (error) {
      if (!(error instanceof AdviceError)) throw error;
      const { message, advice } = error;
      if (!this.#unwritable) send({ type: 'noted', runId, message, advice });
      this.#unwritable = true;
      control.pause();
    }
  }

  #save(stretch: Stretch): void {
    const folder = this.#folder;
    const { state, step } = this.#loop;
    const place = JSON.stringify(state);
    if (folder === null || place === this.#savedAt) return;
    const source = {
      executor: this.#executor,
      shapes: this.#shapes,
      step,
      epochsDone: this.#loop.epochsDone,
      state: { loop: state, best: this.#best.state } satisfies RunState,
    };
    this.#pace.save(step, () => folder.saveCheckpoint(source, this.#best.isAt(step)));
    this.#savedAt = place;
    this.#tellPlace(stretch);
  }

  /** Where the run is written down, and the step from which it could go on. */
  #tellPlace({ send, runId }: Stretch): void {
    if (this.#folder === null) return;
    const event: EngineEvent = { type: 'recorded', runId, step: this.#loop.step, ...this.#folder.place };
    send(event);
  }
}
