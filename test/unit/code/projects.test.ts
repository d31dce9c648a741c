import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { readKerasNetwork } from '../../../src/network/code/keras/kerasNodes';
import { kerasProject } from '../../../src/network/code/keras/kerasProject';
import { readPytorchNetwork } from '../../../src/network/code/pytorch/pytorchNodes';
import { pytorchProject } from '../../../src/network/code/pytorch/pytorchProject';
import { defaultConfig } from '../../../src/network/layers/config';
import { templates } from '../../../src/network/templates/templates';

const documents = templates.map((template) => template.create(defaultConfig({ fields: template.settings })));
const [document] = documents;
if (document === undefined) throw new Error('There are no templates.');
const projects = [
  ['keras', kerasProject],
  ['pytorch', pytorchProject],
] as const;

function filesOf(folder: string): readonly string[] {
  return readdirSync(fileURLToPath(new URL(`../../../src/network/code/${folder}`, import.meta.url)));
}

describe.each(projects)('the %s project', (framework, project) => {
  const files = project(document, analyse(document), '1.2.3');

  it('has the files that all projects have, its own, and what is written for the network, none under a name twice', () => {
    const written = ['README.md', 'model.py', 'project.layerwise', 'layers.json'];
    const names = [...written, ...filesOf('project/files'), ...filesOf(`${framework}/project`)];
    expect([...files.keys()].sort()).toEqual(names.sort());
  });

  it('imports modules that are in it, or that its requirements or Python bring', () => {
    const packages = (files.get('requirements.txt') ?? '').match(/^(?:# )?[a-z]+(?=>=|$)/gm) ?? [];
    const brought = new Set(packages.map((name) => name.replace('# ', '').replace('pillow', 'PIL')));
    for (const [name, text] of files) {
      if (!name.endsWith('.py')) continue;
      for (const [, module = ''] of text.matchAll(/^ *(?:import|from) ([A-Za-z_]+)/gm))
        expect(
          files.has(`${module}.py`) || brought.has(module) || standard.has(module),
          `${name} imports ${module}`,
        ).toBe(true);
    }
  });
});

/** Modules of Python itself. */
const standard = new Set([
  ...[
    'argparse',
    'datetime',
    'gzip',
    'json',
    'math',
    'os',
    'pathlib',
    'platform',
    'socket',
    'tarfile',
    'time',
  ],
  'uuid',
]);

interface LayerTable {
  readonly nodes: readonly {
    readonly id: string;
    readonly source: string;
    readonly differentiated: boolean;
  }[];
}

test.each(documents.map((one) => [one.name, one] as const))(
  'the projects of %s know where each layer’s result is',
  (_name, one) => {
    const analysis = analyse(one);
    const keras = readKerasNetwork(one, analysis);
    const layers = new Set(
      keras.nodes.flatMap(({ layer, layerName }) => (layer.layers.length > 0 ? [layerName] : [])),
    );
    const pytorch = readPytorchNetwork(one, analysis);
    const modules = new Set(
      pytorch.nodes.flatMap(({ layer, name }) => (layer.module === null ? [] : [name])),
    );
    for (const [known, project] of [
      [layers, kerasProject],
      [modules, pytorchProject],
    ] as const) {
      const table: LayerTable = JSON.parse(project(one, analysis, '1.2.3').get('layers.json') ?? '');
      expect(table.nodes.length).toBe(keras.nodes.length);
      for (const { id, source, differentiated } of table.nodes) {
        const isInput = one.nodes.find((node) => node.id === id)?.kind === 'input';
        expect(differentiated).toBe(!isInput);
        if (!isInput) expect(known.has(source), `${id}: ${source}`).toBe(true);
      }
    }
  },
);
