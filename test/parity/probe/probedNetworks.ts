import { DatasetShelf } from '../../../src/engine/data/datasetShelf';
import { loadRuntime } from '../../../src/engine/devices/runtime';
import { type ProbeFindings, probeNetwork } from '../../../src/engine/probe/probeNetwork';
import { analyse } from '../../../src/network/analysis/analyse';
import { noAugmentation } from '../../../src/network/datasets/augmentation';
import { noiseReference } from '../../../src/network/datasets/noiseReference';
import type { NetworkDocument } from '../../../src/network/graph/document';
import type { LayerConfig } from '../../../src/network/layers/fields';
import { checkSettings } from '../../../src/network/templates/template';
import { findTemplate } from '../../../src/network/templates/templates';

/** Small batches: the norms of two layers are compared over the same images. */
const images = 8;
export const probedSeeds = 5;
const shelf = new DatasetShelf();

/** A template's network that is shown noise with random labels. */
export function onNoise(id: string, settings: LayerConfig = {}): NetworkDocument {
  const template = findTemplate(id);
  if (template === undefined) throw new Error(`There is no template ${id}.`);
  const checked = checkSettings(template, settings);
  if ('problem' in checked) throw new Error(checked.problem.message);
  const document = template.create(checked.config);
  const dataset = noiseReference({ imageShape: [32, 32, 3], classes: 10 }, images * probedSeeds, 1);
  const changed = { dataset, augmentation: noAugmentation, batchSize: images };
  return { ...document, training: { ...document.training, ...changed } };
}

/** Probes over five seeds, as the engine does. */
export async function probed(document: NetworkDocument): Promise<ProbeFindings> {
  const order = { document, analysis: analyse(document), seeds: probedSeeds, batches: 1 };
  return probeNetwork(order, await loadRuntime(), shelf);
}

/** ‖∂L/∂a‖ of the first activation over that of the last. */
export function activationRatio({ nodes }: NetworkDocument, findings: ProbeFindings): number {
  const activations = new Set(
    nodes.filter(({ kind }) => ['relu', 'tanh', 'sigmoid'].includes(kind)).map(({ id }) => id),
  );
  const norms = findings.nodes.flatMap(({ id }, place) =>
    activations.has(id) ? [findings.activationGradientNorms[place] ?? Number.NaN] : [],
  );
  return (norms[0] ?? Number.NaN) / (norms.at(-1) ?? Number.NaN);
}
