import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { drawInitialWeights } from '../../../src/engine/initialWeights';
import { functionalModel } from '../../../src/engine/keras/functionalModel';
import { layersModelFiles } from '../../../src/engine/layersModel/layersModelFiles';
import { analyse } from '../../../src/network/analysis/analyse';
import { kerasClasses } from '../../../src/network/code/keras/kerasClasses';
import type { LayerKind } from '../../../src/network/layers/defineLayer';
import { layerKinds } from '../../../src/network/layers/registry';
import { casesOf } from '../../parity/cases/layerCases';
import { networkAround } from '../../parity/cases/networkAround';

const page = readFileSync(fileURLToPath(new URL('../../../docs/models.md', import.meta.url)), 'utf8');
const layerSchema = z.object({ class_name: z.string(), name: z.string() });
const modelSchema = z.object({
  modelTopology: z.object({ config: z.object({ layers: z.array(layerSchema) }) }),
});

/** The classes that a kind is written in over all its options: the one that it is first, the others by the alphabet. */
function classesOf(kind: LayerKind): { readonly keras: readonly string[]; readonly tfjs: readonly string[] } {
  const [keras, tfjs] = [new Set<string>(), new Set<string>()];
  for (const layerCase of casesOf(kind)) {
    const document = networkAround(kind, layerCase, {});
    const analysis = analyse(document);
    const weights = drawInitialWeights(analysis, 1);
    const isPart = ({ name }: { readonly name: string }) => name === 'layer' || name.startsWith('layer.');
    for (const layer of functionalModel(document, analysis, weights).layers.filter(isPart))
      keras.add(kerasClasses.has(layer.className) ? `*${layer.className}*` : layer.className);
    const text = layersModelFiles(document, analysis, weights).get('model.json');
    const { layers } = modelSchema.parse(JSON.parse(String(text))).modelTopology.config;
    for (const layer of layers.filter(isPart))
      tfjs.add(
        layer.class_name === 'LocalResponseNormalization' ? `*${layer.class_name}*` : layer.class_name,
      );
  }
  return { keras: [...keras].sort(), tfjs: [...tfjs].sort() };
}

test('docs/models.md lists what each kind of layer is written in', () => {
  const rows = layerKinds.map((kind) => {
    const { keras, tfjs } = classesOf(kind);
    return `| ${kind.label} | ${keras.join(', ') || '–'} | ${tfjs.join(', ') || '–'} |`;
  });
  const listed = page.split('<!-- begin of the kinds -->')[1]?.split('<!-- end of the kinds -->')[0];
  expect(listed?.trim()).toBe(
    ['| Layer | Keras file | TensorFlow.js |', '|---|---|---|', ...rows].join('\n'),
  );
});
