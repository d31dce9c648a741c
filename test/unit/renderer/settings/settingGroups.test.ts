import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type KeptSettings, settingIdSchema } from '../../../../src/protocol/keptSettings';
import type { Setting } from '../../../../src/renderer/settings/setting';
import { settingGroups } from '../../../../src/renderer/settings/settingGroups';
import { findSettings } from '../../../../src/renderer/settings/settingsSearch';
import { changeSetting, settingNow, useSettings } from '../../../../src/renderer/settings/settingsStore';

const everySetting = settingGroups.flatMap(({ settings }) => settings);
const named = everySetting.map((setting) => [setting.id, setting] as const);

/** All that a setting can be, or enough of it. */
function valuesOf(setting: Setting): readonly (string | number | boolean)[] {
  if (setting.control === 'choice') return setting.options.map(({ value }) => value);
  if (setting.control === 'toggle') return [true, false];
  return [setting.min, setting.default, setting.max];
}

let sent: KeptSettings[];
beforeEach(() => {
  sent = [];
  useSettings.setState({ kept: {} });
  vi.stubGlobal('window', {
    layerwise: {
      call: async (_call: string, changes: KeptSettings) => {
        sent.push(changes);
        return { status: 'done', value: null };
      },
    },
  });
});

describe('the table of settings', () => {
  it('has every file of groups/, under the name of the file', () => {
    const folder = fileURLToPath(new URL('../../../../src/renderer/settings/groups', import.meta.url));
    const files = readdirSync(folder).map((name) => basename(name, '.ts'));
    expect(settingGroups.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  it('names each setting once, within its group', () => {
    const ids = everySetting.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, settings } of settingGroups)
      for (const setting of settings) {
        expect(setting.id.startsWith(`${id}.`)).toBe(true);
        expect(settingIdSchema.safeParse(setting.id).success).toBe(true);
      }
  });

  it.each(named)('%s reads what it may be, and takes all else as its default', (_id, setting) => {
    const values = valuesOf(setting);
    for (const value of values) expect(setting.read(value)).toBe(value);
    expect(values).toContain(setting.default);
    fc.assert(
      fc.property(fc.anything(), (kept) => {
        const read = setting.read(kept);
        expect(Object.is(read, kept) || read === setting.default).toBe(true);
      }),
    );
  });

  it.each(named)('%s is kept while it differs from its default', (_id, setting) => {
    for (const value of valuesOf(setting)) {
      changeSetting(setting, value);
      expect(settingNow<string | number | boolean>(setting)).toBe(value);
      expect(setting.id in useSettings.getState().kept).toBe(value !== setting.default);
      expect(sent.at(-1)).toEqual({ [setting.id]: value === setting.default ? null : value });
    }
  });

  it.each(named)('%s is found by its words', (_id, setting) => {
    const found = findSettings(settingGroups, setting.label.toUpperCase());
    expect(found.flatMap(({ settings }) => settings)).toContain(setting);
    expect(findSettings(settingGroups, `${setting.label} zyxw`)).toEqual([]);
    expect(setting.help.length).toBeGreaterThan(20);
  });
});
