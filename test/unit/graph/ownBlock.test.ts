import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { groupLayers } from '../../../src/network/graph/blocks/blockEdits';
import { insertBlock } from '../../../src/network/graph/blocks/insertBlock';
import { type OwnBlock, parseBlock, serialiseBlock } from '../../../src/network/graph/blocks/ownBlock';
import { serialiseLayers } from '../../../src/network/graph/clipping';
import { applyEdit } from '../../../src/network/graph/edits';
import { parseProject, serialiseProject } from '../../../src/network/graph/projectFile';
import { lenet5 } from '../../../src/network/templates/lenet5';
import { documents, positions } from './documentArbitraries';

const lenet = lenet5.create();
const grouped = groupLayers(lenet, ['conv1', 'relu1'], { label: 'step' });
if ('problem' in grouped) throw new Error(grouped.problem.message);
const document = applyEdit(lenet, grouped.edit).document;
const text = serialiseBlock(document, 'block1');

function read(kept: string): OwnBlock {
  const parsed = parseBlock(kept);
  if ('problem' in parsed) throw new Error(parsed.problem.message);
  return parsed;
}

it('a block comes back from its text collapsed, and under another name if it was renamed', () => {
  fc.assert(
    fc.property(documents, (network) => {
      for (const block of network.blocks.filter(({ parent }) => parent === null)) {
        const own = read(serialiseBlock(network, block.id));
        expect(own.block).toEqual({ ...block, collapsed: true });
        const renamed = read(serialiseBlock(own.clipping, own.block.id, 'other'));
        expect(renamed.block).toEqual({ ...own.block, label: 'other' });
        expect(renamed.clipping.nodes).toEqual(own.clipping.nodes);
      }
    }),
  );
});

it('a block goes on free ground with its card where it was dropped, and undoing that is exact', () => {
  fc.assert(
    fc.property(documents, positions, (network, position) => {
      const result = insertBlock(network, read(text), { position });
      if ('problem' in result) throw new Error(result.problem.message);
      const { document: after, inverse } = applyEdit(network, result.edit);
      expect(parseProject(serialiseProject(after))).toEqual({ document: after });
      expect(applyEdit(after, inverse).document).toEqual(network);
    }),
  );
  const result = insertBlock({ ...lenet, nodes: [], edges: [] }, read(text), { position: { x: 300, y: 70 } });
  if ('problem' in result) throw new Error(result.problem.message);
  const empty = { ...lenet, nodes: [], edges: [] };
  expect(applyEdit(empty, result.edit).document.blocks[0]?.position).toEqual({ x: 300, y: 70 });
});

it('a block on a connection is inserted there', () => {
  const edge = { from: 'pool1', to: 'conv2', input: 0 };
  const result = insertBlock(lenet, read(text), { position: { x: 0, y: 0 }, edge });
  if ('problem' in result) throw new Error(result.problem.message);
  const after = applyEdit(lenet, result.edit).document;
  expect(after.edges).not.toContainEqual(edge);
  const [conv, relu] = result.ids;
  expect(after.edges).toContainEqual({ from: 'pool1', to: conv, input: 0 });
  expect(after.edges).toContainEqual({ from: relu, to: 'conv2', input: 0 });
  expect(analyse(after).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(after.blocks).toHaveLength(1);
});

it.each([
  ['nothing', '', 'The file holds no block.'],
  ['a web page', '<html></html>', 'The file holds no block.'],
  ['layers that are in no block', serialiseLayers(lenet, ['conv1', 'relu1']), 'The file holds no block.'],
  [
    'layers of which one is outside',
    serialiseLayers(document, ['conv1', 'relu1', 'pool1']),
    'The file holds no block.',
  ],
  ['a broken block', text.replace('"parent":null', '"parent":"block1"'), 'Block "block1" is inside itself.'],
  ['an unknown layer', text.replace('"kind":"relu"', '"kind":"capsule"'), /of the kind "capsule"/],
])('a file that holds %s gives a sentence', (_case, kept, message) => {
  const parsed = parseBlock(kept);
  if (!('problem' in parsed)) throw new Error('The file was read.');
  expect(parsed.problem.message).toMatch(message);
  expect(parsed.problem.advice).toMatch(/\.$/);
});
