import { ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useEffect, useMemo, useRef } from 'react';
import { classNames } from '../controls/classNames';
import { Hint } from '../controls/Hint';
import menu from '../controls/Menu.module.css';
import { ToolButton } from '../controls/ToolButton';
import { useEditor } from '../editor/editorStore';
import { formatCounted } from '../format/numbers';
import { say } from '../language/say';
import { t } from '../language/t';
import { useWindowMenu } from '../views/openMenu';
import styles from './HistoryMenu.module.css';
import { historySteps } from './historySteps';

/** The edits made and undone, by their names: choosing one goes there. */
export function HistoryMenu() {
  const locked = useEditor((state) => state.structureLocked);
  const empty = useEditor(({ history }) => history.past.length + history.future.length === 0);
  const hint = locked
    ? t`History: locked while training`
    : t`History: every edit since the project was opened`;
  return (
    <DropdownMenu.Root modal={false} {...useWindowMenu('history')}>
      <Hint text={empty ? t`Nothing was edited yet` : hint}>
        <DropdownMenu.Trigger asChild disabled={locked || empty}>
          <ToolButton icon aria-label={t`Edit history`} className={styles['trigger']}>
            <ChevronDown size={13} aria-hidden="true" />
          </ToolButton>
        </DropdownMenu.Trigger>
      </Hint>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={classNames(menu['menu'], styles['menu'])}
          align="start"
          sideOffset={4}
          collisionPadding={8}
        >
          <Steps />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Steps() {
  const history = useEditor((state) => state.history);
  const { earlier, steps, later } = useMemo(() => historySteps(history), [history]);
  const present = history.past.length;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-checked="true"]')?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <div ref={list} className={styles['list']}>
      <DropdownMenu.Label className={menu['heading']}>{t`History, the latest edit last`}</DropdownMenu.Label>
      {earlier > 0 && <p className={styles['more']}>{formatCounted(earlier, 'earlier edit')}</p>}
      <DropdownMenu.RadioGroup
        value={String(present)}
        onValueChange={(value) => useEditor.getState().goTo(Number(value))}
      >
        {steps.map(({ made, label }) => (
          <DropdownMenu.RadioItem
            key={made}
            value={String(made)}
            className={classNames(menu['item'], styles['step'])}
            data-undone={made > present}
          >
            <span className={styles['dot']} />
            <span className={styles['label']}>{say(label)}</span>
            {made === present && <span className={styles['now']}>{t`now`}</span>}
            {made > present && <span className={styles['now']}>{t`undone`}</span>}
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
      {later > 0 && <p className={styles['more']}>{formatCounted(later, 'later edit')}</p>}
    </div>
  );
}
