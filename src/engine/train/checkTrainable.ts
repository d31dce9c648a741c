import type { z } from 'zod';
import { analyse } from '../../network/analysis/analyse';
import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import { checkProject } from '../../network/graph/projectFile';
import type { projectSchema } from '../../network/graph/projectSchema';
import { AdviceError } from '../adviceError';

/** A network that can train as drawn, with its analysis. Throws an AdviceError that names its first error. */
export function checkTrainable(project: z.infer<typeof projectSchema>): {
  readonly document: NetworkDocument;
  readonly analysis: Analysis;
} {
  const result = checkProject(project);
  if ('problem' in result) throw new AdviceError(result.problem.message, result.problem.advice);
  const { document } = result;
  const analysis = analyse(document);
  const error = analysis.problems.find(({ severity }) => severity === 'error');
  if (error !== undefined) throw new AdviceError(error.message, error.advice);
  return { document, analysis };
}
