import type { LayerNode } from '../../network/graph/document';
import { layerKind } from '../../network/layers/registry';

/** Layers of a stage that belong together: a unit, or what lies between units. */
export interface StagePart {
  /** Place on the path where the unit ends; null between units. */
  readonly end: number | null;
  /** Its layers along the path. */
  readonly layers: LayerNode[];
  /** How many branches are joined at its end; 0 where none are. */
  readonly branches: number;
}

/** Longest text that a row of the table has room for, in characters. */
const longest = 22;

/** A stage in the short form of the papers' tables: `[3×3, 64] ×2`, and how often that comes. */
export function describeParts(parts: readonly StagePart[]): {
  readonly layers: string;
  readonly repeats: number;
} {
  const convolutional = parts.some((part) => part.branches > 0 || part.layers.some(isConvolution));
  const texts = parts.map((part) => describePart(part, convolutional)).filter((text) => text !== '');
  const runs = runsOf(texts);
  const [only] = runs;
  if (only !== undefined && runs.length === 1) return { layers: only.text, repeats: only.times };
  const layers = runs.map(({ text, times }) => (times === 1 ? text : `${text} ×${times}`)).join(', ');
  if (layers.length <= longest) return { layers, repeats: 1 };
  const told = parts.flatMap((part) => part.layers.filter(isConvolution));
  return { layers: `${told.length} convolutions`, repeats: 1 };
}

function describePart({ layers, branches }: StagePart, convolutional: boolean): string {
  if (branches > 0) return `${branches} branches`;
  if (!convolutional) return joinEqual(layers.filter(isTold).map(other));
  const kernels = layers.filter(isConvolution);
  const [first] = kernels;
  if (first === undefined) return '';
  if (kernels.length === 1) return convolution(first) + stride(first);
  const text = joinEqual(kernels.map(convolution));
  return text.length <= longest ? text : `[${kernels.map(kernel).join(' ')}, ${filters(kernels.at(-1))}]`;
}

function isConvolution({ kind }: LayerNode): boolean {
  return layerKind(kind).category === 'convolution';
}

function isTold({ kind }: LayerNode): boolean {
  const { category } = layerKind(kind);
  return category === 'pooling' || category === 'core';
}

function convolution(layer: LayerNode): string {
  const { kind, config } = layer;
  const told = kernel(layer) !== '' && filters(layer) !== '';
  return told ? `${kernel(layer)}, ${filters(layer)}` : layerKind(kind).title(config);
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
  return /average/i.test(kind) ? 'avg pool' : layerKind(kind).title(config).toLowerCase();
}

/** `3×3, 64` twice is `[3×3, 64] ×2`, and `4096` twice `4096 ×2`. */
function joinEqual(texts: readonly string[]): string {
  const bracketed = (text: string) => (text.includes(',') ? `[${text}]` : text);
  return runsOf(texts)
    .map(({ text, times }) => (times === 1 ? text : `${bracketed(text)} ×${times}`))
    .join(', ');
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
