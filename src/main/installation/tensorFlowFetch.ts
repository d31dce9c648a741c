import { type UtilityProcess, utilityProcess } from 'electron';
import { z } from 'zod';
import type { TensorFlowFetch } from '../../protocol/installation';

/** What scripts/provision/fetchTensorFlow.mjs tells. */
const newsSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    what: z.string(),
    done: z.number().min(0),
    total: z.number().positive().nullable(),
  }),
  z.object({ type: z.literal('done') }),
  z.object({ type: z.literal('failed'), message: z.string() }),
]);

const advice = 'Training goes on with the slower WebAssembly engine. Check the network and try again.';

function failed(message: string): TensorFlowFetch {
  return { state: 'failed', problem: { message, advice } };
}

/** Fetches TensorFlow's libraries in a process of its own, which a Stop ends. */
export class TensorFlowFetcher {
  readonly #program: string;
  readonly #parameters: readonly string[];
  readonly #onChange: (state: TensorFlowFetch) => void;
  #child: UtilityProcess | null = null;

  /** `program` lays out what it fetched in the folder `place`, with the addon `addon`. */
  constructor(program: string, place: string, addon: string, onChange: (state: TensorFlowFetch) => void) {
    this.#program = program;
    this.#parameters = [place, addon];
    this.#onChange = onChange;
  }

  /** Nothing where it is under way. */
  start(): void {
    if (this.#child !== null) return;
    const child = utilityProcess.fork(this.#program, [...this.#parameters], {
      serviceName: 'Layerwise download',
      stdio: 'ignore',
    });
    this.#child = child;
    this.#show('Looking for TensorFlow', 0, null);
    child.on('message', (message: unknown) => {
      const news = newsSchema.safeParse(message);
      if (!news.success || this.#child !== child) return;
      if (news.data.type === 'progress') this.#show(news.data.what, news.data.done, news.data.total);
      else if (news.data.type === 'failed') this.#finish(failed(news.data.message));
      else this.#finish({ state: 'fetched' });
    });
    child.on('exit', () => {
      if (this.#child === child) this.#finish(failed('The program that fetches TensorFlow ended by itself.'));
    });
  }

  /** Ends it at once; what had arrived is given up. */
  stop(): void {
    if (this.#child !== null) this.#finish({ state: 'offered' });
  }

  /** A process of Electron's does not end by itself while it could be told something. */
  #finish(state: TensorFlowFetch): void {
    this.#child?.kill();
    this.#child = null;
    this.#onChange(state);
  }

  #show(what: string, doneBytes: number, totalBytes: number | null): void {
    this.#onChange({ state: 'fetching', download: { what, doneBytes, totalBytes } });
  }
}
