import { datasetFacts } from '../datasets/datasetFacts';
import type { FieldValue } from '../layers/fields';
import { findLayerKind } from '../layers/registry';
import type { LayerNode, NetworkDocument } from './document';
import type { Change, Edit } from './edits';
import { type Wiring, wire } from './wiring';

/** Settings that say how many values a layer gives for each class to choose from. */
const widths = ['units', 'classes', 'filters'] as const;

/** Top-5 accuracy says nothing of fewer classes. */
export const fewestForTopFive = 6;

/**
 * Makes the network take the dataset's images and tell its classes apart: the size and channels of every Input, and
 * the width of the last layer with one before each Output.
 */
export function fitToDataset(document: NetworkDocument): Edit {
  const { label, imageShape, classes } = datasetFacts(document.training.dataset);
  const [height = 1, width = 1, channels = 1] = imageShape;
  const wiring = wire(document);
  const settings = new Map<string, Readonly<Record<string, FieldValue>>>();
  for (const node of document.nodes) {
    const kind = findLayerKind(node.kind);
    if (kind?.inputs === 'none') settings.set(node.id, { height, width, channels });
    if (kind?.terminal !== true) continue;
    const last = lastWithWidth(node, wiring);
    if (last !== null) settings.set(last.node.id, { [last.width]: classes });
    if (node.config['metric'] === 'top5Accuracy' && classes < fewestForTopFive)
      settings.set(node.id, { metric: 'accuracy' });
  }
  const changes = document.nodes.flatMap((node): Change[] => {
    const wanted = Object.entries(settings.get(node.id) ?? {});
    if (wanted.every(([name, value]) => node.config[name] === value)) return [];
    return [{ type: 'setConfig', id: node.id, config: { ...node.config, ...Object.fromEntries(wanted) } }];
  });
  return { label: `Fit network to ${label}`, changes };
}

/** A layer, and the setting that says how many values it gives. */
export interface LayerWithWidth {
  readonly node: LayerNode;
  readonly width: (typeof widths)[number];
}

/** The nearest layer before an Output that says how many values it gives, along layers with one input. */
export function lastWithWidth(output: LayerNode, wiring: Wiring): LayerWithWidth | null {
  const seen = new Set<string>();
  let node: LayerNode | undefined = output;
  while (node !== undefined && !seen.has(node.id)) {
    seen.add(node.id);
    const { config }: LayerNode = node;
    const width = node === output ? undefined : widths.find((name) => typeof config[name] === 'number');
    if (width !== undefined) return { node, width };
    const [edge, ...others]: ReturnType<Wiring['incoming']> = wiring.incoming(node.id);
    node = others.length > 0 ? undefined : wiring.nodes.get(edge?.from ?? '');
  }
  return null;
}
