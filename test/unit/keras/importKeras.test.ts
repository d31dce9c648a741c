import { expect, test } from 'vitest';
import { importKeras } from '../../../src/engine/keras/importing/importKeras';
import { noVariables } from '../../../src/engine/keras/importing/variables/modelVariables';
import { analyse } from '../../../src/network/analysis/analyse';
import { parseProject, serialiseProject } from '../../../src/network/graph/projectFile';
import { classes, conv, described, functional, image } from './kerasDescriptions';

function imported(description: unknown) {
  const result = importKeras(description, () => noVariables, 'file');
  if ('problem' in result) throw new Error(result.problem.message);
  expect(parseProject(serialiseProject(result.document))).not.toHaveProperty('problem');
  return result;
}

function kindsOf(description: unknown): readonly string[] {
  return imported(description).document.nodes.map(({ kind }) => kind);
}

test('a model of branches becomes a network of layers that trains', () => {
  const layers = [
    ...[image, conv('c1', 'images', { activation: 'relu' }), conv('c2', 'c1')],
    ...[described('Add', 'sum', {}, ['c1', 'c2']), ...classes('sum')],
  ];
  const { document, notes } = imported(functional(layers, 'classes', 'mine'));
  expect(notes).toEqual([]);
  expect(document.name).toBe('mine');
  expect(document.nodes.map(({ id }) => id)).toEqual([
    ...['images', 'c1', 'c1_relu', 'c2', 'sum', 'flat', 'classes', 'output'],
  ]);
  expect(analyse(document)).toMatchObject({ trains: true, totals: { trainable: 112 + 148 + 1285 } });
});

test('layers of a model within the model are grouped by its name', () => {
  const inner = functional([image, conv('a', 'images'), conv('b', 'a')], 'b', 'block');
  const nested = { ...inner, name: 'block', inbound_nodes: [[['c1', 0, 0, {}]]] };
  const whole = {
    class_name: 'Functional',
    config: {
      name: 'outer',
      layers: [image, conv('c1', 'images', { filters: 3 }), nested, ...classes('block')],
      input_layers: [['images', 0, 0]],
      output_layers: [['classes', 0, 0]],
    },
  };
  const { document, notes } = imported(whole);
  expect(notes).toEqual([]);
  expect(document.blocks.map(({ label }) => label)).toEqual(['block']);
  expect(document.nodes.filter(({ block }) => block !== undefined).map(({ id }) => id)).toEqual(['a', 'b']);
});

test('layers that say by their names which block they are in are grouped by it', () => {
  const layers = [
    ...[image, conv('conv2_block1_1_conv', 'images', { trainable: false, activation: 'relu' })],
    ...[conv('conv2_block1_2_conv', 'conv2_block1_1_conv'), conv('block3_pool', 'conv2_block1_2_conv')],
    ...[conv('block3_conv', 'block3_pool'), ...classes('block3_conv')],
  ];
  const { document } = imported(functional(layers, 'classes'));
  const blockOf = (id: string) => document.nodes.find((node) => node.id === id)?.block;
  expect(document.blocks.map(({ label, parent }) => [label, parent])).toEqual([
    ['conv2', null],
    ['block1', 'conv2'],
    ['block3', null],
  ]);
  expect(blockOf('conv2_block1_1_conv_relu')).toBe('block1');
  expect(blockOf('block3_conv')).toBe('block3');
  expect(document.nodes.filter(({ frozen }) => frozen === true).map(({ id }) => id)).toEqual([
    'conv2_block1_1_conv',
  ]);
});

test('what has no layer is named with what to do, and the rest opens around the gap', () => {
  const layers = [
    ...[image, conv('c1', 'images'), described('Lambda', 'mine', { function: 'x' }, ['c1'])],
    ...[conv('c2', 'mine'), conv('c3', 'c2', { activation: 'selu' }), ...classes('c3')],
  ];
  const { document, notes } = imported(functional(layers, 'classes'));
  expect(notes).toEqual([
    'Op `Lambda` at mine has no layer here: it is a function of Python’s, which a file can’t hold: build it of layers.',
    'Op `selu` at c3 has no layer here: choose another activation in its place.',
  ]);
  expect(document.nodes.map(({ id }) => id)).toEqual([
    'images',
    'c1',
    'c2',
    'c3',
    'flat',
    'classes',
    'output',
  ]);
  expect(analyse(document).trains).toBe(false);
});

