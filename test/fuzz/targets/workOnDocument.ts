import { isDeepStrictEqual } from 'node:util';
import { projectOf } from '../../../src/cli/training/project';
import { checkTrainable } from '../../../src/engine/train/checkTrainable';
import { analyse } from '../../../src/network/analysis/analyse';
import { costTable } from '../../../src/network/analysis/costTable';
import { costTableAsCsv, costTableAsMarkdown } from '../../../src/network/analysis/costTableText';
import { networkPicture } from '../../../src/network/drawing/networkPicture';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { applyEdit, type Edit } from '../../../src/network/graph/edits';
import { fitToDataset } from '../../../src/network/graph/fitToDataset';
import { parseProject, serialiseProject } from '../../../src/network/graph/projectFile';
import { findRemedies } from '../../../src/network/remedies/findRemedies';
import { everyAction, planAnyAction } from '../../unit/graph/residualActions';
import type { FuzzRandom } from '../campaign/fuzzRandom';
import { acceptsOrAdvises, checkRefusal, checkSentence, FuzzFailure } from '../campaign/judgement';

/** Larger networks are analysed and saved, and not edited: that takes longer than an input may. */
const mostEditedLayers = 120;

/** Does with an opened project what a person would: looks at it, mends it, edits it and saves it. */
export async function workOnDocument(
  random: FuzzRandom,
  document: NetworkDocument,
  quoted: string,
): Promise<void> {
  checkSaved(document);
  const analysis = analyse(document);
  for (const problem of analysis.problems) checkRefusal(problem, quoted);
  await acceptsOrAdvises(async () => checkTrainable(projectOf(document)), quoted);
  checkSentence(costTableAsCsv(costTable(document, analysis)), 'The table of costs as CSV', quoted);
  if (document.nodes.length > mostEditedLayers) return;
  costTableAsMarkdown(costTable(document, analysis), analysis.totals);
  if (random.oneIn(8)) checkPicture(networkPicture(document, analysis, 'light').svg);
  const problem = random.oneIn(4) ? random.pickAny(analysis.problems) : undefined;
  if (problem !== undefined)
    for (const { edit } of findRemedies(document, analysis, problem)) checkEdit(document, edit);
  checkEdit(document, fitToDataset(document));
  edit(random, document);
  edit(random, document);
}

function edit(random: FuzzRandom, opened: NetworkDocument): void {
  let document = opened;
  for (let step = random.below(4); step > 0; step--) {
    const planned = planAnyAction(document, random.draw(everyAction));
    if (planned !== null) document = checkEdit(document, planned);
  }
}

/** An edit leads to a project that can be saved and opened, and its inverse back. */
function checkEdit(document: NetworkDocument, edit: Edit): NetworkDocument {
  const { document: changed, inverse } = applyEdit(document, edit);
  checkSaved(changed);
  if (!isDeepStrictEqual(applyEdit(changed, inverse).document, document))
    throw new FuzzFailure(`Undoing "${edit.label}" does not lead back to the document before.`);
  return changed;
}

/** What is on the canvas can be saved, and opens as it was. */
function checkSaved(document: NetworkDocument): void {
  const text = serialiseProject(document);
  const opened = parseProject(text);
  if ('problem' in opened)
    throw new FuzzFailure(`A saved project does not open again: ${opened.problem.message}`);
  if (serialiseProject(opened.document) !== text)
    throw new FuzzFailure('A saved project opens as another one.');
}

function checkPicture(svg: string): void {
  if (/\b(NaN|Infinity|undefined)\b/.test(svg.replace(/>[^<]*</g, '><')))
    throw new FuzzFailure('The picture has a place that is no number.');
}
