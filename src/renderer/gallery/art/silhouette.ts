import type { Analysis, NodeAnalysis } from '../../../network/analysis/analysis';
import type { LayerCategory } from '../../../network/layers/defineLayer';
import { layerKind } from '../../../network/layers/registry';
import type { ProjectPortrait } from '../../../protocol/projectPortrait';
import type { MainPath } from '../mainPath';

/** A network as papers draw it: its feature maps in a row, and the shortcuts that lead around some of them. */
export type Silhouette = ProjectPortrait['silhouette'];
export type Slab = Silhouette['slabs'][number];
/** What a slab stands for, which settles its colour. */
export type SlabTone = Slab['tone'];

interface PlacedSlab extends Slab {
  /** Index of its layer on the main path. */
  readonly place: number;
}

/** The silhouette of the network that has this path, from its shapes alone. */
export function silhouette(path: MainPath, analysis: Analysis): Silhouette {
  const slabs = placeSlabs(path, analysis);
  const sums = path.returns.filter(({ to }) => kindAt(path, to)?.kind === 'add');
  const arcs = sums.flatMap(({ from, to }) => {
    const first = slabs.findIndex(({ place }) => place > from);
    const last = slabs.findLastIndex(({ place }) => place < to);
    return first === -1 || first > last ? [] : [{ first, last, through: passed(path, to) }];
  });
  return {
    slabs: slabs.map(({ tone, extent, channels }) => ({ tone, extent, channels })),
    arcs,
    skips: new Set(sums.map(({ to }) => to)).size,
  };
}

/** The category of the layer on a shortcut that says most: any that is no normalisation. */
function passed({ ids, wiring }: MainPath, sum: number): LayerCategory | null {
  const onPath = new Set(ids);
  const seen = new Set<string>();
  let layer = wiring.incoming(ids[sum] ?? '').find(({ from }) => from !== ids[sum - 1])?.from;
  let found: LayerCategory | null = null;
  while (layer !== undefined && !onPath.has(layer) && !seen.has(layer)) {
    seen.add(layer);
    const node = wiring.nodes.get(layer);
    const category = node === undefined ? null : layerKind(node.kind).category;
    if (found === null || found === 'normalization') found = category;
    layer = wiring.incoming(layer)[0]?.from;
  }
  return found;
}

function placeSlabs(path: MainPath, analysis: Analysis): readonly PlacedSlab[] {
  let slabs: PlacedSlab[] = [];
  path.ids.forEach((id, place) => {
    const node = analysis.nodes.get(id);
    const tone = toneAt(path, place);
    if (node === undefined || tone === null) return;
    if (tone === 'block') {
      const fork = Math.min(...path.returns.filter(({ to }) => to === place).map(({ from }) => from));
      slabs = slabs.filter((slab) => slab.place <= fork);
    }
    const maps = mapsOf(node);
    if (maps !== null) slabs.push({ place, tone, ...maps });
  });
  return slabs;
}

function toneAt(path: MainPath, place: number): SlabTone | null {
  const kind = kindAt(path, place);
  if (kind === null) return null;
  if (kind.kind === 'concat') return path.returns.some(({ to }) => to === place) ? 'block' : null;
  if (kind.category === 'convolution' || kind.category === 'pooling') return kind.category;
  return kind.category === 'core' && kind.inputs !== 'none' && kind.terminal !== true ? 'dense' : null;
}

function kindAt(path: MainPath, place: number) {
  const node = path.wiring.nodes.get(path.ids[place] ?? '');
  return node === undefined ? null : layerKind(node.kind);
}

function mapsOf({ outputShape }: NodeAnalysis): { extent: number; channels: number } | null {
  if (outputShape === null) return null;
  const [first = 1, , channels] = outputShape;
  return channels === undefined ? { extent: 1, channels: first } : { extent: first, channels };
}
