import { TextBox } from '../form/TextBox';
import { useDraft } from '../form/useDraft';
import { parseInteger } from '../inspector/parseNumber';
import { say } from '../language/say';
import styles from './SettingsView.module.css';
import type { NumberSetting } from './setting';
import { changeSetting, useSetting } from './settingsStore';

/** A whole number; the arrow keys step it. */
export function NumberControl({ setting }: { setting: NumberSetting }) {
  const value = useSetting(setting);
  const apply = (next: number) => changeSetting(setting, next);
  const draft = useDraft(String(value), (text) => parseInteger(text, setting), String, apply);
  const step = (steps: number) => apply(Math.min(setting.max, Math.max(setting.min, value + steps)));
  return (
    <span className={styles['number']}>
      <TextBox
        draft={draft}
        label={say(setting.label)}
        unit={setting.unit}
        onStep={step}
        onLeave={() => undefined}
      />
      {draft.problem !== null && <span role="alert">{say(draft.problem)}</span>}
    </span>
  );
}