test.each([
  ['Cropping2D', { cropping: 1 }, 'Valid padding'],
  ['LSTM', { units: 3 }, 'has no sequences'],
  ['Softmax', { axis: 1 }, 'not taken over the channels'],
  ['BatchNormalization', { axis: 1 }, 'another axis'],
  ['LayerNormalization', { axis: [1, 2] }, 'some of the axes'],
  ['GroupNormalization', { groups: 2, axis: 1 }, 'another axis'],
  ['Rescaling', { scale: 2, offset: -1 }, 'training settings'],
  ['ReLU', { max_value: 3 }, 'cut off in a way'],
  ['PReLU', {}, 'shared_axes=[1, 2]'],
  ['Reshape', { target_shape: [2, 2, 2, 2] }, 'neither an image nor features'],
  ['Conv2D', { filters: 4, kernel_size: [3, 3], padding: 'causal' }, 'pads as "causal"'],
  ['Conv2D', { filters: 0, kernel_size: [3, 3] }, 'Filters must be'],
  ['Conv2DTranspose', { filters: 4, kernel_size: [3, 3], output_padding: [1, 1] }, 'output padding'],
  ['NoSuchLayer', {}, 'put layers in its place'],
])('%s %o is left out, which is said', (className, config, reason) => {
  const layers = [image, described(className, 'odd', config, ['images']), ...classes('odd')];
  const { notes } = imported(functional(layers, 'classes'));
  expect(notes[0]).toMatch(/^Op `\w+` at odd has no layer here: /);
  expect(notes[0]).toContain(reason);
});

test('layers that feed each other in a circle are told, and the rest opens', () => {
  const layers = [image, conv('c1', 'c2'), conv('c2', 'c1'), conv('c3', 'images'), ...classes('c3')];
  const { document, notes } = imported(functional(layers, 'classes'));
  expect(notes.join(' ')).toContain('circle');
  expect(document.nodes.map(({ id }) => id)).toContain('c3');
});

test('layers of a model in a row follow one another, also where the list stands in place of the settings', () => {
  const rows = [
    described('Conv2D', 'c', { filters: 2, kernel_size: 3, batch_input_shape: [null, 6, 6, 1] }),
    described('GlobalMaxPooling2D', 'g', {}),
    described('Dense', 'd', { units: 3, activation: 'softmax' }),
  ];
  const kinds = ['input', 'conv2d', 'maxPool2d', 'flatten', 'dense', 'softmax', 'output'];
  expect(kindsOf({ class_name: 'Sequential', config: rows })).toEqual(kinds);
  expect(kindsOf({ class_name: 'Sequential', config: { name: 's', layers: rows } })).toEqual(kinds);
});

test('padding layers of Layerwise’s own exports are joined with their convolutions, others stay', () => {
  const padded = (name: string) => [
    ...[
      image,
      described(
        'ZeroPadding2D',
        name,
        {
          padding: [
            [1, 2],
            [0, 1],
          ],
        },
        ['images'],
      ),
    ],
    ...[conv('c1', name, { padding: 'valid' }), ...classes('c1')],
  ];
  const joined = imported(functional(padded('c1.ZeroPadding'), 'classes')).document.nodes[1];
  expect(joined).toMatchObject({
    kind: 'conv2d',
    config: { padding: 'explicit', explicitPadding: [1, 2, 0, 1] },
  });
  expect(kindsOf(functional(padded('pad'), 'classes'))).toContain('zeroPad2d');
});

test.each([
  ['a list', [], 'no sequential or functional model'],
  ['a class of one’s own', { class_name: 'MyModel', config: {} }, 'no sequential or functional model'],
  ['no input', functional([conv('c1', 'images')], 'c1'), 'no input'],
  [
    'channels first',
    functional([image, conv('c', 'images', { data_format: 'channels_first' })], 'c'),
    'channels first',
  ],
  [
    'images of five axes',
    functional([described('InputLayer', 'images', { batch_input_shape: [null, 4, 4, 4, 3] })], 'images'),
    'no input',
  ],
  [
    'a size beyond limits',
    functional([described('InputLayer', 'images', { batch_input_shape: [null, 1e9, 8, 3] })], 'images'),
    'no input',
  ],
  [
    'very many layers',
    functional([image, ...Array.from({ length: 20_001 }, (_, at) => conv(`c${at}`, 'images'))], 'c0'),
    '20,002 layers',
  ],
])('%s is refused with a sentence', (_title, description, sentence) => {
  const result = importKeras(description, () => noVariables, 'file');
  if (!('problem' in result)) throw new Error('It was accepted.');
  expect(result.problem.message).toContain(sentence);
  expect(result.problem.advice).toMatch(/\.$/);
});
