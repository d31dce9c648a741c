import type { LayerNode } from '../../network/graph/document';
import type { LayerCategory } from '../../network/layers/defineLayer';
import { layerKind } from '../../network/layers/registry';
import { t } from '../language/t';

/** Layers of a stage that belong together: a unit, or what lies between units. */
export interface StagePart {
  /** Place on the path where the unit ends; null between units. */
  readonly end: number | null;
  /** Its layers along the path. */
  readonly layers: LayerNode[];
  /** How many branches are joined at its end, and to how many channels; null where none are. */
  readonly joined: { readonly branches: number; readonly channels: number } | null;
}

/** Longest text that a row of the table has room for, in characters. */
const longest = 22;

/**
 * A stage in the short form of the papers' tables: `[3×3, 64] ×2`, and how often that comes. Of a stage of maps with
 * convolutions nothing else is told.
 */
export function describeParts(
  parts: readonly StagePart[],
  ofMaps: boolean,
): { readonly layers: string; readonly repeats: number } {
  const convolves =
    ofMaps && parts.some(({ joined, layers }) => joined !== null || layers.some(isConvolution));
  const texts = parts.map((part) => describePart(part, convolves)).filter((text) => text !== '');
  const runs = runsOf(texts);
  const [only] = runs;
  if (only !== undefined && runs.length === 1) return { layers: only.text, repeats: only.times };
  const layers = runs.map(({ text, times }) => (times === 1 ? text : `${text} ×${times}`)).join('; ');
  if (layers.length <= longest) return { layers, repeats: 1 };
  const told = parts.flatMap((part) => part.layers.filter(isConvolution));
  return { layers: t`${told.length} convolutions`, repeats: 1 };
}

function describePart({ end, layers, joined }: StagePart, convolves: boolean): string {
  if (joined !== null) return t`${joined.branches} branches, ${joined.channels}`;
  if (!convolves) return joinEqual(toldOf(layers).map((layer) => convolution(layer) ?? other(layer)));
  const kernels = layers.filter(isConvolution);
  const [first] = kernels;
  if (first === undefined) return '';
  if (kernels.length === 1) return named(first) + stride(first);
  const text = joinEqual(kernels.map(named));
  if (text.length <= longest) return text;
  if (end !== null) return `[${kernels.map(kernel).join(' ')}, ${filters(kernels.at(-1))}]`;
  const alike = kernels.every((layer) => kernel(layer) === kernel(first));
  return alike ? `${kernel(first)}, ${joinEqual(kernels.map(filters))}` : text;
}

/** What is worth telling: layers with a kernel and pooling; where there are none, all but activations. */
function toldOf(layers: readonly LayerNode[]): readonly LayerNode[] {
  const categories = (...wanted: readonly LayerCategory[]) =>
    layers.filter(({ kind }) => wanted.includes(layerKind(kind).category));
  const told = categories('convolution', 'pooling', 'core');
  return told.length > 0 ? told : categories('normalization');
}

function isConvolution({ kind }: LayerNode): boolean {
  return layerKind(kind).category === 'convolution';
}

function named(layer: LayerNode): string {
  return convolution(layer) ?? layerKind(layer.kind).title(layer.config);
}

/** Null for a layer without a kernel and filters. */
function convolution(layer: LayerNode): string | null {
  return kernel(layer) === '' || filters(layer) === '' ? null : `${kernel(layer)}, ${filters(layer)}`;
}

function kernel({ config: { kernelSize } }: LayerNode): string {
  return Array.isArray(kernelSize) ? kernelSize.join('×') : '';
}

function filters(layer: LayerNode | undefined): string {
  const count = layer?.config['filters'];
  return typeof count === 'number' ? String(count) : '';
}

function stride({ config: { strides } }: LayerNode): string {
  const [first = 1] = Array.isArray(strides) ? strides : [];
  return first === 1 ? '' : ` /${first}`;
}

function other({ kind, config }: LayerNode): string {
  const { units } = config;
  if (typeof units === 'number') return String(units);
  if (/average/i.test(kind)) return t`avg pool`;
  const title = layerKind(kind).title(config);
  return /^[A-Z]{2}/.test(title) ? title : title.toLowerCase();
}

/** `3×3, 64` twice is `[3×3, 64] ×2`, and `4096` twice `4096 ×2`. */
function joinEqual(texts: readonly string[]): string {
  const bracketed = (text: string) => (text.includes(',') ? `[${text}]` : text);
  return runsOf(texts)
    .map(({ text, times }) => (times === 1 ? text : `${bracketed(text)} ×${times}`))
    .join(texts.some((text) => text.includes(',')) ? '; ' : ', ');
}

function runsOf(texts: readonly string[]): readonly { readonly text: string; readonly times: number }[] {
  const runs: { readonly text: string; times: number }[] = [];
  for (const text of texts) {
    const last = runs.at(-1);
    if (last?.text === text) last.times += 1;
    else runs.push({ text, times: 1 });
  }
  return runs;
}
