import type { Problem } from '../../../network/analysis/analysis';
import { ProblemCallout } from '../../inspector/ProblemCallout';

/** What keeps a template from being built as its settings are, and what to do; the first is the cause of most others. */
export function TemplateProblems({ errors }: { errors: readonly Problem[] }) {
  return (
    <div role="alert">
      {errors.slice(0, 2).map((problem) => (
        <ProblemCallout key={`${problem.node} ${problem.message}`} problem={problem} />
      ))}
    </div>
  );
}
