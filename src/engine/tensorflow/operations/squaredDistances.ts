import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';
import type { OperationContext } from './operationContext';
import { lastExtent, reshape } from './shapes';

/** −Σ (x − centre)² for each centre; ∂/∂x = −2 Σ dy · (x − centre). */
export function negativeSquaredDistances(
  { graph, tape }: OperationContext,
  x: GraphTensor,
  centres: GraphTensor,
): GraphTensor {
  const [units = 1] = centres.shape;
  const features = lastExtent(x);
  const sumOver = (tensor: GraphTensor, axis: number, extent: number): GraphTensor =>
    graph.float('Sum', [tensor, graph.integers([axis])], [-1, extent], {
      Tidx: attribute.type(DataType.int32),
    });
  const differences = graph.float(
    'Sub',
    [reshape(graph, x, [-1, 1, features]), centres],
    [-1, units, features],
  );
  const squares = graph.float('Square', [differences], differences.shape);
  const y = graph.float('Neg', [sumOver(squares, 2, units)], [-1, units]);
  const gradient = (dy: GraphTensor): GraphTensor => {
    const slopes = graph.float('Mul', [reshape(graph, dy, [-1, units, 1]), differences], differences.shape);
    return graph.float('Mul', [sumOver(slopes, 1, features), graph.constant(-2)], x.shape);
  };
  return tape.record(y, [{ tensor: x, gradient }]);
}
