import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { LayerEdge, NetworkDocument } from '../../../src/network/graph/document';
import { serialiseProject } from '../../../src/network/graph/projectFile';
import { defaultConfig } from '../../../src/network/layers/config';
import { layerKind } from '../../../src/network/layers/registry';
import { lenet5 } from '../../../src/network/templates/lenet5';
import { runCommand } from './runCommand';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'layerwise-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function project(name: string, change: (document: NetworkDocument) => Partial<NetworkDocument>): string {
  const document = lenet5.create();
  return file(name, serialiseProject({ ...document, ...change(document) }));
}

/** The network with a node put in, and edges in place of those into its targets. */
function withNode(document: NetworkDocument, kind: string, id: string, edges: readonly LayerEdge[]) {
  const node = { id, kind, label: id, config: defaultConfig(layerKind(kind)), position: { x: 0, y: 0 } };
  const taken = new Set(edges.map(({ to, input }) => `${to} ${input}`));
  const kept = document.edges.filter(({ to, input }) => !taken.has(`${to} ${input}`));
  return { nodes: [...document.nodes, node], edges: [...kept, ...edges] };
}

async function expectRefusal(words: readonly string[], message: RegExp): Promise<void> {
  const { code, stdout, stderr } = await runCommand(words);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\n {4}at /);
  expect([code, stdout]).toEqual([2, '']);
}

describe('wrong usage ends with exit code 2 and a sentence', () => {
  test.each<[string, string[], RegExp]>([
    ['no command', [], /Usage: layerwise/],
    ['an unknown command', ['trian', 'lenet-5'], /unknown command 'trian'\n\(Did you mean train\?\)/],
    [
      'an unknown option',
      ['train', 'lenet-5', '--epoch', '3'],
      /unknown option '--epoch'\n\(Did you mean --epochs\?\)/,
    ],
    ['no network', ['describe'], /missing required argument 'network'/],
    [
      'an unknown template',
      ['describe', 'lenet5'],
      /neither a template nor a file "lenet5"\.\nDid you mean lenet-5\?/,
    ],
    [
      'an unknown template to write',
      ['new', 'nonesuch', '--out', 'x'],
      /no template "nonesuch"\.\nThe templates are: /,
    ],
    [
      'an unknown setting of a template',
      ['describe', 'vgg-16', '--set', 'widht=1'],
      /vgg-16 has no setting "widht"\.\nDid you mean width\?/,
    ],
    [
      'a setting without a value',
      ['describe', 'vgg-16', '--set', 'width'],
      /--set takes name=value; got "width"\.\nWrite for example --set input=224/,
    ],
    [
      'a setting beyond its limits',
      ['describe', 'vgg-16', '--set', 'input=8'],
      /VGG-16, input: Input must be a whole number from 32 to 1024; got 8\./,
    ],
    [
      'a setting that is no number',
      ['train', 'vgg-16', '--set', 'width=half'],
      /VGG-16, width: Width must be a number from 0\.0625 to 4; got "half"/,
    ],
    [
      'settings of what is no template',
      ['describe', 'mine.layerwise', '--set', 'width=1'],
      /--set has no meaning for mine\.layerwise, which is no template\./,
    ],
    ['no file to write', ['new', 'lenet-5'], /required option '--out <file>'/],
    [
      'a folder that is not there',
      ['new', 'lenet-5', '--out', '/nowhere/x.layerwise'],
      /^The folder of .* does not exist\.\nCreate it/,
    ],
    [
      'an unknown dataset',
      ['train', 'lenet-5', '--dataset', 'imagenet'],
      /neither a dataset nor a folder or file "imagenet"\.\nThe datasets are mnist, /,
    ],
    [
      'an unknown optimizer',
      ['train', 'lenet-5', '--optimizer', 'lion'],
      /Allowed choices are sgd, momentum/,
    ],
    [
      'an unknown schedule',
      ['train', 'lenet-5', '--schedule', 'linear'],
      /Allowed choices are constant, step, cosine/,
    ],
    [
      'words for a number',
      ['train', 'lenet-5', '--epochs', 'three'],
      /'three' is invalid\. It must be a number\./,
    ],
    ['an empty number', ['train', 'lenet-5', '--batch', ''], /It must be a number\./],
    ['hexadecimal', ['train', 'lenet-5', '--batch', '0x40'], /It must be a number\./],
    ['infinity', ['train', 'lenet-5', '--lr', 'Infinity'], /It must be a number\./],
    ['a number beyond all limits', ['train', 'lenet-5', '--lr', '1e999'], /It must be/],
    ['half an epoch', ['train', 'lenet-5', '--epochs', '1.5'], /It must be a whole number\./],
    ['no epochs', ['train', 'lenet-5', '--epochs', '0'], /It must be at least 1\./],
    ['a rate of zero', ['train', 'lenet-5', '--lr', '0'], /It must be greater than 0\./],
    ['a negative seed', ['train', 'lenet-5', '--seed', '-1'], /It must be at least 0\./],
    ['a momentum of one', ['train', 'lenet-5', '--momentum', '1'], /It must be less than 1\./],
    ['all images held out', ['train', 'lenet-5', '--validation-split', '1'], /It must be at most 0\.9\./],
    ['an unknown device', ['train', 'lenet-5', '--device', 'tpu'], /It must be cpu, gpu, gpu:0 or/],
    ['a device with more to it', ['devices', '--device', 'gpu:1; ls'], /It must be cpu/],
    ['no threads', ['train', 'lenet-5', '--threads', '0'], /It must be at least 1\./],
    ['half a thread', ['train', 'lenet-5', '--threads', '1.5'], /It must be a whole number\./],
    ['no steps', ['train', 'lenet-5', '--steps', '0'], /It must be at least 1\./],
    [
      'a momentum for Adam',
      ['train', 'lenet-5', '--optimizer', 'adam', '--momentum', '0.9'],
      /no meaning for adam\.\nLeave it out/,
    ],
  ])('%s', (_, words, message) => expectRefusal(words, message));
});

