import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, parseLayers, serialiseLayers } from '../../../src/network/graph/clipping';
import type { LayerNode, NetworkDocument } from '../../../src/network/graph/document';
import { applyEdit } from '../../../src/network/graph/edits';
import { copyOffset, duplicateLayers, pasteLayers } from '../../../src/network/graph/paste';
import { parseProject, serialiseProject } from '../../../src/network/graph/projectFile';
import { projectLimits } from '../../../src/network/graph/projectSchema';
import { lenet5 } from '../../../src/network/templates/lenet5';
import { documents } from './documentArbitraries';

/** The document after pasting, and the layers that came with it. */
function pasted(document: NetworkDocument, from: NetworkDocument) {
  const result = pasteLayers(document, from, { offset: copyOffset });
  if ('problem' in result) throw new Error(result.problem.message);
  const after = applyEdit(document, result.edit).document;
  return { after, ids: result.ids };
}

const someIds = (document: NetworkDocument, mask: readonly boolean[]) =>
  document.nodes.filter((_, index) => mask[index] === true).map(({ id }) => id);

describe('pasting', () => {
  it('keeps ids and names unique, the wiring whole, and what was there as it was', () => {
    fc.assert(
      fc.property(documents, documents, (document, from) => {
        const { after, ids } = pasted(document, from);
        expect(new Set(after.nodes.map(({ id }) => id)).size).toBe(after.nodes.length);
        const added = after.nodes.slice(document.nodes.length);
        for (const { label } of added)
          expect(
            after.nodes.filter((node) => node.label === label && !from.nodes.includes(node)),
          ).toHaveLength(1);
        expect(after.nodes.slice(0, document.nodes.length)).toEqual(document.nodes);
        expect(after.edges.slice(0, document.edges.length)).toEqual(document.edges);

        const idOf = new Map(from.nodes.map((node, index) => [node.id, ids[index]]));
        expect(added.map(({ id }) => id)).toEqual(ids);
        expect(after.edges.slice(document.edges.length)).toEqual(
          from.edges.map((edge) => ({ ...edge, from: idOf.get(edge.from), to: idOf.get(edge.to) })),
        );
        const groupOf = new Map(
          from.blocks.map(({ id }, index) => [id, after.blocks[document.blocks.length + index]?.id]),
        );
        expect(after.blocks.slice(0, document.blocks.length)).toEqual(document.blocks);
        expect(new Set(after.blocks.map(({ id }) => id)).size).toBe(after.blocks.length);
        expect(added.map(({ block }) => block)).toEqual(
          from.nodes.map(({ block }) => (block === undefined ? undefined : groupOf.get(block))),
        );
        const settings = ({ kind, config, frozen, learningRateFactor }: LayerNode) => ({
          kind,
          config,
          frozen,
          learningRateFactor,
        });
        expect(added.map(settings)).toEqual(from.nodes.map(settings));
      }),
      { numRuns: 200 },
    );
  });

  it('gives a document that a file can hold', () => {
    fc.assert(
      fc.property(documents, documents, (document, from) => {
        const { after } = pasted(document, from);
        expect(parseProject(serialiseProject(after))).toEqual({ document: after });
      }),
    );
    const far = { ...lenet5.create() };
    const edge = { ...far, nodes: far.nodes.map((node) => ({ ...node, position: { x: 1e7, y: -1e7 } })) };
    const { after } = pasted(edge, edge);
    expect(parseProject(serialiseProject(after))).toEqual({ document: after });
  });

  it('keeps names that are free, and counts on where they are taken', () => {
    const document = lenet5.create();
    const empty = { ...document, nodes: [], edges: [] };
    const conv1 = { ...document, ...clip(document, ['conv1']) };
    expect(pasted(empty, document).after.nodes.map(({ label }) => label)).toEqual(
      document.nodes.map(({ label }) => label),
    );
    expect(pasted(document, conv1).after.nodes.at(-1)).toMatchObject({ id: 'conv3', label: 'conv3' });
    const stem = { ...conv1, nodes: conv1.nodes.map((node) => ({ ...node, id: 'a', label: 'stem' })) };
    const once = pasted(document, stem).after;
    expect(pasted(once, stem).after.nodes.at(-1)?.label).toBe('stem2');
  });

  it('moves on until no card lies exactly on another', () => {
    let document = lenet5.create();
    for (let copies = 0; copies < 3; copies += 1) document = pasted(document, lenet5.create()).after;
    const places = document.nodes.map(({ position }) => `${position.x} ${position.y}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('refuses more layers than a project may have', () => {
    const document = lenet5.create();
    const [first] = document.nodes;
    if (first === undefined) throw new Error('LeNet-5 has layers.');
    const many = Array.from({ length: projectLimits.nodes }, (_, index) => ({ ...first, id: `n${index}` }));
    const result = pasteLayers(document, { nodes: many, edges: [], blocks: [] }, { offset: 0 });
    expect(result).toMatchObject({ problem: { message: /more than 20,000 layers or blocks/ } });
  });
});

describe('duplicating', () => {
  it('copies the chosen layers with the connections among them, beside the originals', () => {
    const document = lenet5.create();
    const result = duplicateLayers(document, ['conv1', 'relu1', 'fc1']);
    if ('problem' in result) throw new Error(result.problem.message);
    const { nodes, edges } = applyEdit(document, result.edit).document;
    expect(result.edit.label).toBe('Duplicate 3 layers');
    expect(result.ids).toEqual(['conv3', 'relu5', 'fc4']);
    expect(edges.slice(document.edges.length)).toEqual([{ from: 'conv3', to: 'relu5', input: 0 }]);
    const original = document.nodes.find(({ id }) => id === 'conv1')?.position;
    const copy = nodes.find(({ id }) => id === 'conv3')?.position;
    expect(copy).toEqual({ x: (original?.x ?? 0) + copyOffset, y: (original?.y ?? 0) + copyOffset });
  });
});

describe('layers as text', () => {
  it('come back exactly as they were copied', () => {
    fc.assert(
      fc.property(documents, fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }), (document, mask) => {
        const ids = someIds(document, mask);
        const text = serialiseLayers(document, ids);
        const expected = ids.length === 0 ? null : clip(document, ids);
        const result = parseLayers(`  ${text.replaceAll('\n', '\r\n')}\n`);
        if (expected === null) expect(result).toHaveProperty('problem');
        else expect(result).toEqual({ layers: expected });
      }),
    );
  });

  it('may be those of a whole project', () => {
    const { nodes, edges, blocks } = lenet5.create();
    expect(parseLayers(serialiseProject(lenet5.create()))).toEqual({ layers: { nodes, edges, blocks } });
  });

  const clipping = serialiseLayers(lenet5.create(), ['conv1', 'relu1']);
  it.each([
    ['nothing', ''],
    ['a sentence', 'Meet me at 5.'],
    ['a number', '5'],
    ['a list', '[]'],
    ['other JSON', '{"a": 1}'],
    ['half of it', clipping.slice(0, -20)],
    ['another format', clipping.replace('layerwise-layers', 'layerwise-weights')],
    ['a layer kind that is unknown', clipping.replace('"conv2d"', '"conv9d"')],
    ['a setting beyond its limits', clipping.replace(/"filters":\d+/, '"filters":1e9')],
    ['a connection to a layer that is not there', clipping.replace('"to":"relu1"', '"to":"relu9"')],
    ['the same layer twice', clipping.replaceAll('"relu1"', '"conv1"')],
    ['a prototype', clipping.replace('"config":{', '"config":{"__proto__":{},')],
    ['a newer version', clipping.replace(/"version": \d+/, '"version": 999')],
    ['brackets without end', `{"format":"layerwise-layers","nodes":${'['.repeat(100_000)}`],
    ['megabytes', `{"format":"layerwise-layers","nodes":"${'x'.repeat(17 * 1024 * 1024)}"}`],
  ])('%s is refused in words', (_, text) => {
    const result = parseLayers(text);
    if (!('problem' in result)) throw new Error('It was read.');
    expect(result.problem.message).toMatch(/\.$/);
    expect(result.problem.advice).toMatch(/\.$/);
  });
});
