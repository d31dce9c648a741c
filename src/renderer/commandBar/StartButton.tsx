import { Hint } from '../controls/Hint';
import { ToolButton } from '../controls/ToolButton';
import { Logo } from '../glyphs/Logo';
import { t } from '../language/t';
import { useOpenView } from '../views/openView';

/** Shows the start screen, and hides it again. */
export function StartButton() {
  const open = useOpenView(({ view }) => view === 'start');
  return (
    <Hint text={t`Start screen`}>
      <ToolButton
        icon
        aria-label={t`Start screen`}
        aria-pressed={open}
        onClick={() => useOpenView.getState().toggle('start')}
      >
        <Logo size={22} />
      </ToolButton>
    </Hint>
  );
}
