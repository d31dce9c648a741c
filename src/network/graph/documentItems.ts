import type { Block, LayerNode, Position } from './document';

/** Layers or blocks at new positions, and the positions that they had. Throws where one isn't there. */
export function move<Item extends LayerNode | Block>(
  items: readonly Item[],
  positions: Readonly<Record<string, Position>>,
): { readonly moved: readonly Item[]; readonly before: Readonly<Record<string, Position>> } {
  const wanted = new Map(Object.entries(positions));
  if (wanted.size === 0) return { moved: items, before: {} };
  const found = new Map(items.filter(({ id }) => wanted.has(id)).map((item) => [item.id, item.position]));
  const before = [...wanted.keys()].map(
    (id) => [id, found.get(id) ?? find(items, id).item.position] as const,
  );
  return {
    moved: items.map((item) => {
      const position = wanted.get(item.id);
      return position === undefined ? item : { ...item, position };
    }),
    before: Object.fromEntries(before),
  };
}

/** Layers in the blocks that are wanted, and the blocks that they were in (null: none). Throws where one isn't there. */
export function setBlocks(
  nodes: readonly LayerNode[],
  wanted: ReadonlyMap<string, string | null>,
): { readonly nodes: readonly LayerNode[]; readonly before: Readonly<Record<string, string | null>> } {
  const found = new Map(nodes.map((node) => [node.id, node]));
  const before = [...wanted.keys()].map((id) => [id, (found.get(id) ?? find(nodes, id).item).block ?? null]);
  return {
    nodes: nodes.map((node) => {
      const block = wanted.get(node.id);
      if (block === undefined) return node;
      const { block: _before, ...layer } = node;
      return block === null ? layer : { ...layer, block };
    }),
    before: Object.fromEntries(before),
  };
}

/** A layer or block and its place in the document. Throws where it isn't there. */
export function find<Item extends LayerNode | Block>(
  items: readonly Item[],
  id: string,
): { readonly item: Item; readonly index: number } {
  const index = items.findIndex((candidate) => candidate.id === id);
  const item = items[index];
  if (item === undefined) throw new Error(`There is no layer or block "${id}" to edit.`);
  return { item, index };
}
