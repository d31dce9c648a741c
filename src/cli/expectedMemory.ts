import { processorMemory } from '../engine/capacity/deviceMemory';
import type { Analysis } from '../network/analysis/analysis';
import { memoryModel } from '../network/forecast/memoryForecast';
import { memoryShortage } from '../network/forecast/memoryShortage';
import type { NetworkDocument } from '../network/graph/document';
import type { Device } from '../protocol/engineMessages';

/** What a run on the processor is expected to take at its peak, in bytes. */
export interface ExpectedMemory {
  readonly peakBytes: number;
  readonly freeBytes: number;
  /** That it will not fit, and the largest batch that does; null where it fits. */
  readonly shortage: string | null;
}

/** Null for a network that does not train. */
export function expectedMemory(
  document: NetworkDocument,
  analysis: Analysis,
  backend: Device['backend'] = 'tensorflow',
): ExpectedMemory | null {
  if (!analysis.trains) return null;
  const model = memoryModel(document, analysis, backend);
  const memory = processorMemory(backend);
  const shortage = memoryShortage(document, model, memory);
  return {
    peakBytes: model.at(document.training.batchSize).peak,
    freeBytes: memory.freeMemoryBytes,
    shortage: shortage === null ? null : `${shortage.message} ${shortage.advice}`,
  };
}
