import { Code } from 'lucide-react';
import { Hint } from '../controls/Hint';
import { ToolButton } from '../controls/ToolButton';
import { useDock } from '../dock/dockStore';
import { t } from '../language/t';
import { useOpenView } from '../views/openView';

/** Shows the network as a program below it, and hides it again. */
export function CodeButton() {
  const covered = useOpenView(({ view }) => view !== null);
  const shown = useDock(({ tab, collapsed }) => tab === 'code' && !collapsed) && !covered;
  const { showTab, toggle } = useDock.getState();
  return (
    <Hint text={t`The network as a program`}>
      <ToolButton
        aria-pressed={shown}
        onClick={() => {
          useOpenView.getState().close();
          if (shown) toggle();
          else showTab('code');
        }}
      >
        <Code size={16} strokeWidth={1.75} aria-hidden="true" />
        {t`Code`}
      </ToolButton>
    </Hint>
  );
}
