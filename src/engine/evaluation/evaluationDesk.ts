import { performance } from 'node:perf_hooks';
import { assertNever } from '../../network/assertNever';
import type { EvaluationCommand, EvaluationEvent } from '../../protocol/evaluationMessages';
import { AdviceError } from '../adviceError';
import type { DatasetShelf } from '../data/datasetShelf';
import { loadRuntime } from '../devices/runtime';
import { existingRun } from '../runs/existingRun';
import { describeFailure } from '../train/failure';
import { answerPrediction } from './answerPrediction';
import { openBegun } from './begunNetwork';
import { describeTrained } from './describeTrained';
import { evaluateRun } from './evaluateRun';
import { type LoadedNetwork, LoadedNetworks } from './loadedNetwork';
import { openTrained } from './trainedNetwork';

/** A network that is not asked for so long is dropped, in ms: what trains may want its memory. */
const keptIdle = 120_000;

/** Progress is told so often at most, in ms. */
const leastPause = 100;

type Asked = Exclude<EvaluationCommand, { readonly type: 'stopEvaluation' }>;

/** Uses what runs have trained, one question after the other, beside whatever trains. */
export class EvaluationDesk {
  readonly #shelf: DatasetShelf;
  readonly #runsFolder: string | null;
  readonly #send: (event: EvaluationEvent) => void;
  readonly #networks = new LoadedNetworks();
  /** Of the questions that wait or are under way, by their ids. */
  readonly #stops = new Map<string, AbortController>();
  #idleTimer: NodeJS.Timeout | undefined;
  /** Ends when all questions so far have been answered. Never rejects. */
  #idle: Promise<void> = Promise.resolve();

  constructor(shelf: DatasetShelf, runsFolder: string | null, send: (event: EvaluationEvent) => void) {
    this.#shelf = shelf;
    this.#runsFolder = runsFolder;
    this.#send = send;
  }

  handle(command: EvaluationCommand): void {
    const { requestId } = command;
    if (command.type === 'stopEvaluation') {
      this.#stops.get(requestId)?.abort();
      return;
    }
    const stop = new AbortController();
    this.#stops.set(requestId, stop);
    clearTimeout(this.#idleTimer);
    this.#idle = this.#idle
      .then(() => this.#answer(command, stop.signal))
      .catch((error: unknown) => {
        // Whoever stopped it waits for no answer.
        if (stop.signal.aborted) return;
        const { message, advice } = describeFailure(error);
        this.#send({ type: 'evaluationFailed', requestId, message, advice });
      })
      .finally(() => {
        this.#stops.delete(requestId);
        this.#dropWhenIdle();
      });
  }

  /** What waits is not begun any more, and an evaluation under way ends after its batch. */
  async dispose(): Promise<void> {
    for (const stop of this.#stops.values()) stop.abort();
    await this.#idle;
    clearTimeout(this.#idleTimer);
    this.#networks.dispose();
  }

  #dropWhenIdle(): void {
    clearTimeout(this.#idleTimer);
    if (this.#stops.size > 0) return;
    this.#idleTimer = setTimeout(() => this.#networks.dispose(), keptIdle).unref();
  }

  async #answer(command: Asked, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const { requestId } = command;
    // What is opened or evaluated is what the run has come to by now.
    const network = await this.#load(command, command.type !== 'predict');
    switch (command.type) {
      case 'openTrained':
        this.#send({
          type: 'trainedOpened',
          requestId,
          ...(await describeTrained(network, this.#shelf)),
        });
        break;
      case 'predict':
        this.#send({
          type: 'predicted',
          requestId,
          ...(await answerPrediction(network, command, this.#shelf)),
        });
        break;
      case 'evaluate': {
        let told = Number.NEGATIVE_INFINITY;
        const tell = (activity: string, progress: number | null, secondsLeft: number | null) => {
          if (performance.now() - told < leastPause) return;
          told = performance.now();
          this.#send({ type: 'evaluationProgress', requestId, activity, progress, secondsLeft });
        };
        const order = { split: command.split, dataset: null, signal, tell };
        this.#send({
          type: 'evaluated',
          requestId,
          ...(await evaluateRun(network, order, this.#shelf)),
        });
        break;
      }
      default:
        assertNever(command);
    }
  }

  async #load({ network }: Asked, anew: boolean): Promise<LoadedNetwork> {
    const key = JSON.stringify(network);
    if (network.type === 'project')
      return this.#networks.load(
        await loadRuntime(),
        key,
        () => openBegun(network.project, this.#runsFolder),
        anew,
      );
    if (this.#runsFolder === null)
      throw new AdviceError(
        'This engine keeps no runs.',
        'Start Layerwise itself to use those that it keeps.',
      );
    const path = existingRun(this.#runsFolder, network.folder);
    return this.#networks.load(await loadRuntime(), key, () => openTrained(path, network.checkpoint), anew);
  }
}
