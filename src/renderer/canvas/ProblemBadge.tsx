import { Popover } from 'radix-ui';
import { useRef, useState } from 'react';
import type { Problem } from '../../network/analysis/analysis';
import type { LayerNode } from '../../network/graph/document';
import { t } from '../language/t';
import styles from './ProblemBadge.module.css';
import { ProblemList } from './ProblemList';

/** How long the pointer may leave the badge on its way to the popover, in milliseconds. */
const leaveDelay = 180;

/** The mark of a layer that has problems; hover, focus or a click says what is wrong and what would help. */
export function ProblemBadge({ layer, problems }: { layer: LayerNode; problems: readonly Problem[] }) {
  const [open, setOpen] = useState(false);
  const content = useRef<HTMLDivElement>(null);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const severity = problems[0]?.severity ?? 'warning';
  const enter = () => {
    clearTimeout(leaving.current);
    setOpen(true);
  };
  const leave = () => {
    leaving.current = setTimeout(() => setOpen(false), leaveDelay);
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        className={`${styles['badge']} nodrag`}
        data-severity={severity}
        aria-label={severity === 'error' ? t`Error at ${layer.label}` : t`Warning at ${layer.label}`}
        onMouseEnter={enter}
        onMouseLeave={leave}
        onFocus={enter}
        onBlur={leave}
        onClick={(event) => {
          event.preventDefault();
          enter();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && open && takeFirst(content.current)) event.preventDefault();
        }}
      >
        !
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          ref={content}
          className={styles['popover']}
          aria-label={t`Problems of ${layer.label}`}
          side="bottom"
          sideOffset={10}
          collisionPadding={12}
          onMouseEnter={enter}
          onMouseLeave={leave}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <ProblemList problems={problems} byEnter onTaken={() => setOpen(false)} />
          <Popover.Arrow className={styles['arrow']} width={14} height={7} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Takes the first remedy that is offered, as a click would. */
function takeFirst(popover: HTMLElement | null): boolean {
  const first = popover?.querySelector<HTMLElement>('[data-first="true"]');
  first?.click();
  return first !== null && first !== undefined;
}
