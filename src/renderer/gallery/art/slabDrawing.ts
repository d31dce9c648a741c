import type { LayerCategory } from '../../../network/layers/defineLayer';
import type { Silhouette, Slab, SlabTone } from './silhouette';

/** Neighbouring slabs of one colour: the paths of their right sides, tops and fronts. */
export interface SlabRun {
  /** Index of its first slab. */
  readonly start: number;
  readonly tone: SlabTone;
  readonly sides: string;
  readonly tops: string;
  readonly fronts: string;
}

export interface SlabDrawing {
  readonly runs: readonly SlabRun[];
  /** Path of all shortcuts. */
  readonly arcs: string;
  readonly arcWidth: number;
  /** What shortcuts pass on their way: a dot at the top of each. */
  readonly dots: readonly { readonly x: number; readonly y: number; readonly category: LayerCategory }[];
}

interface Frame {
  readonly width: number;
  readonly height: number;
  /** Most that a slab's usual width is stretched by, where there is room. */
  readonly stretch: number;
}

interface PlacedSlab {
  readonly slab: Slab;
  readonly x: number;
  readonly width: number;
  readonly height: number;
  /** How far its back is shifted to the right and up. */
  readonly right: number;
  readonly up: number;
}

/** Exponent that keeps 224 and 7 in one picture. */
const flattening = 0.4;
/** Room for the shortcuts above the tallest slab, in px. */
const headroom = 16;
/** Above the lower edge, in px. */
const baseline = 2;

/** A silhouette as paths in a frame: slabs stand in a row, seen from the front right while there is room for depth. */
export function drawSlabs(silhouette: Silhouette, frame: Frame): SlabDrawing {
  const placed = placeSlabs(silhouette.slabs, frame);
  const ground = frame.height - baseline;
  const arcs = silhouette.arcs.map(({ first, last, through }) => ({
    through,
    ...arc(placed.slice(first, last + 1), ground),
  }));
  return {
    runs: runsOf(placed).map(({ start, tone, run }) => ({
      start,
      tone,
      sides: run.map((slab) => side(slab, ground)).join(''),
      tops: run.map((slab) => top(slab, ground)).join(''),
      fronts: run.map((slab) => front(slab, ground)).join(''),
    })),
    arcs: arcs.map(({ path }) => path).join(''),
    dots: arcs.flatMap(({ through, x, y }) => (through === null ? [] : [{ x, y, category: through }])),
    arcWidth: silhouette.slabs.length > 90 ? 1.1 : 1.6,
  };
}

function placeSlabs(slabs: readonly Slab[], { width, height, stretch }: Frame): readonly PlacedSlab[] {
  const largest = Math.max(1, ...slabs.map(({ extent }) => extent));
  const heightOf = (slab: Slab) => slabHeight(slab, largest, height);
  const depth = slabs.length < 26 ? 0.3 : slabs.length < 40 ? 0.22 : 0;
  const backShift = (height - headroom) * 0.84 * depth * 0.85;
  const room = width - backShift - 6;
  const gaps = Math.max(1, slabs.length - 1);
  const gap = Math.min(gapAmong(slabs.length), (room * 0.5) / gaps);
  const usual = slabs.map(usualWidth);
  const total = usual.reduce((sum, value) => sum + value, 0);
  const scale = Math.min((room - gap * gaps) / Math.max(1, total), stretch);
  let x = (width - total * scale - gap * gaps - backShift * 0.6) / 2;
  return slabs.map((slab, index) => {
    const own = (usual[index] ?? 0) * scale;
    const tall = heightOf(slab);
    const back = slab.extent === 1 ? 0 : tall * depth;
    const placed = { slab, x, width: own, height: tall, right: back * 0.85, up: back * 0.6 };
    x += own + gap;
    return placed;
  });
}

function slabHeight({ tone, extent, channels }: Slab, largest: number, height: number): number {
  if (extent > 1) return Math.max(5, (height - headroom) * 0.84 * (extent / largest) ** flattening);
  return tone === 'dense' ? Math.min(height * 0.62, 8 + Math.log2(channels) * 3.2) : 7;
}

function usualWidth({ tone, channels }: Slab): number {
  if (tone === 'dense') return 3;
  return tone === 'pooling' ? 2 : Math.max(1.4, 0.62 * channels ** 0.42);
}

function gapAmong(slabs: number): number {
  if (slabs < 26) return 4;
  if (slabs < 60) return 2.4;
  return slabs < 110 ? 1.1 : 0.7;
}

function runsOf(placed: readonly PlacedSlab[]) {
  const runs: { readonly start: number; readonly tone: SlabTone; readonly run: PlacedSlab[] }[] = [];
  placed.forEach((slab, start) => {
    const { tone } = slab.slab;
    const last = runs.at(-1);
    if (last?.tone === tone) last.run.push(slab);
    else runs.push({ start, tone, run: [slab] });
  });
  return runs;
}

function front({ x, width, height }: PlacedSlab, ground: number): string {
  return `M${px(x)} ${px(ground - height)}h${px(width)}V${px(ground)}h${px(-width)}z`;
}

function top({ x, width, height, right, up }: PlacedSlab, ground: number): string {
  if (up === 0) return '';
  return `M${px(x)} ${px(ground - height)}l${px(right)} ${px(-up)}h${px(width)}l${px(-right)} ${px(up)}z`;
}

function side({ x, width, height, right, up }: PlacedSlab, ground: number): string {
  if (up === 0) return '';
  return `M${px(x + width)} ${px(ground - height)}l${px(right)} ${px(-up)}v${px(height)}l${px(-right)} ${px(up)}z`;
}

/** Over the slabs that a shortcut leads around, from the middle of the first to the middle of the last, and its top. */
function arc(around: readonly PlacedSlab[], ground: number): { path: string; x: number; y: number } {
  const [first, last] = [around[0], around.at(-1)];
  if (first === undefined || last === undefined) return { path: '', x: 0, y: 0 };
  const [start, end] = [first.x + first.width * 0.4, last.x + last.width * 0.75];
  const y = ground - Math.max(...around.map(({ height, up }) => height + up)) - 2;
  const rise = Math.max(5, Math.min(15, (end - start) * 0.62));
  const handles = `C${px(start)} ${px(y - rise)} ${px(end)} ${px(y - rise)} ${px(end)} ${px(y)}`;
  // A cubic curve reaches three quarters of its handles' height.
  return { path: `M${px(start)} ${px(y)}${handles}`, x: (start + end) / 2, y: y - rise * 0.75 };
}

function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}
