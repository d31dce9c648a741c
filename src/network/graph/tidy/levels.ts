import type { BlockTree } from '../blocks/blockTree';
import { blockKey, type VisibleItem, type VisibleItems } from '../blocks/visibleItems';
import type { LayerEdge } from '../document';
import { entrance } from './flow';

/** What is right inside an open block, or at the top level. */
export interface Level {
  /** Cards and open blocks, by the keys of visible items, in document order; null for an open block. */
  readonly children: ReadonlyMap<string, VisibleItem | null>;
  /** Connections between the children, and into them from the entrance. */
  readonly edges: readonly LayerEdge[];
  /** The children that lead out of the block. */
  readonly leading: ReadonlySet<string>;
}

interface DrawnLevel {
  readonly children: Map<string, VisibleItem | null>;
  readonly edges: LayerEdge[];
  readonly leading: Set<string>;
}

/** The levels of what is seen, by the ids of the open blocks; null is the top level. */
export function levelsOf({ items, edges }: VisibleItems, tree: BlockTree): ReadonlyMap<string | null, Level> {
  const levels = new Map<string | null, DrawnLevel>();
  const level = (block: string | null): DrawnLevel => {
    const known = levels.get(block);
    if (known !== undefined) return known;
    const drawn = { children: new Map<string, VisibleItem | null>(), edges: [], leading: new Set<string>() };
    levels.set(block, drawn);
    return drawn;
  };
  level(null);
  const paths = new Map<string, Path>();
  for (const item of items) {
    const around = tree.around(item.type === 'layer' ? item.layer.block : item.block.parent);
    const blocks = around.map(({ id }) => id).reverse();
    const path: Path = [
      ...[null, ...blocks.slice(0, -1)].slice(0, blocks.length).map((block, index) => {
        return { block, key: blockKey(blocks[index] ?? '') };
      }),
      { block: blocks.at(-1) ?? null, key: item.key },
    ];
    paths.set(item.key, path);
    for (const { block, key } of path) {
      const { children } = level(block);
      if (!children.has(key)) children.set(key, key === item.key ? item : null);
    }
  }
  for (const { from, to, edges: all } of edges) {
    const input = Math.min(...all.map((edge) => edge.input));
    addEdge(paths.get(from) ?? [], paths.get(to) ?? [], input, level);
  }
  return levels;
}

/** The way to a card from the top level: at each level the child that it is in, or is. */
type Path = readonly { readonly block: string | null; readonly key: string }[];

function addEdge(from: Path, to: Path, input: number, level: (block: string | null) => DrawnLevel): void {
  let common = 0;
  while (from[common] !== undefined && from[common]?.key === to[common]?.key) common += 1;
  const [source, target] = [from[common], to[common]];
  if (source === undefined || target === undefined) return;
  level(source.block).edges.push({ from: source.key, to: target.key, input });
  for (const { block, key } of from.slice(common + 1)) level(block).leading.add(key);
  for (const { block, key } of to.slice(common + 1))
    level(block).edges.push({ from: entrance, to: key, input });
}
