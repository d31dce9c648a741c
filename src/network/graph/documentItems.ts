import type { Block, LayerNode, NetworkDocument, Note, Position } from './document';

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
export function setBlocks(nodes: readonly LayerNode[], wanted: ReadonlyMap<string, string | null>) {
  return setOnLayers(nodes, wanted, {
    read: ({ block }) => block ?? null,
    write: (node, block) => withOptions({ ...node, block: block ?? undefined }),
  });
}

/** Layers frozen or not as is wanted, and what they were. Throws where one isn't there. */
export function setFrozen(nodes: readonly LayerNode[], wanted: ReadonlyMap<string, boolean>) {
  return setOnLayers(nodes, wanted, {
    read: ({ frozen }) => frozen ?? false,
    write: (node, frozen) => withOptions({ ...node, frozen }),
  });
}

/** Layers with the learning-rate factors that are wanted, and those that they had. Throws where one isn't there. */
export function setFactors(nodes: readonly LayerNode[], wanted: ReadonlyMap<string, number>) {
  return setOnLayers(nodes, wanted, {
    read: ({ learningRateFactor }) => learningRateFactor ?? 1,
    write: (node, learningRateFactor) => withOptions({ ...node, learningRateFactor }),
  });
}

/** What a layer may have and need not, each absent where it says nothing, in the order that it is written in. */
export function withOptions({ block, frozen, learningRateFactor, ...layer }: WithLooseOptions): LayerNode {
  return {
    ...layer,
    ...(block !== undefined && { block }),
    ...(frozen === true && { frozen }),
    ...(learningRateFactor !== undefined && learningRateFactor !== 1 && { learningRateFactor }),
  };
}

type Options = Pick<LayerNode, 'block' | 'frozen' | 'learningRateFactor'>;
type WithLooseOptions = Omit<LayerNode, keyof Options> & {
  readonly [Option in keyof Options]: Options[Option] | undefined;
};

function setOnLayers<Value>(
  nodes: readonly LayerNode[],
  wanted: ReadonlyMap<string, Value>,
  { read, write }: { read: (node: LayerNode) => Value; write: (node: LayerNode, value: Value) => LayerNode },
): { readonly nodes: readonly LayerNode[]; readonly before: Readonly<Record<string, Value>> } {
  const found = new Map(nodes.map((node) => [node.id, node]));
  const before = [...wanted.keys()].map((id) => [id, read(found.get(id) ?? find(nodes, id).item)] as const);
  return {
    nodes: nodes.map((node) => {
      const value = wanted.get(node.id);
      return value === undefined ? node : write(node, value);
    }),
    before: Object.fromEntries(before),
  };
}

/** A document with these notes, its parts in one order whether it had notes before or not. */
export function withNotes(document: NetworkDocument, notes: readonly Note[]): NetworkDocument {
  const { notes: _before, startingWeights, ...others } = document;
  return {
    ...others,
    ...(notes.length > 0 && { notes }),
    ...(startingWeights !== undefined && { startingWeights }),
  };
}

/** A document whose normalisations and activations are tags or have cards. */
export function withTags(
  { tagged: _before, ...document }: NetworkDocument,
  tagged: boolean,
): NetworkDocument {
  const { startingWeights, ...others } = document;
  return {
    ...others,
    ...(tagged && { tagged }),
    ...(startingWeights !== undefined && { startingWeights }),
  };
}

/** A layer, block or note and its place in the document. Throws where it isn't there. */
export function find<Item extends LayerNode | Block | Note>(
  items: readonly Item[],
  id: string,
): { readonly item: Item; readonly index: number } {
  const index = items.findIndex((candidate) => candidate.id === id);
  const item = items[index];
  if (item === undefined) throw new Error(`There is no layer, block or note "${id}" to edit.`);
  return { item, index };
}
