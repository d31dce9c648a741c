import { expect, test } from 'vitest';
import { importCaffe } from '../../../src/engine/caffe/importing/importCaffe';
import type { ImportedNetwork } from '../../../src/engine/importing/importedNetwork';
import { analyse } from '../../../src/network/analysis/analyse';
import { alexnet, lenet, training } from './caffeNetworks';

function imported(text: string): ImportedNetwork {
  const result = importCaffe(text, 'file');
  if ('problem' in result) throw new Error(result.problem.message);
  return result;
}

/** Counts of parameters as they are published. */
test.each([
  ['LeNet', lenet, 431_080, [1, 1, 500]],
  ['AlexNet', alexnet, 60_965_224, [6, 6, 256]],
])('%s of Caffe has its parameters', (name, text, parameters) => {
  const { document, notes } = imported(text);
  expect(notes).toEqual([]);
  expect(document.name).toBe(name);
  expect(analyse(document)).toMatchObject({ trains: true, totals: { trainable: parameters } });
});

test('windows of pools reach over the edge as Caffe’s do', () => {
  const { document } = imported(alexnet);
  const { nodes } = analyse(document);
  expect(['pool1', 'pool2', 'pool5'].map((id) => nodes.get(id)?.outputShape)).toEqual([
    [27, 27, 96],
    [13, 13, 256],
    [6, 6, 256],
  ]);
  const odd = lenet.replace('dim: 28 dim: 28', 'dim: 29 dim: 29');
  expect(analyse(imported(odd).document).nodes.get('pool1')?.outputShape).toEqual([13, 13, 20]);
});

test('a network for training answers as in its phase of testing', () => {
  const { document, notes } = imported(training);
  expect(notes).toEqual([]);
  expect(document.nodes.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    ...['data input', 'conv conv2d', 'bn batchNorm', 'branch conv2d', 'sum add'],
    ...['pool adaptiveAveragePool2d', 'flatten flatten', 'fc dense', 'output output'],
  ]);
  expect(document.blocks.map(({ label }) => label)).toEqual(['stem']);
  expect(document.nodes.find(({ id }) => id === 'bn')?.config).toMatchObject({ scale: true, center: true });
  expect(analyse(document).trains).toBe(true);
});

test('what has no layer is named, and the rest opens around the gap', () => {
  const odd = lenet.replace('type: "Pooling"', 'type: "Crop"');
  const { document, notes } = imported(odd);
  expect(notes).toEqual([
    'Op `Crop` at pool1 has no layer here: put layers in its place that compute the same.',
  ]);
  expect(document.nodes.map(({ id }) => id)).toContain('conv2');
});

test.each([
  ['', 'no network in the form'],
  ['net: "train.prototxt" base_lr: 0.01', 'no network in the form'],
  ['layers { name: "old" type: CONVOLUTION }', 'no network in the form'],
  ['layer { name: "c" type: "Convolution" }', 'no input'],
])('%s is refused with a sentence', (text, sentence) => {
  const result = importCaffe(text, 'file');
  if (!('problem' in result)) throw new Error('It was accepted.');
  expect(result.problem.message).toContain(sentence);
});

test.each([
  ['layer {', 'cut off'],
  ['layer { } }', 'closes more brackets'],
  ['layer { name: }', 'name without a value'],
  ['\n\nname: "x', "line 3 can't"],
  ['layer { '.repeat(100), 'too deep'],
  ['5: 5', 'a value where a name should be'],
])('%j throws what is wrong with it', (text, words) => {
  expect(() => importCaffe(text, 'file')).toThrow(new RegExp(words));
});
