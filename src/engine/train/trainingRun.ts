import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import type { Shape } from '../../network/layers/shape';
import type { Device, EngineEventOf } from '../../protocol/engineMessages';
import type { LoadedDataset } from '../data/dataset';
import { RunFolder } from '../runs/runFolder';
import { describeRun } from '../runs/runRecord';
import type { TrainingExecutor } from '../trainingExecutor';
import { adviseOnMemory } from './memoryLack';
import type { Stretch } from './stretch';
import { TrainingLoop } from './trainingLoop';

export interface RunParts {
  readonly document: NetworkDocument;
  readonly analysis: Analysis;
  readonly dataset: LoadedDataset;
  readonly device: Device;
  readonly executor: TrainingExecutor;
  /** Where the run is written down; null for nowhere. */
  readonly folder: string | null;
  /** The built file of the thread that prepares batches. */
  readonly batchWorker?: string | undefined;
}

/** A network in training: its executor, its place in the epochs, and its folder. Dispose it to free the memory. */
export class TrainingRun {
  readonly #document: NetworkDocument;
  readonly #executor: TrainingExecutor;
  readonly #loop: TrainingLoop;
  readonly #folder: RunFolder | null;
  readonly #shapes: ReadonlyMap<string, Shape>;
  #diverged = false;

  constructor({ document, analysis, dataset, device, executor, folder, batchWorker }: RunParts) {
    this.#document = document;
    this.#executor = executor;
    this.#loop = new TrainingLoop(executor, document.training, dataset, batchWorker);
    this.#shapes = weightShapes(analysis);
    this.#folder =
      folder === null ? null : new RunFolder(folder, describeRun(document, dataset, device, new Date()));
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
   */
  async train(stretch: Stretch): Promise<void> {
    const send: Stretch['send'] = (event) => {
      this.#folder?.record(event);
      stretch.send(event);
    };
    const end = await this.#loop
      .run({ ...stretch, send }, () => this.#save())
      .catch((error: unknown) => {
        throw adviseOnMemory(error, this.#document) ?? error;
      });
    this.#diverged = end.reason === 'diverged';
    // The step that diverged changed nothing, but a checkpoint from a sound stretch is worth more.
    if (!this.#diverged) this.#save();
    const event: EngineEventOf<'ended'> = {
      type: 'ended',
      runId: stretch.runId,
      step: this.#loop.step,
      ...end,
    };
    send(event);
  }

  dispose(): void {
    this.#folder?.close();
    this.#loop.dispose();
    this.#executor.dispose();
  }

  #save(): void {
    this.#folder?.saveCheckpoint({
      executor: this.#executor,
      shapes: this.#shapes,
      step: this.#loop.step,
      epochsDone: this.#loop.epochsDone,
    });
  }
}

function weightShapes(analysis: Analysis): ReadonlyMap<string, Shape> {
  const shapes = new Map<string, Shape>();
  for (const [node, { weights }] of analysis.nodes)
    for (const { name, shape } of weights) shapes.set(`${node}/${name}`, shape);
  return shapes;
}
