import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readProjectFile } from '../../../src/main/readProjectFile';
import { insertBlock } from '../../../src/network/graph/blocks/insertBlock';
import { parseBlock, serialiseBlock } from '../../../src/network/graph/blocks/ownBlock';
import { parseLayers, serialiseLayers } from '../../../src/network/graph/clipping';
import { applyEdit } from '../../../src/network/graph/edits';
import { pasteLayers } from '../../../src/network/graph/paste';
import { parseProject } from '../../../src/network/graph/projectFile';
import { lenet5 } from '../../../src/network/templates/lenet5';
import { FuzzRandom } from '../campaign/fuzzRandom';
import type { FuzzTarget, Outcome } from '../campaign/fuzzTarget';
import { checkRefusal } from '../campaign/judgement';
import { mutateBytes } from '../mutations/bytes';
import { hostileJson, mutateJson } from '../mutations/json';
import { sampleDocument, sampleProject } from './projectSamples';
import { workOnDocument } from './workOnDocument';

interface ProjectInput {
  readonly as: 'project' | 'layers' | 'block';
  readonly bytes: Uint8Array;
  /** What is done with it where it opens. */
  readonly seed: number;
}

let folder = '';

/** Project files of all versions, copied layers, and blocks of the palette. */
export const projectTarget: FuzzTarget<ProjectInput> = {
  name: 'project',
  about: 'project files of versions 1 to 3, copied layers, kept blocks: opened, analysed, edited, saved',
  weight: 40,
  secondsPerInput: 20,
  shortInputs: 600,
  async open(own) {
    folder = own;
  },
  generate(random) {
    const as = random.pick(['project', 'project', 'project', 'layers', 'block']);
    const content = as === 'project' ? sampleProject(random) : sampleClipping(random, as);
    const text = random.oneIn(2) ? JSON.stringify(content) : hostileJson(random, mutateJson(random, content));
    const bytes = new TextEncoder().encode(text);
    return { as, bytes: random.oneIn(6) ? mutateBytes(random, bytes) : bytes, seed: random.seed() };
  },
  async feed({ as, bytes, seed }) {
    const path = join(folder, 'fuzzed.layerwise');
    writeFileSync(path, bytes);
    const read = await readProjectFile(path);
    if ('problem' in read) return refused(read.problem, '');
    const random = new FuzzRandom(seed, 'use');
    if (as === 'project') return openProject(random, read.text);
    return as === 'layers' ? pasteText(read.text) : keepBlock(read.text);
  },
};

async function openProject(random: FuzzRandom, text: string): Promise<Outcome> {
  const opened = parseProject(text);
  if ('problem' in opened) return refused(opened.problem, text);
  await workOnDocument(random, opened.document, text);
  return 'accepted';
}

function pasteText(text: string): Outcome {
  const read = parseLayers(text);
  if ('problem' in read) return refused(read.problem, text);
  const document = lenet5.create();
  const pasted = pasteLayers(document, read.layers, { offset: 24 });
  if ('problem' in pasted) return refused(pasted.problem, text);
  applyEdit(document, pasted.edit);
  return 'accepted';
}

function keepBlock(text: string): Outcome {
  const own = parseBlock(text);
  if ('problem' in own) return refused(own.problem, text);
  const document = lenet5.create();
  const [edge = null] = document.edges;
  const inserted = insertBlock(document, own, { position: { x: 0, y: 0 }, edge });
  if ('problem' in inserted) return refused(inserted.problem, text);
  applyEdit(document, inserted.edit);
  return 'accepted';
}

function refused(problem: { readonly message: string; readonly advice: string }, quoted: string): Outcome {
  checkRefusal(problem, quoted);
  return 'refused';
}

function sampleClipping(random: FuzzRandom, as: 'layers' | 'block'): unknown {
  const document = sampleDocument(random);
  const block = random.pickAny(document.blocks);
  if (as === 'block' && block !== undefined) return JSON.parse(serialiseBlock(document, block.id));
  const ids = document.nodes.map(({ id }) => id).filter(() => !random.oneIn(3));
  return JSON.parse(serialiseLayers(document, ids));
}
