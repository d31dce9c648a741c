import { create } from 'zustand';
import type { Capacity } from '../../protocol/capacity';
import type { DeviceOptions } from '../../protocol/deviceSettings';
import type { Device } from '../../protocol/engineMessages';
import type { FileProblem } from '../../protocol/fileProblem';

/** The engine as the window knows it. Times are `performance.now()` in ms. */
export type EngineState =
  | { readonly state: 'starting'; readonly since: number }
  | { readonly state: 'ready'; readonly device: Device }
  /** It runs, but has nothing to train with. */
  | EngineTrouble<'unavailable'>
  /** No sign of life since then. */
  | { readonly state: 'unresponsive'; readonly since: number; readonly device: Device | null }
  /** The page has lost its connection since then, and tries to get it back; in a browser, or to another machine. */
  | {
      readonly state: 'cutOff';
      readonly since: number;
      readonly cause: 'connection' | 'session';
      readonly device: Device | null;
      /** Null in a browser. */
      readonly machine: {
        readonly name: string;
        readonly problem: FileProblem | null;
        /** When it is tried again; null where it is not. */
        readonly retryAt: number | null;
      } | null;
    }
  /** It failed several times in a row, and is not started again by itself. */
  | EngineTrouble<'broken'>;

interface EngineTrouble<State extends string> {
  readonly state: State;
  readonly message: string;
  readonly advice: string;
  readonly details: string;
}

/** An engine that ended by itself or was put down. */
export interface EngineLoss {
  readonly message: string;
  readonly details: string;
}

interface EngineStore {
  readonly engine: EngineState;
  /** Name of the other machine that it runs on; null where it is this one, or the one that serves the page. */
  readonly machine: string | null;
  /** The last engine that was lost; null where none was, or the next run has begun. */
  readonly loss: EngineLoss | null;
  /** What the last engine that was heard of could be told to train on; null before the first. */
  readonly options: DeviceOptions | null;
  /** What a run can have of the engine's machine; null before it is known. */
  readonly capacity: Capacity | null;
  moveTo(machine: string | null): void;
  offer(options: DeviceOptions): void;
  learnCapacity(capacity: Capacity): void;
  show(engine: EngineState): void;
  lose(loss: EngineLoss): void;
  forgetLoss(): void;
}

export const useEngine = create<EngineStore>((set) => ({
  engine: { state: 'starting', since: performance.now() },
  machine: null,
  loss: null,
  capacity: null,
  options: null,
  moveTo: (machine) => set({ machine }),
  offer: (options) => set({ options }),
  show: (engine) => set({ engine }),
  learnCapacity: (capacity) => set({ capacity }),
  lose: (loss) => set({ loss }),
  forgetLoss: () => set({ loss: null }),
}));

/** The device that runs the training, as far as it is known. */
export function deviceOf(engine: EngineState): Device | null {
  return 'device' in engine ? engine.device : null;
}
