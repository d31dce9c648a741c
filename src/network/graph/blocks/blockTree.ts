import type { Block, LayerNode, NetworkDocument } from '../document';

/** A document's blocks, indexed: what is in which. */
export interface BlockTree {
  readonly blocks: ReadonlyMap<string, Block>;
  /** The block and those around it, innermost first; none for null. */
  around(id: string | null | undefined): readonly Block[];
  /** The blocks right inside this one, or with null those at the top level, in document order. */
  inside(id: string | null): readonly Block[];
  /** This block and all blocks in it at any depth, outer ones first. */
  within(id: string): readonly Block[];
  /** All layers of the block, those of blocks in it included, in document order. */
  layers(id: string): readonly LayerNode[];
}

export function blockTree({ blocks, nodes }: Pick<NetworkDocument, 'blocks' | 'nodes'>): BlockTree {
  const byId = new Map(blocks.map((block) => [block.id, block]));
  const inside = new Map<string | null, Block[]>();
  for (const block of blocks) file(inside, block.parent, block);
  const chains = new Map<string, readonly Block[]>();
  const around = (id: string | null | undefined): readonly Block[] => {
    const block = id === null || id === undefined ? undefined : byId.get(id);
    if (block === undefined) return [];
    const known = chains.get(block.id);
    if (known !== undefined) return known;
    const chain = [block, ...around(block.parent)];
    chains.set(block.id, chain);
    return chain;
  };
  const layers = new Map<string | null, LayerNode[]>();
  for (const node of nodes) for (const { id } of around(node.block)) file(layers, id, node);
  const within = (id: string): readonly Block[] => {
    const block = byId.get(id);
    if (block === undefined) return [];
    return [block, ...(inside.get(id) ?? []).flatMap((child) => within(child.id))];
  };
  return {
    blocks: byId,
    around,
    inside: (id) => inside.get(id) ?? [],
    within,
    layers: (id) => layers.get(id) ?? [],
  };
}

/** The innermost block that all of these layers are in, or null. */
export function commonBlock(tree: BlockTree, layers: readonly LayerNode[]): string | null {
  const [first, ...others] = layers.map(({ block }) => tree.around(block));
  const common = first?.find((block) => others.every((chain) => chain.includes(block)));
  return common?.id ?? null;
}

function file<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const filed = lists.get(key);
  if (filed === undefined) lists.set(key, [item]);
  else filed.push(item);
}
