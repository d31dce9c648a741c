import { RotateCcw } from 'lucide-react';
import { Hint } from '../controls/Hint';
import { ToolButton } from '../controls/ToolButton';
import { say } from '../language/say';
import { t } from '../language/t';
import { SettingControl } from './SettingControl';
import styles from './SettingsView.module.css';
import type { Setting } from './setting';
import { changeSetting, useSettings } from './settingsStore';

/** A setting: its name, what it does, its control, and a way back to the default where it is another. */
export function SettingRow({ setting }: { setting: Setting }) {
  const changed = useSettings(({ kept }) => setting.read(kept[setting.id]) !== setting.default);
  return (
    <li className={styles['row']}>
      <div className={styles['words']}>
        <h4>{say(setting.label)}</h4>
        <p>{say(setting.help)}</p>
      </div>
      <div className={styles['control']}>
        <SettingControl setting={setting} />
      </div>
      <Hint text={t`Back to the default`} side="left">
        <ToolButton
          icon
          className={changed ? undefined : styles['unchanged']}
          aria-label={t`Reset: ${say(setting.label)}`}
          disabled={!changed}
          onClick={() => changeSetting(setting, setting.default)}
        >
          <RotateCcw size={14} aria-hidden="true" />
        </ToolButton>
      </Hint>
    </li>
  );
}
