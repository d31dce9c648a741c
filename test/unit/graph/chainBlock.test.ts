import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { groupLayers } from '../../../src/network/graph/blocks/blockEdits';
import { chainBlock } from '../../../src/network/graph/blocks/chainBlock';
import { type ChainRule, chainRules } from '../../../src/network/graph/blocks/chainRules';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { applyEdit } from '../../../src/network/graph/edits';
import { removeLayers } from '../../../src/network/graph/layerEdits';
import { parseProject, serialiseProject } from '../../../src/network/graph/projectFile';
import { formatShape } from '../../../src/network/layers/shape';
import { lenet5 } from '../../../src/network/templates/lenet5';
import { findTemplate } from '../../../src/network/templates/templates';
import { documents } from './documentArbitraries';

function group(document: NetworkDocument, ids: readonly string[], label: string): NetworkDocument {
  const result = groupLayers(document, ids, { label });
  if ('problem' in result) throw new Error(result.problem.message);
  return applyEdit(document, result.edit).document;
}

function chain(document: NetworkDocument, id: string, copies: number, rule: ChainRule) {
  const result = chainBlock(document, analyse(document), id, { copies, rule });
  if ('problem' in result) throw new Error(result.problem.message);
  const chained = applyEdit(document, result.edit).document;
  const analysis = analyse(chained);
  const shapes = result.exits.map((exit) => formatShape(analysis.nodes.get(exit)?.outputShape ?? []));
  return { chained, analysis, shapes, blocks: result.blocks };
}

const errors = ({ problems }: ReturnType<typeof analyse>) =>
  problems.filter(({ severity }) => severity === 'error');

describe('a chain of a residual stage’s first unit', () => {
  const resnet = findTemplate('resnet-50')?.create();
  if (resnet === undefined) throw new Error('resnet-50 is a template.');
  const { trainable, macs } = analyse(resnet).totals;

  it('is the stage again, parameter for parameter', () => {
    const others = ['unit3_2', 'unit3_3', 'unit3_4'];
    const layers = resnet.nodes.filter(({ block }) => block !== undefined && others.includes(block));
    const short = applyEdit(
      resnet,
      removeLayers(
        resnet,
        layers.map(({ id }) => id),
        [],
      ),
    ).document;
    const joined = {
      ...short,
      edges: short.edges.some(({ to }) => to === 'conv4_1a')
        ? short.edges
        : [
            ...short.edges,
            { from: 'relu3_1', to: 'conv4_1a', input: 0 },
            { from: 'relu3_1', to: 'conv4_1s', input: 0 },
          ],
    };
    const { chained, analysis, shapes, blocks } = chain(joined, 'unit3_1', 3, 'stage');
    expect(errors(analysis)).toEqual([]);
    expect(shapes).toEqual(Array(4).fill('28×28×512'));
    expect([analysis.totals.trainable, analysis.totals.macs]).toEqual([trainable, macs]);
    expect(blocks).toEqual(['unit3_1', ...others]);
    expect(new Set(chained.nodes.map(({ label }) => label))).toEqual(
      new Set(resnet.nodes.map(({ label }) => label)),
    );
  });
});

describe('a chain of LeNet-5’s second stage', () => {
  const lenet = lenet5.create({ input: 64, padding: 'same' });
  const document = group(
    { ...lenet, nodes: lenet.nodes.map((node) => (node.id === 'conv2' ? same(node) : node)) },
    ['conv2', 'relu2', 'pool2'],
    'stage2',
  );

  it.each<[ChainRule, readonly string[]]>([
    ['stage', ['16×16×16', '16×16×16', '16×16×16']],
    ['pyramid', ['16×16×16', '8×8×32', '4×4×64']],
    ['same', ['16×16×16', '8×8×16', '4×4×16']],
  ])('by the rule %s has the shapes %j', (rule, expected) => {
    const { chained, analysis, shapes } = chain(document, 'block1', 2, rule);
    expect(errors(analysis)).toEqual([]);
    expect(shapes).toEqual(expected);
    expect(chained.blocks.map(({ label }) => label)).toEqual(['stage2', 'stage3', 'stage4']);
    expect(chained.nodes.map(({ label }) => label)).toContain('conv4');
  });

  it('halves images by strides where nothing else does', () => {
    const convolutions = group(document, ['conv2', 'relu2'], 'unit1');
    expect(chain(convolutions, 'block2', 2, 'pyramid').shapes).toEqual(['32×32×16', '16×16×32', '8×8×64']);
  });
});

it.each([
  [
    'data enters from several layers',
    ['relu1', 'fc1'],
    /^Data enters parts from 2 layers: conv1, flatten\.$/,
  ],
  ['data leaves from several layers', ['conv1', 'fc1'], /from 2 layers/],
  ['an end of the network is in it', ['input', 'conv1'], /^parts holds input, an end of the network\.$/],
])('a block is refused with advice where %s', (_case, layers, message) => {
  const document = group(lenet5.create(), layers, 'parts');
  const result = chainBlock(document, analyse(document), 'block1', { copies: 2, rule: 'stage' });
  if (!('problem' in result)) throw new Error('The block was copied.');
  expect(result.problem.message).toMatch(message);
  expect(result.problem.advice).toMatch(/\.$/);
});

it('any block that can be copied gives a project that a file holds, and undoing that is exact', () => {
  fc.assert(
    fc.property(
      documents,
      fc.integer({ min: 1, max: 3 }),
      fc.constantFrom(...chainRules),
      (document, copies, rule) => {
        for (const { id } of document.blocks) {
          const result = chainBlock(document, analyse(document), id, { copies, rule });
          if ('problem' in result) continue;
          const { document: chained, inverse } = applyEdit(document, result.edit);
          expect(parseProject(serialiseProject(chained))).toEqual({ document: chained });
          expect(applyEdit(chained, inverse).document).toEqual(document);
          expect(chained.blocks.length).toBeGreaterThanOrEqual(document.blocks.length + copies);
        }
      },
    ),
  );
});

function same(node: NetworkDocument['nodes'][number]) {
  return { ...node, config: { ...node.config, padding: 'same' } };
}
