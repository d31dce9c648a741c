import type { NetworkDocument } from '../../network/graph/document';

/** What the network's metric is called: the share of images classified rightly, or among the first five guesses. */
export function metricName(document: NetworkDocument): string {
  const output = document.nodes.find(({ kind }) => kind === 'output');
  return output?.config['metric'] === 'top5Accuracy' ? 'Top-5 accuracy' : 'Accuracy';
}
