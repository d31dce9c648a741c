import type { ProbeCommand, ProbeEvent } from '../../protocol/engineMessages';
import { AdviceError } from '../adviceError';
import type { DatasetShelf } from '../data/datasetShelf';
import { loadRuntime } from '../devices/runtime';
import { checkTrainable } from '../train/checkTrainable';
import { describeFailure } from '../train/failure';
import { CompiledNetwork } from './compiledNetwork';
import { probeNetwork } from './probeNetwork';

/** A network with more weights than this is not kept for the next probe: training needs the memory. */
const keptWeights = 2_000_000;

/** Answers what a network's gradient does before it is trained, one question after the other, beside whatever trains. */
export class ProbeDesk {
  readonly #shelf: DatasetShelf;
  readonly #runsFolder: string | null;
  readonly #send: (event: ProbeEvent) => void;
  readonly #compiled = new CompiledNetwork();
  readonly #ending = new AbortController();
  /** Ends when all probes so far have. Never rejects. */
  #idle: Promise<void> = Promise.resolve();

  constructor(shelf: DatasetShelf, runsFolder: string | null, send: (event: ProbeEvent) => void) {
    this.#shelf = shelf;
    this.#runsFolder = runsFolder;
    this.#send = send;
  }

  handle(command: ProbeCommand): void {
    const { requestId } = command;
    this.#idle = this.#idle
      .then(() => this.#probe(command))
      .catch((error: unknown) => {
        const { message, advice } = describeFailure(error);
        this.#send({ type: 'probeFailed', requestId, message, advice });
      });
  }

  /** What waits is not begun any more, and a probe under way ends after its pass. */
  async dispose(): Promise<void> {
    this.#ending.abort(new AdviceError('The engine is ending.', 'Ask again once it has started anew.'));
    await this.#idle;
    this.#compiled.dispose();
  }

  async #probe({ requestId, project, seeds, batches }: ProbeCommand): Promise<void> {
    const { signal } = this.#ending;
    signal.throwIfAborted();
    const { document, analysis } = checkTrainable(project);
    const runtime = await loadRuntime();
    const bench = { runtime, shelf: this.#shelf, compiled: this.#compiled, runsFolder: this.#runsFolder };
    try {
      const findings = await probeNetwork({ document, analysis, seeds, batches, signal }, bench);
      this.#send({ type: 'probed', requestId, ...findings });
    } finally {
      if (analysis.totals.trainable > keptWeights) this.#compiled.dispose();
    }
  }
}
