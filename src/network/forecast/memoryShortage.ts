import type { NetworkDocument } from '../graph/document';
import type { Edit } from '../graph/edits';
import { setTraining } from '../graph/layerEdits';
import { inGigabytes } from './forecastText';
import { largestFittingBatch, type MemoryModel } from './memoryForecast';

/** A network that is not expected to fit into memory, in words, and the edit that would make it fit. */
export interface MemoryShortage {
  readonly message: string;
  readonly advice: string;
  /** Sets the largest batch that fits; null where not even one image does. */
  readonly remedy: Edit | null;
}

/** Which memory is short, as a sentence names it. */
const places = {
  machine: 'are free',
  gpu: 'are free on the GPU',
  wasm: 'are all that WebAssembly can have',
} as const;

/** Null where the batch of the settings is expected to fit. */
export function memoryShortage(
  document: NetworkDocument,
  model: MemoryModel,
  { memory, freeMemoryBytes }: { readonly memory: keyof typeof places; readonly freeMemoryBytes: number },
): MemoryShortage | null {
  const { batchSize } = document.training;
  const needed = model.at(batchSize).peak;
  if (needed <= freeMemoryBytes) return null;
  const message = `Will not fit: needs about ${inGigabytes(needed)}, ${inGigabytes(freeMemoryBytes)} ${places[memory]}.`;
  const largest = largestFittingBatch(model, freeMemoryBytes, batchSize - 1);
  if (largest === null)
    return {
      message,
      advice: 'Not even one image fits: give the network fewer filters or units, or smaller images.',
      remedy: null,
    };
  return {
    message,
    advice: `The largest batch that fits is ${largest.toLocaleString('en')}.`,
    remedy: {
      ...setTraining(document, { ...document.training, batchSize: largest }),
      label: `Train in batches of ${largest}`,
    },
  };
}
