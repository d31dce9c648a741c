import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SettingsFile } from '../../../src/main/settingsFile';
import { keptSettingsLimit } from '../../../src/protocol/keptSettings';
import { themeChoiceIn } from '../../../src/protocol/themeChoice';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'layerwise-settings-'));
  file = join(folder, 'settings.json');
});
afterEach(() => rm(folder, { recursive: true }));

const open = (changed: () => void = () => undefined) => new SettingsFile(file, changed);

describe('the settings file', () => {
  it('has after a restart what was changed last, and nothing of what was taken back', async () => {
    const change = fc.dictionary(
      fc.constantFrom('appearance.theme', 'charts.smoothing', 'a', 'b.c'),
      fc.oneof(fc.constant(null), fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string())),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        await rm(file, { force: true });
        const settings = open();
        for (const each of changes) void settings.keep(each);
        await settings.written();
        const expected = Object.entries(Object.assign({}, ...changes)).filter(([, value]) => value !== null);
        expect(open().settings).toEqual(Object.fromEntries(expected));
        expect(open().settings).toEqual(settings.settings);
      }),
      { numRuns: 30 },
    );
    expect(await readdir(folder)).toEqual(['settings.json']);
  });

  it.each([
    ['cut off', '{"appearance.theme": "da'],
    ['a list', '["dark"]'],
    ['with an id that is none', '{"__proto__ ": 1}'],
    ['binary', '\u0000\u0001'],
  ])('begins anew where it is damaged: %s; and keeps what was there aside', async (_what, content) => {
    await writeFile(file, content);
    const settings = open();
    expect(settings.settings).toEqual({});
    expect(await settings.keep({ 'appearance.theme': 'light' })).toMatchObject({ status: 'done' });
    expect(themeChoiceIn(open().settings)).toBe('light');
    expect(await readFile(`${file}.damaged`, 'utf8')).toBe(content);
  });

  it('holds without a disk, and says so', async () => {
    await mkdir(file);
    let told = 0;
    const settings = open(() => {
      told += 1;
    });
    const answer = await settings.keep({ 'appearance.theme': 'dark' });
    expect(answer).toMatchObject({ status: 'failed', problem: { message: /could not be kept/ } });
    expect(themeChoiceIn(settings.settings)).toBe('dark');
    expect(told).toBe(1);
  });

  it('refuses more than fits', async () => {
    const settings = open();
    expect(await settings.keep({ a: 'x'.repeat(keptSettingsLimit) })).toMatchObject({ status: 'failed' });
    expect(settings.settings).toEqual({});
  });
});
