import { z } from 'zod';
import { drawInitialWeights } from '../../../src/engine/initialWeights';
import { exportOnnx } from '../../../src/engine/onnx/exportOnnx';
import { importOnnx } from '../../../src/engine/onnx/importing/importOnnx';
import { modelType } from '../../../src/engine/onnx/messages';
import { analyse } from '../../../src/network/analysis/analyse';
import { parseProject, serialiseProject } from '../../../src/network/graph/projectFile';
import { templates } from '../../../src/network/templates/templates';
import { reducedSettings } from '../../parity/cases/reducedSettings';
import type { FuzzRandom } from '../campaign/fuzzRandom';
import type { FuzzTarget } from '../campaign/fuzzTarget';
import { checkRefusal, checkSentence, FuzzFailure } from '../campaign/judgement';
import { mutateBytes } from '../mutations/bytes';
import { mutateJson } from '../mutations/json';

interface OnnxInput {
  readonly bytes: Uint8Array;
}

/** Larger models make slow inputs, and nothing that smaller ones don't. */
const mostBytes = 200_000;

let samples: readonly Uint8Array[] = [];

/** ONNX models that were made to break the import. */
export const onnxTarget: FuzzTarget<OnnxInput> = {
  name: 'onnx',
  about: 'ONNX models: imported, laid out, saved, opened again',
  weight: 12,
  secondsPerInput: 20,
  shortInputs: 150,
  async open() {
    samples = templates.flatMap((template) => {
      const document = template.create(reducedSettings(template));
      const analysis = analyse(document);
      const bytes = exportOnnx(document, analysis, drawInitialWeights(analysis, 1));
      return bytes.length > mostBytes ? [] : [bytes];
    });
  },
  generate(random) {
    const sample = random.pickAny(samples) ?? new Uint8Array();
    const bytes = random.oneIn(3) ? sample : changedParts(random, sample);
    return { bytes: bytes === sample || random.oneIn(6) ? mutateBytes(random, bytes) : bytes };
  },
  feed({ bytes }) {
    const imported = importOnnx(bytes, 'fuzzed');
    if ('problem' in imported) {
      checkRefusal(imported.problem);
      return 'refused';
    }
    const text = new TextDecoder().decode(bytes);
    for (const note of imported.notes) checkSentence(note, 'A note', text);
    const opened = parseProject(serialiseProject(imported.document));
    if ('problem' in opened)
      throw new FuzzFailure(`An imported network can't be opened: ${opened.problem.message}`);
    return 'accepted';
  },
};

/** A model whose fields are changed where the format lets them be. */
function changedParts(random: FuzzRandom, sample: Uint8Array): Uint8Array {
  const content: unknown = modelType.toObject(modelType.decode(sample), { longs: Number, bytes: String });
  try {
    const changed = z.record(z.string(), z.unknown()).parse(mutateJson(random, content));
    return modelType.encode(modelType.fromObject(changed)).finish();
  } catch {
    // The change was none that the format can hold.
    return mutateBytes(random, sample);
  }
}
