import { z } from 'zod';
import { layersModelFiles } from '../../../src/engine/layersModel/layersModelFiles';
import { analyse } from '../../../src/network/analysis/analyse';
import { templates } from '../../../src/network/templates/templates';
import { livelyWeights } from '../../parity/cases/livelyWeights';
import { reducedSettings } from '../../parity/cases/reducedSettings';
import { type WrittenTensor, writeHdf5 } from '../../unit/keras/writeHdf5';

/** A model in the forms that Keras and TensorFlow.js have it in. */
export interface KerasSample {
  readonly description: unknown;
  /** `model.json`, and what lies beside it. */
  readonly modelJson: unknown;
  readonly shards: readonly (readonly [string, Uint8Array])[];
  /** Whole model, as Keras 2 has it. */
  readonly legacy: Uint8Array;
  /** Weights alone, as Keras 3 has them. */
  readonly checkpoint: Uint8Array;
}

/** Larger models make slow inputs, and nothing that smaller ones don't. */
const mostBytes = 200_000;

const modelJsonSchema = z.object({
  modelTopology: z.object({ class_name: z.string(), config: z.unknown() }),
  weightsManifest: z.tuple([
    z.object({
      paths: z.array(z.string()),
      weights: z.array(z.object({ name: z.string(), shape: z.array(z.number()) })),
    }),
  ]),
});

/** The reduced templates that are small. */
export async function openKerasSamples(): Promise<readonly KerasSample[]> {
  const samples: KerasSample[] = [];
  for (const template of templates) {
    const document = template.create(reducedSettings(template));
    const files = layersModelFiles(document, analyse(document), livelyWeights(document));
    const bytes = [...files].flatMap(([name, content]) =>
      content instanceof Uint8Array ? [[name, content] as const] : [],
    );
    if (bytes.reduce((sum, [, content]) => sum + content.length, 0) > mostBytes) continue;
    const modelJson: unknown = JSON.parse(String(files.get('model.json')));
    samples.push({ modelJson, shards: bytes, ...(await storedAs(modelJsonSchema.parse(modelJson))) });
  }
  return samples;
}

async function storedAs({
  modelTopology,
  weightsManifest: [{ weights }],
}: z.infer<typeof modelJsonSchema>): Promise<Pick<KerasSample, 'description' | 'legacy' | 'checkpoint'>> {
  const layers = [...new Set(weights.map(({ name }) => layerOf(name)))];
  const legacy: Record<string, WrittenTensor> = {};
  const checkpoint: Record<string, WrittenTensor> = {};
  const names: Record<string, string | readonly string[]> = {
    model_config: JSON.stringify(modelTopology),
    'model_weights:layer_names': layers,
  };
  for (const layer of layers) {
    const own = weights.filter(({ name }) => layerOf(name) === layer);
    names[`model_weights/${layer}:weight_names`] = own.map(({ name }) => name);
    for (const [number, { name, shape }] of own.entries()) {
      const data = new Float32Array(shape.reduce((product, extent) => product * extent, 1)).fill(0.25);
      legacy[`model_weights/${layer}/${name}`] = { data, shape };
      checkpoint[`layers/${layer}/vars/${number}`] = { data, shape };
    }
  }
  return {
    description: modelTopology,
    legacy: await writeHdf5(legacy, names),
    checkpoint: await writeHdf5(checkpoint),
  };
}

/** `conv1` of conv1/kernel. */
function layerOf(weight: string): string {
  return weight.slice(0, weight.lastIndexOf('/'));
}
