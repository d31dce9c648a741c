import { CircleAlert, TriangleAlert } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { Problem } from '../../network/analysis/analysis';
import { useAnalysis, useDocument, useEditor } from '../editor/editorStore';
import { errorsFirst } from '../editor/nodeProblems';
import { formatCounted } from '../format/numbers';
import styles from './ProblemsMenu.module.css';
import bar from './StatusBar.module.css';

const icons = { error: CircleAlert, warning: TriangleAlert } as const;

/** The count of problems in the status bar; it opens a list in which each leads to its layer. */
export function ProblemsMenu() {
  const problems = errorsFirst(useAnalysis().problems);
  const [gravest] = problems;
  if (gravest === undefined) return null;
  const Icon = icons[gravest.severity];
  const count = problems.filter(({ severity }) => severity === gravest.severity).length;
  return (
    <Popover.Root>
      <Popover.Trigger
        className={`${bar['cell']} ${bar['problems']}`}
        data-side="right"
        data-severity={gravest.severity}
      >
        <Icon size={14} aria-hidden="true" />
        {formatCounted(count, gravest.severity)}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles['list']}
          side="top"
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label="Problems"
        >
          {problems.map((problem) => (
            <ProblemItem key={`${problem.node} ${problem.message}`} problem={problem} />
          ))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function ProblemItem({ problem }: { problem: Problem }) {
  const { severity, node, message, advice } = problem;
  const label = useDocument().nodes.find(({ id }) => id === node)?.label;
  const Icon = icons[severity];
  const content = (
    <>
      <Icon size={15} aria-label={severity} />
      {label !== undefined && <span className={styles['layer']}>{label}</span>}
      <span className={styles['message']}>{message}</span>
      <span>{advice}</span>
    </>
  );
  if (node === null)
    return (
      <div className={styles['item']} data-severity={severity}>
        {content}
      </div>
    );
  return (
    <Popover.Close
      className={styles['item']}
      data-severity={severity}
      onClick={() => useEditor.getState().focusLayer(node)}
    >
      {content}
    </Popover.Close>
  );
}
