import { type CodeLine, layerLines, plainLines } from '../codeLines';
import { tupleText } from '../pythonText';
import type { PytorchNode } from './pytorchNodes';

/** The table of Layerwise's weights: the parameter of each, the shape it is taken for, and the order of its axes. */
export function weightTableLines(nodes: readonly PytorchNode[]): readonly CodeLine[] {
  return [
    ...plainLines(`# Weights by their names in Layerwise: the parameter, the shape in Layerwise (channels
# last), and which of its axes each axis of the parameter is.
LAYERWISE_WEIGHTS = {`),
    ...nodes.flatMap(({ node, name, layer, weights }) =>
      weights.flatMap((weight) => {
        const own = layer.weights?.[weight.name];
        if (own === undefined) throw new Error(`PyTorch's ${node.kind} says nothing of "${weight.name}".`);
        const shape = own.shape ?? weight.shape;
        const axes = own.axes ?? shape.map((_, axis) => axis);
        const key = JSON.stringify(`${node.id}/${weight.name}`);
        const parameter = JSON.stringify(`${name}.${own.parameter}`);
        const line = `    ${key}: (${parameter}, ${tupleText(shape)}, ${tupleText(axes)}),`;
        return layerLines(node.id, [line]);
      }),
    ),
    ...plainLines('}'),
  ];
}
