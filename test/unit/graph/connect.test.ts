import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderNodes } from '../../../src/network/analysis/order';
import { checkConnection } from '../../../src/network/graph/connect';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { applyEdit } from '../../../src/network/graph/edits';
import { followers } from '../../../src/network/graph/followers';
import { addLayer, addLayerBefore, connectLayers } from '../../../src/network/graph/layerEdits';
import { possibleEnds } from '../../../src/network/graph/possibleEnds';
import { reconnectLayers, withoutConnection } from '../../../src/network/graph/reconnect';
import { wire } from '../../../src/network/graph/wiring';
import { layerKinds } from '../../../src/network/layers/registry';
import { lenet5 } from '../../../src/network/templates/lenet5';
import { documents } from './documentArbitraries';

const cyclesOf = (document: NetworkDocument) => orderNodes(document, wire(document)).cycles;

/** LeNet-5 with an Add on the side that takes conv1. */
function withAdd(): NetworkDocument {
  const document = lenet5.create();
  return applyEdit(document, addLayer(document, 'add', { x: 0, y: 500 }, 'conv1').edit).document;
}

describe('a connection', () => {
  it.each([
    ['conv1', 'conv1', "conv1 can't be its own input.", /one way/],
    ['output', 'conv1', 'output ends the network, so nothing can follow it.', /in front of output/],
    [
      'fc1',
      'input',
      'input takes no input: it is where the images come in.',
      /Start the connection at input/,
    ],
    ['conv1', 'relu1', 'conv1 is connected to relu1 already.', /Choose another layer/],
    [
      'pool2',
      'conv1',
      'conv1 comes before pool2, so this connection would close a loop.',
      /Connect conv1 to pool2/,
    ],
    ['conv1', 'nobody', 'One of the two layers is not there any more.', /Choose two layers/],
  ])('from %s to %s is refused with advice', (from, to, message, advice) => {
    const document = lenet5.create();
    expect(checkConnection(document, from, to)).toEqual({
      allowed: false,
      message,
      advice: expect.stringMatching(advice),
    });
    expect(connectLayers(document, from, to)).toEqual({ message, advice: expect.stringMatching(advice) });
  });

  it('replaces the only input of a layer that takes one', () => {
    expect(checkConnection(lenet5.create(), 'conv1', 'pool1')).toEqual({
      allowed: true,
      edge: { from: 'conv1', to: 'pool1', input: 0 },
      replaces: { from: 'relu1', to: 'pool1', input: 0 },
    });
  });

  it('takes the lowest free input of a layer that takes many', () => {
    const document = withAdd();
    expect(checkConnection(document, 'relu1', 'add1')).toEqual({
      allowed: true,
      edge: { from: 'relu1', to: 'add1', input: 1 },
      replaces: null,
    });
    const gap = {
      ...document,
      edges: document.edges.map((edge) => (edge.to === 'add1' ? { ...edge, input: 1 } : edge)),
    };
    expect(checkConnection(gap, 'relu1', 'add1')).toMatchObject({ edge: { input: 0 } });
  });

  it('that is allowed closes no loop, whatever the network, and every refusal is two sentences', () => {
    fc.assert(
      fc.property(documents, fc.nat(), fc.nat(), (document, first, second) => {
        const from = document.nodes[first % document.nodes.length]?.id ?? 'nobody';
        const to = document.nodes[second % document.nodes.length]?.id ?? 'nobody';
        const check = checkConnection(document, from, to);
        if (!check.allowed) {
          expect(check.message).toMatch(/\.$/);
          expect(check.advice).toMatch(/\.$/);
          return;
        }
        const edit = connectLayers(document, from, to);
        if (!('changes' in edit)) throw new Error('An allowed connection was refused.');
        const connected = applyEdit(document, edit).document;
        if (cyclesOf(document).length === 0) expect(cyclesOf(connected)).toEqual([]);
        const inputs = connected.edges.filter((edge) => edge.to === to).map((edge) => edge.input);
        expect(new Set(inputs).size).toBe(inputs.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the possible ends of a connection', () => {
  it('are those that are allowed one by one, from either end', () => {
    fc.assert(
      fc.property(documents, fc.nat(), (document, choice) => {
        const node = document.nodes[choice % document.nodes.length]?.id ?? 'nobody';
        const allowed = (pair: (other: string) => readonly [string, string]) =>
          document.nodes
            .filter(({ id }) => checkConnection(document, ...pair(id)).allowed)
            .map(({ id }) => id);
        expect([...possibleEnds(document, { node, type: 'source' })]).toEqual(
          allowed((other) => [node, other]),
        );
        expect([...possibleEnds(document, { node, type: 'target' })]).toEqual(
          allowed((other) => [other, node]),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('leading a connection elsewhere', () => {
  const lenet = lenet5.create();
  const edge = { from: 'relu1', to: 'pool1', input: 0 };

  it('is one edit that takes the place of the old connection', () => {
    const edit = reconnectLayers(lenet, edge, 'conv1', 'pool1');
    if (!('changes' in edit)) throw new Error(edit.message);
    const { edges } = applyEdit(lenet, edit).document;
    expect(edges.filter(({ to }) => to === 'pool1')).toEqual([{ from: 'conv1', to: 'pool1', input: 0 }]);
    expect(edit.label).toBe('Reconnect conv1 to pool1');
  });

  it('is refused as any other connection is, and changes nothing where it leads back', () => {
    expect(reconnectLayers(lenet, edge, 'relu1', 'conv1')).toHaveProperty('advice');
    expect(reconnectLayers(lenet, edge, 'relu1', 'pool1')).toMatchObject({ changes: [] });
    expect(checkConnection(withoutConnection(lenet, edge), 'relu1', 'pool1').allowed).toBe(true);
  });
});

describe('a layer picked for the end of a connection', () => {
  it('fits first, and says what is wrong where it does not', () => {
    const behindVector = followers('source', [120]);
    const kinds = behindVector.map(({ kind }) => kind.kind);
    expect(kinds.indexOf('dense')).toBeLessThan(kinds.indexOf('conv2d'));
    expect(behindVector.find(({ kind }) => kind.kind === 'conv2d')?.problem?.advice).toMatch(/\.$/);
    expect(behindVector.find(({ kind }) => kind.kind === 'add')?.problem).toBeNull();
    expect(kinds).not.toContain('input');
    const sorted = behindVector.map(({ problem }) => problem !== null);
    expect(sorted).toEqual(sorted.toSorted());
  });

  it('is any that has the end in question', () => {
    expect(
      followers('target', null)
        .map(({ kind }) => kind.kind)
        .sort(),
    ).toEqual(
      layerKinds
        .filter(({ terminal }) => terminal !== true)
        .map(({ kind }) => kind)
        .sort(),
    );
    expect(followers('source', null).every(({ problem }) => problem === null)).toBe(true);
  });

  it('is added in front of the layer that it was picked for', () => {
    const document = withAdd();
    const { edit, id } = addLayerBefore(document, 'conv2d', { x: 0, y: 900 }, 'add1');
    const { edges } = applyEdit(document, edit).document;
    expect(edges.at(-1)).toEqual({ from: id, to: 'add1', input: 1 });
    const behindOutput = addLayerBefore(document, 'output', { x: 0, y: 900 }, 'add1');
    expect(behindOutput.edit.changes).toHaveLength(1);
  });
});
