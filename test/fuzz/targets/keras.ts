import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { importFile } from '../../../src/engine/importing/importFile';
import { parseProject, serialiseProject } from '../../../src/network/graph/projectFile';
import type { FuzzRandom } from '../campaign/fuzzRandom';
import type { FuzzTarget } from '../campaign/fuzzTarget';
import { checkRefusal, checkSentence, FuzzFailure, isAdvice } from '../campaign/judgement';
import { mutateBytes } from '../mutations/bytes';
import { hostileJson, mutateJson } from '../mutations/json';
import { type KerasSample, openKerasSamples } from './kerasSamples';

interface KerasInput {
  /** The first is imported. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

let samples: readonly KerasSample[] = [];
let folder = '';

/** Models of Keras's and of TensorFlow.js's that were made to break the import. */
export const kerasTarget: FuzzTarget<KerasInput> = {
  name: 'keras',
  about: 'models of Keras (.keras, .h5, .json) and TensorFlow.js: imported, laid out, saved, opened again',
  weight: 4,
  secondsPerInput: 20,
  shortInputs: 40,
  async open(own) {
    folder = join(own, 'models');
    samples = await openKerasSamples();
  },
  generate(random) {
    const sample = random.pickAny(samples);
    if (sample === undefined) throw new Error('No template is small enough for a sample.');
    const [first, ...others] = random.pick([archive, legacy, description, layersModel])(random, sample);
    if (first === undefined) throw new Error('A form has no file.');
    const bytes = random.oneIn(4) ? mutateBytes(random, first.bytes) : first.bytes;
    return { files: [{ ...first, bytes }, ...others] };
  },
  async feed({ files }) {
    const quoted = files.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n');
    mkdirSync(folder, { recursive: true });
    try {
      for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
      return await importOne(join(folder, files[0]?.name ?? ''), quoted);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function importOne(path: string, quoted: string): Promise<'accepted' | 'refused'> {
  try {
    const imported = await importFile(path);
    if ('problem' in imported) {
      checkRefusal(imported.problem, quoted);
      return 'refused';
    }
    for (const note of imported.notes) checkSentence(note, 'A note', quoted);
    const opened = parseProject(serialiseProject(imported.document));
    if ('problem' in opened)
      throw new FuzzFailure(`An imported network can't be opened: ${opened.problem.message}`);
    return 'accepted';
  } catch (error) {
    if (!isAdvice(error)) throw error;
    checkRefusal(error, quoted);
    return 'refused';
  }
}

type Form = (random: FuzzRandom, sample: KerasSample) => KerasInput['files'];

const archive: Form = (random, { description: model, checkpoint }) => {
  const weights = random.oneIn(2) ? mutateBytes(random, checkpoint) : checkpoint;
  const entries = { 'config.json': changedText(random, model), 'model.weights.h5': weights };
  return [{ name: 'model.keras', bytes: zipSync(entries, { level: random.oneIn(2) ? 0 : 6 }) }];
};

const legacy: Form = (random, sample) => [
  { name: 'model.h5', bytes: mutateBytes(random, sample.legacy, sample.checkpoint) },
];

const description: Form = (random, { description: model }) => [
  { name: 'model.json', bytes: changedText(random, model) },
];

const layersModel: Form = (random, { modelJson, shards }) => [
  { name: 'model.json', bytes: changedText(random, modelJson) },
  ...shards.map(([name, bytes]) => ({ name, bytes: random.oneIn(4) ? mutateBytes(random, bytes) : bytes })),
];

function changedText(random: FuzzRandom, value: unknown): Uint8Array {
  return new TextEncoder().encode(hostileJson(random, random.oneIn(3) ? value : mutateJson(random, value)));
}
