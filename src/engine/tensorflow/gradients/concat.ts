import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { lastExtent } from '../operations/shapes';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';

/** ∂L/∂part of joining along the last axis: the part's own channels. One split serves all parts. */
export function concatGradients(
  graph: GraphBuilder,
  parts: readonly GraphTensor[],
): (dy: GraphTensor, index: number) => GraphTensor {
  let node: string | null = null;
  return (dy, index) => {
    node ??= graph.operation({
      op: 'SplitV',
      inputs: [dy, graph.integers(parts.map(lastExtent)), graph.integer(dy.shape.length - 1)],
      attributes: {
        T: attribute.type(DataType.float),
        Tlen: attribute.type(DataType.int32),
        num_split: attribute.int(parts.length),
      },
    });
    return graph.output(node, index, parts[index]?.shape ?? []);
  };
}
