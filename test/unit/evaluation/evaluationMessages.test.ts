import { expect, test } from 'vitest';
import { engineCommandSchema, engineEventSchema } from '../../../src/protocol/engineMessages';
import { evaluationLimits } from '../../../src/protocol/evaluationMessages';
import { packFrame, unpackFrame } from '../../../src/protocol/socketFrame';

const trained = {
  requestId: 'a',
  network: { type: 'run', folder: 'run-1', checkpoint: 'best' },
} as const;
const map = { node: null, classNumber: 3 } as const;
const drawing = { type: 'drawing', values: Float32Array.of(0, 0.5, 1) } as const;

test('commands and answers come through a served page’s socket as they were', () => {
  const commands = [
    { type: 'openTrained', ...trained },
    { type: 'evaluate', ...trained, split: 'test' },
    { type: 'predict', ...trained, map, image: drawing },
    {
      type: 'predict',
      ...trained,
      map,
      image: { type: 'file', name: 'a.png', bytes: Uint8Array.of(1, 2, 3), invert: true },
    },
  ];
  for (const command of commands)
    expect(engineCommandSchema.parse(unpackFrame(packFrame(command)))).toEqual(command);
  const picture = { height: 1, width: 1, pixels: Uint8Array.of(1, 2, 3, 255) };
  const event = {
    type: 'predicted',
    requestId: 'a',
    folder: 'run-1',
    classNames: ['cat', 'dog'],
    probabilities: Float32Array.of(0.25, 0.75),
    picture,
    example: null,
    map: {
      ...{ method: 'cam', node: 'relu', label: 'relu', classNumber: 1, height: 1, width: 2 },
      values: Float32Array.of(1, -1),
    },
    milliseconds: 3,
  };
  expect(engineEventSchema.parse(unpackFrame(packFrame(event)))).toEqual(event);
});

test.each([
  [
    'a path for a run',
    { type: 'openTrained', requestId: 'a', network: { ...trained.network, folder: '../other' } },
  ],
  ['a drawing without end', { ...drawing, values: new Float32Array(evaluationLimits.drawnValues + 1) }],
  ['a split that there is not', { type: 'evaluate', ...trained, split: 'training' }],
])('%s is refused', (_, part) => {
  const command = part.type === 'drawing' ? { type: 'predict', ...trained, map, image: part } : part;
  expect(engineCommandSchema.safeParse(command).success).toBe(false);
});
