import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { layerKinds } from '../../../../src/network/layers/registry';
import { exportFormIdSchema } from '../../../../src/protocol/exportMessages';
import { commandIdSchema, nativeMenusSchema } from '../../../../src/protocol/nativeMenu';

vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
vi.stubGlobal('window', { innerHeight: 900, layerwise: { platform: 'linux', inBrowser: false } });

const { commandGroups, commands } = await import('../../../../src/renderer/commands/commandGroups');
const { keysOf } = await import('../../../../src/renderer/commands/keymap');
const { conflictsOf } = await import('../../../../src/renderer/commands/keyConflicts');
const { nativeMenus } = await import('../../../../src/renderer/commands/nativeMenus');
const { searchEntries } = await import('../../../../src/renderer/commandPalette/searchEntries');
const { translation } = await import('../../../../src/renderer/language/translation');

const each = commands.map((command) => [command.id, command] as const);

describe('the commands of the window', () => {
  it('come from every file of groups/, under the name of the file', () => {
    const folder = fileURLToPath(new URL('../../../../src/renderer/commands/groups', import.meta.url));
    const names = new Map(commandGroups.map((group) => [group.id, group]));
    const files = readdirSync(folder).map((name) => basename(name, '.ts'));
    expect(files.length).toBe(names.size);
    expect(files.map((name) => (name === 'exporting' ? 'export' : name)).sort()).toEqual(
      [...names.keys()].sort(),
    );
  });

  it('have ids and names of their own, and the group’s id before the dot', () => {
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
    for (const group of commandGroups) {
      const labels = group.commands.map((command) => command.label());
      expect(new Set(labels).size).toBe(labels.length);
      for (const { id } of group.commands) {
        expect(commandIdSchema.safeParse(id).success, id).toBe(true);
        expect(id.split('.')[0]).toBe(group.id);
      }
    }
  });

  it('share no keys', () => {
    expect(commands.flatMap((command) => conflictsOf(command, keysOf(command)))).toEqual([]);
  });

  it('have one that adds each kind of layer', () => {
    const ids = new Set(commands.map(({ id }) => id));
    for (const { kind } of layerKinds) expect(ids).toContain(`layers.${kind}`);
  });

  it('have one that exports weights in each form', () => {
    const ids = commands.map(({ id }) => id).filter((id) => id.startsWith('export.model.'));
    expect(ids.map((id) => id.replaceAll(/[^a-z]/gi, '').toLowerCase())).toEqual(
      exportFormIdSchema.options.map((form) => `exportmodel${form.replace('-', '')}`),
    );
  });

  it.each(each)('%s is found by its name', (_id, command) => {
    const entries = commands.map((other) => ({ command: other, group: '' }));
    const found = searchEntries(entries, command.label()).slice(0, 4);
    expect(found.map(({ command: other }) => other.id)).toContain(command.id);
  });

  it('make menus that main takes', () => {
    const menus = nativeMenusSchema.parse(nativeMenus());
    const shown = menus.flatMap(({ items }) => items.map((item) => ('id' in item ? item.id : item.type)));
    expect(shown).toContain('project.save');
    expect(shown).toContain('recent');
  });

  describe('in Korean', () => {
    beforeAll(async () => {
      const { korean } = await import('../../../../src/language/korean');
      translation.addResourceBundle('ko', 'translation', korean);
      await translation.changeLanguage('ko');
    });
    afterAll(() => translation.changeLanguage('en'));

    it('are told apart, too', () => {
      for (const group of commandGroups) {
        const labels = group.commands.map((command) => command.label());
        expect(new Set(labels).size).toBe(labels.length);
      }
    });
  });
});
