import { analyse } from '../analysis/analyse';
import { memoryConstants } from '../forecast/memoryConstants';
import { memoryModel } from '../forecast/memoryForecast';
import type { NetworkDocument } from '../graph/document';
import { onEqualTerms } from './equalTerms';

/**
 * What training two networks side by side takes at its peak, in bytes: each its own, but for images and the program,
 * which they share. Null where one of them does not train.
 */
export function twinMemory(
  document: NetworkDocument,
  twin: NetworkDocument,
  backend: Parameters<typeof memoryModel>[2],
): number | null {
  const networks = [document, onEqualTerms(document, twin)].map((network) => ({
    network,
    analysis: analyse(network),
  }));
  if (networks.some(({ analysis }) => !analysis.trains)) return null;
  const forecasts = networks.map(({ network, analysis }) =>
    memoryModel(network, analysis, backend).at(network.training.batchSize),
  );
  const { program, firstStep } = memoryConstants[backend];
  const sum = forecasts.reduce((bytes, { peak }) => bytes + peak, 0);
  return sum - program - firstStep - Math.min(...forecasts.map(({ data }) => data));
}
