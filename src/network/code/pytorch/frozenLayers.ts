import { type CodeLine, layerLines, plainLines } from '../codeLines';
import type { PytorchNode } from './pytorchNodes';

/** Layers whose modules training leaves as they are. */
export function frozenNodes(nodes: readonly PytorchNode[]): readonly PytorchNode[] {
  return nodes.filter(
    ({ node, layer, weights }) => node.frozen === true && layer.module !== null && weights.length > 0,
  );
}

/**
 * The method that puts a module into training, where some of its layers are frozen: they have no gradient, and batch norm
 * uses and keeps its moving statistics. Empty where all learn.
 */
export function frozenLines(nodes: readonly PytorchNode[]): readonly CodeLine[] {
  const frozen = frozenNodes(nodes);
  if (frozen.length === 0) return [];
  return [
    ...plainLines(`
    def train(self, mode=True):
        """Frozen layers have no gradient, and keep their moving statistics."""
        super().train(mode)`),
    ...frozen.flatMap(({ node, name }) =>
      layerLines(node.id, [`        self.${name}.requires_grad_(False).eval()`]),
    ),
    ...plainLines('        return self'),
  ];
}
