import type { GraphBuilder } from '../graph/graphBuilder';
import type { GraphTensor } from '../graph/graphTensor';
import { attribute } from '../proto/attributes';
import { DataType } from '../proto/dataType';

/**
 * Counter of a step's random numbers (two uint64). A generator counts blocks of four numbers up from it, so the
 * step number goes into the upper half: the numbers of one step never run into those of the next.
 */
export function randomCounter(graph: GraphBuilder, step: GraphTensor): GraphTensor {
  const attributes = { SrcT: attribute.type(DataType.int32), DstT: attribute.type(DataType.uint64) };
  const upper = graph.tensor({ op: 'Cast', inputs: [step], attributes }, DataType.uint64, []);
  const stepVector = graph.tensor(
    {
      op: 'ExpandDims',
      inputs: [upper, graph.integer(0)],
      attributes: { T: attribute.type(DataType.uint64), Tdim: attribute.type(DataType.int32) },
    },
    DataType.uint64,
    [1],
  );
  return graph.tensor(
    {
      op: 'ConcatV2',
      inputs: [graph.unsigned64([[0, 0]]), stepVector, graph.integer(0)],
      attributes: {
        T: attribute.type(DataType.uint64),
        N: attribute.int(2),
        Tidx: attribute.type(DataType.int32),
      },
    },
    DataType.uint64,
    [2],
  );
}
