import type { Capacity } from '../../protocol/capacity';
import type { EngineEventOf } from '../../protocol/engineMessages';
import { loadRuntime, type Runtime } from '../devices/runtime';
import { deviceMemory } from './deviceMemory';
import { probeSpeed } from './speedProbe';

type CapacityEvent = EngineEventOf<'capacity'>;

const lookEveryMilliseconds = 10_000;
/** Free memory that changed by less than this share is not worth telling. */
const worthTelling = 0.03;
/** A person who presses Train at once is not kept waiting by the measurement of the speed. */
const probeAfterMilliseconds = 1500;

/** Tells what a run can have of the machine: once it is known, and again where that changes. */
export class CapacityWatch {
  readonly #tell: (event: CapacityEvent) => void;
  readonly #timers: NodeJS.Timeout[] = [];
  #last: CapacityEvent | null = null;
  #working = false;
  #over = false;

  constructor(tell: (event: CapacityEvent) => void) {
    this.#tell = tell;
  }

  /** What was told last; null before anything was. */
  get last(): CapacityEvent | null {
    return this.#last;
  }

  /** A device is found. */
  begin(): void {
    void loadRuntime().then((runtime) => {
      if (this.#over) return;
      this.#look(runtime, null);
      this.#timers.push(
        setInterval(
          () => this.#look(runtime, this.#last?.probeSeconds ?? null),
          lookEveryMilliseconds,
        ).unref(),
        setTimeout(() => void this.#measure(runtime), probeAfterMilliseconds).unref(),
      );
    });
  }

  /** A run was asked for: its own speed will be seen, and the device is left to it. */
  work(): void {
    this.#working = true;
  }

  dispose(): void {
    this.#over = true;
    for (const timer of this.#timers) clearTimeout(timer);
  }

  async #measure(runtime: Runtime): Promise<void> {
    const idle = (): boolean => !this.#working && !this.#over;
    if (!idle()) return;
    const seconds = await probeSpeed(runtime, idle).catch((error: unknown) => {
      console.error('The speed of the device could not be measured.', error);
      return null;
    });
    if (seconds !== null) this.#look(runtime, seconds);
  }

  #look({ device, findings }: Runtime, probeSeconds: number | null): void {
    const memory = deviceMemory(device, findings);
    const known = this.#last;
    const changed =
      known === null ||
      known.probeSeconds !== probeSeconds ||
      Math.abs(known.freeMemoryBytes - memory.freeMemoryBytes) > worthTelling * known.freeMemoryBytes;
    if (!changed) return;
    const capacity: Capacity = { ...memory, probeSeconds };
    this.#last = { type: 'capacity', ...capacity };
    this.#tell(this.#last);
  }
}
