import { readFileSync } from 'node:fs';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { parseProject } from '../../../src/network/graph/projectFile';

/** What reference/ holds of a project, and PyTorch's norms of. */
export const referenceNames = ['lenet-5', 'residual', 'plain', 'pre-activation', 'inception'] as const;

/** A project of the folder reference/. */
export function referenceProject(name: (typeof referenceNames)[number]): NetworkDocument {
  const text = readFileSync(new URL(`../reference/${name}.layerwise`, import.meta.url), 'utf8');
  const result = parseProject(text);
  if ('problem' in result) throw new Error(result.problem.message);
  return result.document;
}
