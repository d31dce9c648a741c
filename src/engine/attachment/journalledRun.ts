import { assertNever } from '../../network/assertNever';
import type { EngineEventOf, RunEvent } from '../../protocol/engineMessages';
import { joinSamples, splitSamples, type TelemetrySample } from '../runs/telemetry/telemetrySamples';
import { Thinned } from './thinned';

/** What is kept of a run's telemetry: at most so many numbers (8 MB), and at most so many steps. */
const keptNumbers = 2_000_000;
const keptSteps = 2_000;
const keptEpochs = 2_000;

/** Where a run stands, as its last event of this kind tells. */
type StateEvent = EngineEventOf<'preparing' | 'paused' | 'ended' | 'failed' | 'interrupted'>;

/** What a window needs to know of one run that it did not hear from the start. Its size is bounded. */
export class JournalledRun {
  readonly project: EngineEventOf<'opened'>['project'];
  #runId: string;
  #started: EngineEventOf<'started'> | null = null;
  /** Of the last stretch, where the run went on after its end. */
  #continued: EngineEventOf<'started'> | null = null;
  #samples = new Thinned<TelemetrySample>(keptSteps);
  #speed = { imagesPerSecond: 0, secondsLeft: 0 };
  readonly #epochs = new Thinned<EngineEventOf<'epoch'>>(keptEpochs);
  #state: StateEvent | null = null;
  /** How far the run was written down. */
  #recorded: EngineEventOf<'recorded'> | null = null;

  constructor({ runId, project }: Pick<EngineEventOf<'opened'>, 'runId' | 'project'>) {
    this.#runId = runId;
    this.project = project;
  }

  /** The id of its last stretch. */
  get runId(): string {
    return this.#runId;
  }

  get hasStarted(): boolean {
    return this.#started !== null;
  }

  record(event: RunEvent): void {
    switch (event.type) {
      case 'started':
        this.#start(event);
        break;
      case 'telemetry': {
        const { imagesPerSecond, secondsLeft } = event;
        this.#speed = { imagesPerSecond, secondsLeft };
        for (const sample of splitSamples(event)) this.#samples.add(sample);
        break;
      }
      case 'epoch':
        this.#epochs.add(event);
        break;
      case 'resumed':
        this.#state = null;
        break;
      case 'recorded':
        this.#recorded = event;
        break;
      // What was noted is for those who were there; that a run is opened comes before all that is journalled of it.
      case 'noted':
      case 'opened':
        break;
      case 'preparing':
      case 'paused':
      case 'interrupted':
      case 'ended':
      case 'failed':
        this.#state = event;
        break;
      default:
        assertNever(event);
    }
  }

  /** The run once more: how it began, what was measured, where it stands. All under the id of its last stretch. */
  replay(): readonly RunEvent[] {
    const samples = this.#samples.items;
    const telemetry: readonly RunEvent[] =
      samples.length === 0
        ? []
        : [{ type: 'telemetry', runId: this.#runId, ...joinSamples(samples), ...this.#speed }];
    const events = [
      this.#started,
      this.#continued,
      ...telemetry,
      ...this.#epochs.items,
      this.#recorded,
      this.#state,
    ];
    return events.filter((event) => event !== null).map((event) => ({ ...event, runId: this.#runId }));
  }

  #start(event: EngineEventOf<'started'>): void {
    this.#state = null;
    this.#runId = event.runId;
    if (this.#started !== null) {
      this.#continued = event;
      return;
    }
    this.#started = event;
    const numbersPerStep = 4 + 5 * event.nodes.length + 3 * event.weights.length;
    this.#samples = new Thinned(Math.min(keptSteps, Math.floor(keptNumbers / numbersPerStep)));
  }
}
