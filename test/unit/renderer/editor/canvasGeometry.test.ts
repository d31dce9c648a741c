import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LayerNode, NetworkDocument } from '../../../../src/network/graph/document';
import { edgePath } from '../../../../src/network/graph/routing/edgePath';
import { shortcutEdges } from '../../../../src/network/graph/routing/shortcutEdges';
import { defaultConfig } from '../../../../src/network/layers/config';
import { layerKind } from '../../../../src/network/layers/registry';
import { lenet5 } from '../../../../src/network/templates/lenet5';
import { cardPlace, cardSize, drawnPosition } from '../../../../src/renderer/canvas/cardGeometry';
import { createDrawnEdges } from '../../../../src/renderer/canvas/drawnEdges';
import { createFlowEdges, edgeId } from '../../../../src/renderer/canvas/flowEdges';
import { createFlowNodes } from '../../../../src/renderer/canvas/flowNodes';
import { centreOn, mapFrame, viewOnMap } from '../../../../src/renderer/canvas/mapGeometry';
import {
  detailAt,
  isInView,
  labelScale,
  readableView,
  wholeView,
} from '../../../../src/renderer/canvas/viewport';
import { cuboid, cuboidScale } from '../../../../src/renderer/inspector/cuboidGeometry';
import { documents } from '../../graph/documentArbitraries';

test('all sizes of a card share one middle, so that edges stay level when a run begins', () => {
  const middle = (kind: string, compact: boolean) => {
    const size = cardSize(kind, compact);
    const { x, y } = drawnPosition({ x: 0, y: 0 }, size);
    return [x + size.width / 2, y + size.height / 2];
  };
  for (const kind of ['conv2d', 'add'])
    for (const compact of [false, true]) expect(middle(kind, compact)).toEqual([68, 39]);
});

test('edges run from the source’s right side to the target, without a number missing', () => {
  const place = fc.double({ min: -5000, max: 5000, noNaN: true });
  fc.assert(
    fc.property(place, place, place, place, (x1, y1, x2, y2) => {
      const size = { width: 136, height: 78 };
      const { path, middle } = edgePath({ x: x1, y: y1, ...size }, { x: x2, y: y2, ...size });
      expect(path.startsWith(`M${x1 + 136} ${y1 + 39}`)).toBe(true);
      expect(path).not.toMatch(/NaN|Infinity/);
      expect(Number.isFinite(middle.x + middle.y)).toBe(true);
    }),
  );
});

test('neighbours of a row are connected by one straight stretch', () => {
  const size = { width: 136, height: 78 };
  expect(edgePath({ x: 0, y: 0, ...size }, { x: 160, y: 0, ...size }).straight).toBe(true);
});

function layer(id: string, kind: string): LayerNode {
  return { id, kind, label: id, config: defaultConfig(layerKind(kind)), position: { x: 0, y: 0 } };
}

test('an edge is a shortcut where its source reaches the sum the long way round too', () => {
  const edge = (from: string, to: string, input = 0) => ({ from, to, input });
  const shortcut = edge('a', 'sum', 1);
  const network: NetworkDocument = {
    ...lenet5.create(),
    nodes: [layer('a', 'relu'), layer('b', 'conv2d'), layer('c', 'conv2d'), layer('sum', 'add')],
    edges: [edge('a', 'b'), edge('b', 'c'), edge('c', 'sum'), shortcut],
  };
  expect([...shortcutEdges(network.edges)]).toEqual([shortcut]);
  const branches = [edge('a', 'b'), edge('a', 'c'), edge('b', 'sum'), edge('c', 'sum', 1)];
  expect(shortcutEdges(branches).size).toBe(0);
  expect(shortcutEdges(lenet5.create().edges).size).toBe(0);
});

test('shortcuts are found as a search of every way finds them, loops and gaps included', () => {
  fc.assert(
    fc.property(documents, ({ edges }) => {
      const before = (layer: string) => edges.filter(({ to }) => to === layer).map(({ from }) => from);
      const behind = (ancestor: string, layer: string) => {
        const seen = new Set([layer]);
        for (const id of seen) for (const from of before(id)) seen.add(from);
        return seen.has(ancestor);
      };
      const expected = edges.filter(({ from, to }) =>
        before(to).some((other) => other !== from && behind(from, other)),
      );
      expect([...shortcutEdges(edges)].map(edgeId).sort()).toEqual(expected.map(edgeId).sort());
    }),
    { numRuns: 300 },
  );
});

test('only the edges that changed get a new object', () => {
  const { nodes, edges } = lenet5.create();
  const [first] = edges;
  if (first === undefined) throw new Error('LeNet-5 has edges.');
  const draw = createFlowEdges();
  const ways = createDrawnEdges();
  const before = draw(ways(nodes, edges, false), [], 'category');
  const after = draw(ways(nodes, edges, false), [first], 'category');
  expect(after.filter((edge, index) => edge !== before[index]).map(({ id }) => id)).toEqual([edgeId(first)]);
  const moved = nodes.map((node) =>
    node.id === 'output' ? { ...node, position: { x: 2000, y: 2000 } } : node,
  );
  const last = draw(ways(moved, edges, false), [first], 'category');
  expect(last.filter((edge, index) => edge !== after[index]).map(({ target }) => target)).toEqual(['output']);
  expect(draw(ways(moved, edges, false), [first], 'gradient').every(({ type }) => type === 'gradient')).toBe(
    true,
  );
});

