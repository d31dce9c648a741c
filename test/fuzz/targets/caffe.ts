import { importCaffe } from '../../../src/engine/caffe/importing/importCaffe';
import { parseProject, serialiseProject } from '../../../src/network/graph/projectFile';
import { alexnet, lenet, training } from '../../unit/caffe/caffeNetworks';
import type { FuzzRandom } from '../campaign/fuzzRandom';
import type { FuzzTarget } from '../campaign/fuzzTarget';
import { checkRefusal, checkSentence, FuzzFailure } from '../campaign/judgement';
import { mutateBytes } from '../mutations/bytes';

interface CaffeInput {
  readonly text: string;
}

const samples = [lenet, alexnet, training] as const;
const tokens = [
  '{',
  '}',
  ':',
  '"',
  '-1',
  '1e999',
  '4294967296',
  'true',
  '__proto__',
  'layer',
  'top',
  '#',
] as const;

/** Networks of Caffe's that were made to break the import. */
export const caffeTarget: FuzzTarget<CaffeInput> = {
  name: 'caffe',
  about: 'networks of Caffe (.prototxt): imported, laid out, saved, opened again',
  weight: 4,
  secondsPerInput: 20,
  shortInputs: 100,
  generate(random) {
    const sample = random.pick(samples);
    const bytes = new TextEncoder().encode(random.oneIn(2) ? changedWords(random, sample) : sample);
    return { text: new TextDecoder().decode(random.oneIn(2) ? mutateBytes(random, bytes) : bytes) };
  },
  feed({ text }) {
    let imported: ReturnType<typeof importCaffe>;
    try {
      imported = importCaffe(text, 'fuzzed');
    } catch (error) {
      // What is wrong with the whole goes on after the file's name.
      checkSentence(error instanceof Error ? error.message : String(error), 'A fault', text);
      if (!(error instanceof Error) || !/^it(s| is| has| closes)\b/.test(error.message)) throw error;
      return 'refused';
    }
    if ('problem' in imported) {
      checkRefusal(imported.problem, text);
      return 'refused';
    }
    for (const note of imported.notes) checkSentence(note, 'A note', text);
    const opened = parseProject(serialiseProject(imported.document));
    if ('problem' in opened)
      throw new FuzzFailure(`An imported network can't be opened: ${opened.problem.message}`);
    return 'accepted';
  },
};

/** Words and numbers of the text exchanged, doubled, or put in the place of others. */
function changedWords(random: FuzzRandom, text: string): string {
  const words = text.split(/(\s+|[{}:"])/);
  for (let times = random.between(1, 6); times > 0; times--) {
    const place = random.below(words.length);
    const other = random.oneIn(2) ? words[random.below(words.length)] : random.pick(tokens);
    words[place] = random.oneIn(4) ? `${words[place] ?? ''} ${other ?? ''}` : (other ?? '');
  }
  return words.join('');
}
