import { zipSync } from 'fflate';
import type { Analysis } from '../../../network/analysis/analysis';
import { kerasClasses } from '../../../network/code/keras/kerasClasses';
import type { NetworkDocument } from '../../../network/graph/document';
import { functionalModel } from '../functionalModel';
import { loadingOrder } from './loadingOrder';
import { modelConfig } from './modelConfig';
import { weightsHdf5 } from './weightsHdf5';

/** The version of Keras whose files these are like, and which the tests have read them. */
const kerasVersion = '3.15.1';

/** A model as Keras saves it. */
export interface KerasArchive {
  /** The `.keras` file: a zip archive of the model's config, its weights and where it is from. */
  readonly bytes: Uint8Array;
  /** Python that registers the classes which Keras lacks, to be run before the file is read; null where it has all. */
  readonly classes: string | null;
}

/** The network that answers as a `.keras` file of Keras 3. */
export async function kerasArchive(
  document: NetworkDocument,
  analysis: Analysis,
  weights: ReadonlyMap<string, Float32Array>,
): Promise<KerasArchive> {
  const model = functionalModel(document, analysis, weights);
  const layers = loadingOrder(model);
  const date = new Date().toISOString();
  const metadata = {
    keras_version: kerasVersion,
    date_saved: `${date.slice(0, 10)}@${date.slice(11, 19)}`,
  };
  const text = (value: object): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
  const bytes = zipSync(
    {
      'metadata.json': text(metadata),
      'config.json': text(modelConfig(model, layers)),
      'model.weights.h5': await weightsHdf5(model.name, layers),
    },
    { level: 0 },
  );
  return { bytes, classes: classesText(new Set(layers.map(({ className }) => className))) };
}

function classesText(used: ReadonlySet<string>): string | null {
  const classes = [...kerasClasses].flatMap(([name, text]) => (used.has(name) ? [text] : []));
  if (classes.length === 0) return null;
  const imported = classes.some((text) => text.includes('ops.')) ? 'layers, ops' : 'layers';
  return `"""Layers that Keras lacks, registered under the names that the model file has them by."""

import keras
from keras import ${imported}
${classes.map((text) => `\n\n${text}\n`).join('')}`;
}