describe('a project file that can’t be read is refused by every command', () => {
  const cases: [string, () => string, RegExp][] = [
    ['that is missing', () => join(folder, 'missing.layerwise'), /neither a template nor a file/],
    ['that is a folder', () => folder, /is not a file/],
    ['that is empty', () => file('empty.layerwise', ''), /empty\.layerwise: ./],
    [
      'that is cut off',
      () => file('cut.layerwise', serialiseProject(lenet5.create()).slice(0, 700)),
      /cut\.layerwise: .*\bline 1?\d\b/,
    ],
    ['of something else', () => file('package.json', '{"name":"other"}'), /not a Layerwise project/],
    ['that is no text', () => file('binary.layerwise', '\u0000\u0001\u0002'), /binary\.layerwise: ./],
    ['that is too deep', () => file('deep.layerwise', '['.repeat(100_000)), /deep\.layerwise: ./],
    [
      'that is too large',
      () => sparse('large.layerwise', 17 * 1024 ** 2),
      /17\.0 MiB; a project has 16 MiB at most/,
    ],
    [
      'of a later version',
      () => file('later.layerwise', '{"format":"layerwise","version":99}'),
      /newer Layerwise/,
    ],
  ];
  test.each(cases)('%s', async (_, path, message) => {
    await expectRefusal(['describe', path(), '--json'], message);
    await expectRefusal(['train', path(), '--dataset', 'mnist', '--json'], message);
  });

  function sparse(name: string, bytes: number): string {
    const path = file(name, '');
    truncateSync(path, bytes);
    return path;
  }
});

describe('a network that can’t train is not trained, and the place is named', () => {
  test.each<[string, (document: NetworkDocument) => Partial<NetworkDocument>, RegExp]>([
    [
      'with a cycle',
      (document) =>
        withNode(document, 'add', 'sum', [
          { from: 'conv1', to: 'sum', input: 0 },
          { from: 'relu1', to: 'sum', input: 1 },
          { from: 'sum', to: 'relu1', input: 0 },
        ]),
      /cycle|loop/i,
    ],
    ['with an unconnected input', ({ edges }) => ({ edges: edges.filter(({ to }) => to !== 'fc2') }), /fc2/],
    [
      'with unequal shapes into Add',
      (document) =>
        withNode(document, 'add', 'sum', [
          { from: 'pool1', to: 'sum', input: 0 },
          { from: 'relu1', to: 'sum', input: 1 },
          { from: 'sum', to: 'conv2', input: 0 },
        ]),
      /sum: Add needs equal shapes; got 14×14×6 and 28×28×6/,
    ],
    [
      'without parameters',
      ({ nodes }) => ({
        nodes: nodes.filter(({ id }) => ['input', 'flatten', 'output'].includes(id)),
        edges: [
          { from: 'input', to: 'flatten', input: 0 },
          { from: 'flatten', to: 'output', input: 0 },
        ],
      }),
      /no trainable parameters|classes/,
    ],
    [
      'that the dataset doesn’t fit',
      ({ nodes }) => ({
        nodes: nodes.map((node) =>
          node.id === 'input' ? { ...node, config: { ...node.config, height: 32, width: 32 } } : node,
        ),
      }),
      /28×28×1.*32×32×1/,
    ],
    [
      'with too few classes',
      ({ nodes }) => ({
        nodes: nodes.map((node) =>
          node.id === 'fc3' ? { ...node, config: { ...node.config, units: 7 } } : node,
        ),
      }),
      /10 classes/,
    ],
  ])('%s', async (name, change, message) => {
    await expectRefusal(
      ['train', project(`${name}.layerwise`, change), '--dataset', 'mnist', '--json'],
      message,
    );
  });
});

describe('a dataset that can’t be read', () => {
  test('with a missing file', async () => {
    vi.stubEnv('LAYERWISE_MNIST_DIR', folder);
    await expectRefusal(
      ['train', 'lenet-5', '--dataset', 'mnist', '--json'],
      /MNIST file .* is missing\.\nRun "npm ci"/,
    );
  });
});

test('a folder that holds a run is not written to', async () => {
  file('run.json', '{}');
  await expectRefusal(['train', 'lenet-5', '--out', folder], /holds a run already\.\nName a new folder/);
});
