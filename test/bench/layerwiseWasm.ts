import { createEagerExecutor } from '../../src/engine/eager/eagerExecutor';
import { loadWasm } from '../../src/engine/eager/loadWasm';
import type { Contender, Race } from './contender';
import { executorContender } from './executorContender';

/** Layerwise's executor for machines without native TensorFlow: WebAssembly, on one core. */
export async function layerwiseWasm(race: Race): Promise<Contender> {
  const wasm = await loadWasm();
  return executorContender(race, 'on WebAssembly, one core', (document, analysis) =>
    createEagerExecutor(wasm, document, analysis),
  );
}
