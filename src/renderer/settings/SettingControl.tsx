import { assertNever } from '../../network/assertNever';
import { SegmentedControl } from '../controls/SegmentedControl';
import { Toggle } from '../controls/Toggle';
import { say } from '../language/say';
import { NumberControl } from './NumberControl';
import type { Setting } from './setting';
import { changeSetting, useSetting } from './settingsStore';
import { spokenOptions } from './spokenOptions';

/** What a setting is changed with. */
export function SettingControl({ setting }: { setting: Setting }) {
  switch (setting.control) {
    case 'choice':
      return <ChoiceControl setting={setting} />;
    case 'toggle':
      return <ToggleControl setting={setting} />;
    case 'number':
      return <NumberControl setting={setting} />;
    default:
      return assertNever(setting);
  }
}

type Of<Control> = { setting: Extract<Setting, { control: Control }> };

function ChoiceControl({ setting }: Of<'choice'>) {
  return (
    <SegmentedControl
      label={say(setting.label)}
      value={useSetting(setting)}
      segments={spokenOptions(setting)}
      onChange={(value) => changeSetting(setting, value)}
    />
  );
}

function ToggleControl({ setting }: Of<'toggle'>) {
  return (
    <Toggle
      label={say(setting.label)}
      checked={useSetting(setting)}
      onChange={(value) => changeSetting(setting, value)}
    />
  );
}
