import { describe, expect, test } from 'vitest';
import { philoxUniform } from '../../../src/engine/eager/operations/philox';
import { streamKey } from '../../../src/engine/randomStreams';
import { GraphBuilder } from '../../../src/engine/tensorflow/graph/graphBuilder';
import { openSession } from '../../../src/engine/tensorflow/graphSession';
import { loadTensorFlow } from '../../../src/engine/tensorflow/loadTensorFlow';
import { attribute } from '../../../src/engine/tensorflow/proto/attributes';
import { DataType } from '../../../src/engine/tensorflow/proto/dataType';

type Half64 = readonly [low: number, high: number];

/** What TensorFlow's StatelessRandomUniformV2 draws on Philox. */
function drawnByTensorFlow(count: number, key: Half64, step: number): Float32Array {
  const graph = new GraphBuilder();
  const inputs = [
    graph.integers([count]),
    graph.unsigned64([key]),
    graph.unsigned64([
      [0, 0],
      [step, 0],
    ]),
    graph.integer(1),
  ];
  const attributes = { dtype: attribute.type(DataType.float), Tshape: attribute.type(DataType.int32) };
  const name = graph.operation({ op: 'StatelessRandomUniformV2', inputs, attributes });
  const session = openSession(loadTensorFlow().binding, graph.nodes);
  try {
    return session.run('', [], `${name}:0`)[0] ?? new Float32Array();
  } finally {
    session.close();
  }
}

describe('Philox draws what TensorFlow draws, bit for bit', () => {
  const keys: readonly Half64[] = [
    [0, 0],
    [1, 2],
    [-1, -1],
    [0x7fffffff, -0x80000000],
    streamKey(3, 'dropout/fc1/0'),
    streamKey(2 ** 32 - 1, 'dropout/fc2/1'),
  ];
  for (const key of keys)
    for (const [count, step] of [
      [1, 0],
      [7, 1],
      [100_003, 2 ** 31 - 1],
    ] as const)
      test(`${count} numbers of key ${key.join(', ')} at step ${step}`, () => {
        const drawn = philoxUniform(count, [0, 0, step, 0], key);
        expect(drawn).toEqual(drawnByTensorFlow(count, key, step));
      });
});
