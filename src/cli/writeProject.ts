import { dirname, resolve } from 'node:path';
import { withRelativeWeights } from '../engine/projectWeights';
import type { NetworkDocument } from '../network/graph/document';
import { serialiseProject } from '../network/graph/projectFile';
import { writeOutput } from './writeOutput';

/** Writes a network as a project file. Throws an AdviceError where it can't be written, or exists and is to stay. */
export function writeProject(document: NetworkDocument, out: string, force: boolean): void {
  const placed = withRelativeWeights(document, dirname(resolve(out)));
  writeOutput(out, serialiseProject(placed), force);
}
