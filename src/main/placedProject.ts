import { dirname } from 'node:path';
import { withAbsoluteWeights, withRelativeWeights } from '../engine/projectWeights';
import type { NetworkDocument } from '../network/graph/document';
import { parseProject, serialiseProject } from '../network/graph/projectFile';

/** A project's text as the window has it: what lies beside the project's file is named by its whole path. */
export function textForWindow(text: string, path: string): string {
  return replaced(text, (document) => withAbsoluteWeights(document, dirname(path)));
}

/** A project's text as it is saved under a path. */
export function textForFile(text: string, path: string): string {
  return replaced(text, (document) => withRelativeWeights(document, dirname(path)));
}

/** Text that names no file, or is none of a project, stays as it is, to the letter. */
function replaced(text: string, place: (document: NetworkDocument) => NetworkDocument): string {
  if (!text.includes('"startingWeights"')) return text;
  const parsed = parseProject(text);
  if ('problem' in parsed) return text;
  const placed = place(parsed.document);
  return placed === parsed.document ? text : serialiseProject(placed);
}
