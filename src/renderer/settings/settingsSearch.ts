import { say } from '../language/say';
import type { Setting } from './setting';
import type { SettingsSection } from './settingsSections';

/** The sections with what holds all of the words of a search, in English or the window's language; all where it is empty. */
export function findSettings(
  sections: readonly SettingsSection[],
  search: string,
): readonly SettingsSection[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  return sections.flatMap((section) => {
    const { label, settings, panel } = section;
    const found = settings.filter((setting) => holds(`${label} ${say(label)} ${textOf(setting)}`));
    const heading = `${label} ${say(label)}`;
    const kept = panel?.words().some((text) => holds(`${heading} ${text}`)) === true ? panel : undefined;
    return found.length === 0 && kept === undefined ? [] : [{ ...section, settings: found, panel: kept }];
  });
}

function textOf(setting: Setting): string {
  const options = setting.control === 'choice' ? setting.options.map(({ label }) => label) : [];
  const words = [setting.label, setting.help, ...options];
  return [...words, ...words.map(say)].join(' ');
}
