import { CircleAlert, TriangleAlert } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { Problem } from '../../network/analysis/analysis';
import { useAnalysis, useDocument, useEditor } from '../editor/editorStore';
import { errorsFirst } from '../editor/nodeProblems';
import { formatCounted } from '../format/numbers';
import { say } from '../language/say';
import { t } from '../language/t';
import { FoldedRemedies } from '../remedies/FoldedRemedies';
import { RemedyButtons } from '../remedies/RemedyButtons';
import { useWindowMenu } from '../views/openMenu';
import styles from './ProblemsMenu.module.css';
import bar from './StatusBar.module.css';

const icons = { error: CircleAlert, warning: TriangleAlert } as const;

/** The count of problems in the status bar; it opens a list in which each leads to its layer. */
export function ProblemsMenu() {
  const menu = useWindowMenu('problems');
  const analysis = useAnalysis();
  const problems = analysis.nodes.size === 0 ? [] : errorsFirst(analysis.problems);
  const [gravest] = problems;
  if (gravest === undefined) return null;
  const Icon = icons[gravest.severity];
  const count = problems.filter(({ severity }) => severity === gravest.severity).length;
  return (
    <Popover.Root {...menu}>
      <Popover.Trigger
        className={`${bar['cell']} ${bar['problems']}`}
        data-side="right"
        data-severity={gravest.severity}
      >
        <Icon size={14} aria-hidden="true" />
        {gravest.severity === 'error' ? formatCounted(count, 'error') : formatCounted(count, 'warning')}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles['list']}
          side="top"
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={t`Problems`}
        >
          <ul>
            {problems.map((problem, index) => (
              <ProblemItem key={`${problem.node} ${problem.message}`} problem={problem} first={index === 0} />
            ))}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function ProblemItem({ problem, first }: { problem: Problem; first: boolean }) {
  const { severity, node, message, advice } = problem;
  const label = useDocument().nodes.find(({ id }) => id === node)?.label;
  const Icon = icons[severity];
  const content = (
    <>
      <Icon size={15} aria-label={say(severity)} />
      {label !== undefined && <span className={styles['layer']}>{label}</span>}
      <span className={styles['message']}>{say(message)}</span>
      <span>{say(advice)}</span>
    </>
  );
  return (
    <li>
      {node === null ? (
        <div className={styles['item']} data-severity={severity}>
          {content}
        </div>
      ) : (
        <Popover.Close
          className={styles['item']}
          data-severity={severity}
          onClick={() => useEditor.getState().focusLayer(node)}
        >
          {content}
        </Popover.Close>
      )}
      <div className={styles['remedies']} data-first={first}>
        {first ? <RemedyButtons problem={problem} /> : <FoldedRemedies problem={problem} />}
      </div>
    </li>
  );
}
