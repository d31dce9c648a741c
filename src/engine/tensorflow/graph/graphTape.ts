import { GradientTape } from '../../execution/gradientTape';
import { attribute } from '../proto/attributes';
import type { GraphBuilder } from './graphBuilder';
import type { GraphTensor } from './graphTensor';

/** A record of a graph's ops, by which their gradients are added to it. */
export type GraphTape = GradientTape<GraphTensor, string>;

/** Tensors go by their names. The gradients of each layer stand in a scope of their own. */
export function graphTape(graph: GraphBuilder): GraphTape {
  return new GradientTape<GraphTensor, string>({
    keyOf: ({ name }) => name,
    one: () => graph.constant(1),
    sum: (terms) => graph.float('AddN', terms, terms[0].shape, { N: attribute.int(terms.length) }),
    inScope: (scope, compute) => graph.inScope(`gradients/${scope}`, compute),
  });
}
