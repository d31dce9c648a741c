import type { KnownWords } from '../log/knownWords';
import type { WindowCallHandlers } from '../windowCallHandlers';
import type { EngineSwitch } from './engineSwitch';

type EngineCall =
  | 'restartEngine'
  | 'chooseDevice'
  | 'describeMachine'
  | 'connectMachine'
  | 'leaveMachine'
  | 'retryMachine';

/** The window's calls about where the engine runs; no log is to name a machine that a person goes to. */
export function engineCalls(engine: EngineSwitch, words: KnownWords): Pick<WindowCallHandlers, EngineCall> {
  return {
    restartEngine: () => {
      engine.place.restart();
    },
    chooseDevice: (settings) => engine.place.chooseDevice(settings),
    describeMachine: () => engine.describe(),
    connectMachine: (order) => {
      words.learnMachine(order);
      return engine.connect(order);
    },
    leaveMachine: () => {
      engine.leave();
    },
    retryMachine: () => {
      engine.retry();
    },
  };
}