test('the map holds every card, and a point of it leads back to the place', () => {
  const size = { width: 138, height: 80 };
  fc.assert(
    fc.property(documents, ({ nodes }) => {
      const map = mapFrame(nodes, size);
      for (const { position } of nodes) {
        const x = position.x * map.scale + map.x;
        const y = position.y * map.scale + map.y;
        expect(x).toBeGreaterThan(0);
        expect(y).toBeGreaterThan(0);
        expect(x + 136 * map.scale).toBeLessThan(size.width);
        expect(y + 78 * map.scale).toBeLessThan(size.height);
        const back = centreOn(map, { x, y });
        expect(back.x).toBeCloseTo(position.x, 6);
        expect(back.y).toBeCloseTo(position.y, 6);
      }
      const view = viewOnMap(map, { x: 0, y: 0, zoom: 1 }, { width: 100, height: 50 });
      expect(view.x).toBeCloseTo(map.x, 6);
      expect(view.width).toBeCloseTo(100 * map.scale, 6);
    }),
  );
});

test('only the cards that changed get a new node', () => {
  const { nodes } = lenet5.create();
  const draw = createFlowNodes();
  const mode = { compact: false, locked: false, crowded: false };
  const before = draw(nodes, [], mode);
  const after = draw(nodes, ['conv1'], mode);
  const changed = after.filter((node, index) => node !== before[index]);
  expect(changed.map(({ id }) => id)).toEqual(['conv1']);
});

test('cuboids of any shape have a visible size and fit the inspector', () => {
  const extent = fc.integer({ min: 1, max: 65_536 });
  const shape = fc.oneof(fc.tuple(extent), fc.tuple(extent, extent, extent));
  fc.assert(
    fc.property(shape, shape, (input, output) => {
      const scale = cuboidScale([input, output], 38);
      for (const drawn of [cuboid(input, scale), cuboid(output, scale)]) {
        expect(drawn.height).toBeGreaterThan(10);
        expect(drawn.width).toBeGreaterThan(3);
        expect(drawn.front).not.toMatch(/NaN/);
      }
    }),
  );
});

describe('view', () => {
  const frame = { width: 860, height: 700 };
  const bounds = (width: number, height: number) => ({ x: 40, y: 60, width, height });

  test('a network that fits is seen whole, at 100 % at most', () => {
    for (const extent of [bounds(136, 78), bounds(936, 378), bounds(1100, 500), bounds(1270, 640)]) {
      const view = readableView(extent, frame);
      expect(view).toEqual(wholeView(extent, frame));
      expect(view.zoom).toBeLessThanOrEqual(1);
      expect(11 * view.zoom * labelScale(view.zoom)).toBeGreaterThanOrEqual(11 - 1e-9);
      expect(isInView(extent, view, frame)).toBe(true);
    }
  });

  test('the whole of a network of many layers stays within the sides, below the choice of colours and above the map', () => {
    // Tiles have a fault's mark above them: 24 px, and 5 between.
    const [colourChoice, map, mark] = [40, 92, 29];
    const extent = fc.integer({ min: 78, max: 5000 });
    fc.assert(
      fc.property(extent, extent, (width, height) => {
        const { x, y, zoom } = wholeView(bounds(width, height), { width: 752, height: 438 });
        expect(40 * zoom + x).toBeGreaterThan(0);
        expect((40 + width) * zoom + x).toBeLessThan(752);
        expect(60 * zoom + y).toBeGreaterThan(colourChoice + (detailAt(zoom) === 'tile' ? mark : 0));
        expect((60 + height) * zoom + y).toBeLessThan(438 - map);
      }),
    );
  });

  test('a shallow canvas shows the network between its controls, or above the zoom where it is larger there', () => {
    // With 10 px beside them: choice of colours and zoom at the left, three buttons at the right.
    const [left, right, zoomControl] = [150, 122, 46];
    const narrow = { width: 512, height: 157 };
    const between = wholeView(bounds(1456, 395), narrow);
    expect(1456 * between.zoom).toBeGreaterThan(narrow.width - left - right - 20);

    const extent = fc.integer({ min: 78, max: 5000 });
    const frames = fc.record({
      width: fc.integer({ min: 420, max: 1400 }),
      height: fc.integer({ min: 150, max: 299 }),
    });
    fc.assert(
      fc.property(extent, fc.integer({ min: 78, max: 700 }), frames, (width, height, frame) => {
        const { x, y, zoom } = wholeView(bounds(width, height), frame);
        const isBetween = 40 * zoom + x > left && (40 + width) * zoom + x < frame.width - right;
        const isAbove = (60 + height) * zoom + y < frame.height - zoomControl;
        expect(isBetween || isAbove).toBe(true);
      }),
    );
  });

  test('of a larger one the beginning is seen, with labels that keep 11 px', () => {
    const extent = bounds(4000, 3000);
    const view = readableView(extent, frame);
    expect(isInView(cardPlace(extent), view, frame)).toBe(true);
    expect(isInView(extent, view, frame)).toBe(false);
    expect(11 * view.zoom * labelScale(view.zoom)).toBeGreaterThanOrEqual(11 - 1e-9);
    expect(isInView(extent, wholeView(extent, frame), frame)).toBe(true);
  });
});
