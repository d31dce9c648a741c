import { LayoutTemplate } from 'lucide-react';
import { useKeysText } from '../commands/useKeysText';
import { Hint } from '../controls/Hint';
import { ToolButton } from '../controls/ToolButton';
import { t } from '../language/t';
import { useOpenView } from '../views/openView';

/** Shows the templates gallery, and hides it again. */
export function TemplatesButton() {
  const open = useOpenView(({ view }) => view === 'gallery');
  return (
    <Hint text={t`Known networks to start from`} keys={useKeysText('project.newFromTemplate')}>
      <ToolButton aria-pressed={open} onClick={() => useOpenView.getState().toggle('gallery')}>
        <LayoutTemplate size={16} strokeWidth={1.75} aria-hidden="true" />
        {t`Templates`}
      </ToolButton>
    </Hint>
  );
}
