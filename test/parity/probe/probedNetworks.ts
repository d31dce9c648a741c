import { DatasetShelf } from '../../../src/engine/data/datasetShelf';
import { loadRuntime } from '../../../src/engine/devices/runtime';
import { CompiledNetwork } from '../../../src/engine/probe/compiledNetwork';
import { type ProbeFindings, probeNetwork } from '../../../src/engine/probe/probeNetwork';
import { analyse } from '../../../src/network/analysis/analyse';
import { noAugmentation } from '../../../src/network/datasets/augmentation';
import { noiseReference } from '../../../src/network/datasets/noiseReference';
import type { LayerNode, NetworkDocument } from '../../../src/network/graph/document';
import { diagnose } from '../../../src/network/health/diagnose';
import type { Verdict } from '../../../src/network/health/healthVerdict';
import { probeObservation } from '../../../src/network/health/probeObservation';
import type { LayerConfig } from '../../../src/network/layers/fields';
import { checkSettings } from '../../../src/network/templates/template';
import { findTemplate } from '../../../src/network/templates/templates';

/** Small batches: the norms of two layers are compared over the same images. */
const images = 8;
const seeds = 5;
const shelf = new DatasetShelf();
const compiled = new CompiledNetwork();
const measured = new Map<string, Promise<ProbeFindings>>();

/** A template's network that is shown noise with random labels. */
export function onNoise(id: string, settings: LayerConfig = {}): NetworkDocument {
  const template = findTemplate(id);
  if (template === undefined) throw new Error(`There is no template ${id}.`);
  const checked = checkSettings(template, settings);
  if ('problem' in checked) throw new Error(checked.problem.message);
  const document = template.create(checked.config);
  const { height = 32, width = 32, channels = 3 } = document.nodes[0]?.config ?? {};
  const imageShape = [height, width, channels].map(Number);
  const dataset = noiseReference({ imageShape, classes: 10 }, images * seeds, 1);
  const changed = { dataset, augmentation: noAugmentation, batchSize: images };
  return { ...document, training: { ...document.training, ...changed } };
}

/** The same network with other settings of some of its layers. */
export function withConfig(
  document: NetworkDocument,
  change: (node: LayerNode) => LayerConfig,
): NetworkDocument {
  const nodes = document.nodes.map((node) => ({ ...node, config: { ...node.config, ...change(node) } }));
  return { ...document, nodes };
}

/** Probes over five seeds, as the engine does; a network that was probed before is not probed again. */
export function probed(document: NetworkDocument): Promise<ProbeFindings> {
  const key = JSON.stringify(document);
  const known = measured.get(key);
  if (known !== undefined) return known;
  const order = { document, analysis: analyse(document), seeds, batches: 1 };
  const findings = loadRuntime().then((runtime) =>
    probeNetwork(order, { runtime, shelf, compiled, runsFolder: null }),
  );
  measured.set(key, findings);
  return findings;
}

export async function judged(document: NetworkDocument): Promise<readonly Verdict[]> {
  return diagnose(probeObservation(document, analyse(document), await probed(document)));
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
