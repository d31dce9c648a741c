import type { Analysis } from '../../analysis/analysis';
import { findLayerKind } from '../../layers/registry';
import type { LayerNode, NetworkDocument } from '../document';
import { mainRoad } from './mainRoad';

/** Layers that a shortcut is to skip: it starts at `source` and is added to what leaves `last`, in front of `next`. */
export interface ResidualUnit {
  readonly source: string;
  readonly last: string;
  readonly next: string;
  /** What the unit before gives, where the shortcut starts there unless the shapes differ; else null. */
  readonly before: string | null;
}

export interface UnitChoice {
  /** Layers with a kernel that each shortcut skips. */
  readonly every: number;
  /**
   * Where the shortcut is added: before the activation that ends a unit (He et al. 2015), behind it, or in front of its
   * batch norm too, so that both belong to the next unit (full pre-activation, He et al. 2016, Identity Mappings).
   */
  readonly join: 'beforeActivation' | 'afterActivation' | 'preActivation';
  /** Only layers among these are skipped. */
  readonly selection?: ReadonlySet<string> | undefined;
}

/**
 * Divides a plain network into residual units. Left out are the first layer with a kernel (the stem), pooling, and the
 * head: all that comes behind the images, or in a network of vectors the last layer. What remains of a run of layers
 * that doesn't divide evenly stays plain.
 */
export function residualUnits(
  document: NetworkDocument,
  analysis: Analysis,
  { every, join, selection }: UnitChoice,
): readonly ResidualUnit[] {
  return candidateRuns(document, analysis, selection).flatMap(({ stretch, places }) => {
    const units: ResidualUnit[] = [];
    for (let start = 0; start + every <= places.length; start += every) {
      const [first, end] = [places[start] ?? 0, places[start + every - 1] ?? 0];
      const source = stretch[sourceOf(stretch, first)];
      const last = lastOf(stretch, end, join);
      const [from, next] = [stretch[last], stretch[last + 1]];
      if (!source || !from || !next) continue;
      const before = join === 'preActivation' ? (units.at(-1)?.last ?? null) : null;
      units.push({ source: source.id, last: from.id, next: next.id, before });
    }
    return units;
  });
}

/** As many layers as a unit of this network has by its form: three where 1×1 kernels stand on both sides of a larger one, or two. */
export function usualUnit(document: NetworkDocument, analysis: Analysis): number {
  const runs = candidateRuns(document, analysis, undefined);
  const bottlenecks = runs.some(({ stretch, places }) => {
    const [first, second, third] = places.map((place) => extentOf(analysis, stretch[place]?.id ?? ''));
    return first === 1 && third === 1 && second !== undefined && second > 1;
  });
  return bottlenecks ? 3 : 2;
}

/** Layers with kernels that follow one another without pooling between, as places on a stretch of the main road. */
interface Run {
  readonly stretch: readonly LayerNode[];
  readonly places: readonly number[];
}

function candidateRuns(
  document: NetworkDocument,
  analysis: Analysis,
  selection: ReadonlySet<string> | undefined,
): readonly Run[] {
  const road = mainRoad(document, analysis);
  const candidates = candidatesOf(road, analysis);
  const runs: Run[] = [];
  for (const stretch of road) {
    let places: number[] = [];
    for (const [place, node] of stretch.entries()) {
      if (candidates.has(node.id) && (selection?.has(node.id) ?? true)) places.push(place);
      else if (hasKernel(analysis, node.id) || endsRun(node)) {
        runs.push({ stretch, places });
        places = [];
      }
    }
    runs.push({ stretch, places });
  }
  return runs.filter(({ places }) => places.length > 0);
}

function candidatesOf(road: readonly (readonly LayerNode[])[], analysis: Analysis): ReadonlySet<string> {
  const stem = analysis.order.find((id) => hasKernel(analysis, id));
  const weighted = road.flat().filter(({ id }) => hasKernel(analysis, id));
  const onImages = weighted.filter(({ id }) => analysis.nodes.get(id)?.outputShape?.length === 3);
  const body = onImages.length > 0 ? onImages : weighted.slice(0, -1);
  return new Set(body.map(({ id }) => id).filter((id) => id !== stem));
}

function hasKernel(analysis: Analysis, id: string): boolean {
  return analysis.nodes.get(id)?.weights.some(({ decays }) => decays) ?? false;
}

/** Kernel height, or undefined where there is no kernel over an image. */
function extentOf(analysis: Analysis, id: string): number | undefined {
  const kernel = analysis.nodes.get(id)?.weights.find(({ decays }) => decays);
  return kernel?.shape.length === 4 ? kernel.shape[0] : undefined;
}

/** Pooling, and what joins or reshapes: no shortcut passes it. */
function endsRun({ kind }: LayerNode): boolean {
  if (kind === 'zeroPad2d') return false;
  const category = findLayerKind(kind)?.category;
  return category === 'pooling' || category === 'merge' || category === 'shape' || category === 'core';
}

/** The layer in front of a unit; padding belongs to the convolution behind it. */
function sourceOf(stretch: readonly LayerNode[], first: number): number {
  let source = first - 1;
  while (stretch[source]?.kind === 'zeroPad2d') source -= 1;
  return source;
}

/** The last layer of a unit whose last kernel is at `end`: normalisation behind it belongs to it, and the activation where asked for. */
function lastOf(stretch: readonly LayerNode[], end: number, join: UnitChoice['join']): number {
  const belongs = (place: number) => {
    const category = findLayerKind(stretch[place]?.kind ?? '')?.category;
    return (
      (join !== 'preActivation' && category === 'normalization') ||
      (join === 'afterActivation' && category === 'activation')
    );
  };
  let last = end;
  while (belongs(last + 1)) last += 1;
  return last;
}
