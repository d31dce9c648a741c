import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../src/network/layers/config';
import type { LayerKind } from '../../../src/network/layers/defineLayer';
import type { Field } from '../../../src/network/layers/fields';
import { findLayerKind, layerKind, layerKinds } from '../../../src/network/layers/registry';
import { configs } from './layerArbitraries';

const folder = fileURLToPath(new URL('../../../src/network/layers/kinds', import.meta.url));
const files = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));

describe('the registry', () => {
  it('holds exactly one kind for each file in kinds/, under the file’s name', () => {
    expect(layerKinds.map(({ kind }) => kind).sort()).toEqual(files.sort());
  });

  it.each(files)('%s exports its kind under its own name', async (file) => {
    const module: Record<string, LayerKind> = await import(`../../../src/network/layers/kinds/${file}.ts`);
    expect(Object.keys(module)).toEqual([file]);
    expect(module[file]).toBe(findLayerKind(file));
  });

  it('says that an unknown kind is unknown', () => {
    expect(findLayerKind('conv9d')).toBeUndefined();
    expect(findLayerKind('__proto__')).toBeUndefined();
    expect(() => layerKind('conv9d')).toThrow('conv9d');
  });

  it.each([
    ['label', (kind: LayerKind) => kind.label],
    ['glyph', (kind: LayerKind) => kind.glyph],
    ['stem', (kind: LayerKind) => kind.stem],
    ['place in the palette', (kind: LayerKind) => `${kind.category} ${kind.rank}`],
  ])('gives no two kinds the same %s', (_name, of) => {
    const values = layerKinds.map(of);
    expect(values).toEqual([...new Set(values)]);
  });

  it('gives no two kinds the same key', () => {
    const keys = layerKinds.flatMap(({ shortcut }) => shortcut ?? []);
    expect(keys).toEqual([...new Set(keys)]);
    for (const key of keys) expect(key).toMatch(/^[a-z]$/);
  });

  it('has one terminal kind, and it alone has an objective', () => {
    expect(layerKinds.filter(({ terminal }) => terminal).map(({ kind }) => kind)).toEqual(['output']);
    expect(layerKinds.filter(({ objective }) => objective).map(({ kind }) => kind)).toEqual(['output']);
  });
});

describe.each(layerKinds.map((kind) => [kind.kind, kind] as const))('%s', (_name, kind) => {
  it('introduces itself in whole sentences', () => {
    expect(kind.summary).toMatch(/^[A-Z].*\.$/);
    expect(kind.label.trim()).not.toBe('');
    // Names of new layers are ids as well: a stem may not end in the number that follows it.
    expect(kind.stem).toMatch(/^[a-z]+$/);
  });

  it('has a short title for any settings', () => {
    fc.assert(
      fc.property(configs(kind), (config) => {
        expect(kind.title(config).trim()).not.toBe('');
      }),
    );
    expect(kind.title(defaultConfig(kind)).length).toBeLessThanOrEqual(18);
  });

  it('does not claim to suit an initialiser and to be looked through at once', () => {
    expect(kind.suits !== undefined && kind.transparent === true).toBe(false);
  });
});

const fields = layerKinds.flatMap(({ kind, fields: declared }) =>
  Object.entries(declared).map(([name, field]) => [`${kind}.${name}`, field] as const),
);

describe.each(fields)('%s', (_name, field) => {
  it('has a label and a help text in whole sentences', () => {
    expect(field.label).toMatch(/^[A-Z]/);
    expect(field.help).toMatch(/^[A-Z0-9].*\.$/);
  });

  it('has limits that contain its default', () => expectDefaultWithinLimits(field));
});

function expectDefaultWithinLimits(field: Field) {
  switch (field.type) {
    case 'integer':
    case 'number':
      expect(field.default).toBeGreaterThanOrEqual(field.min);
      expect(field.default).toBeLessThanOrEqual(field.max);
      return;
    case 'integers':
      expect(field.default).toHaveLength(field.parts.length);
      expect(Math.min(...field.default)).toBeGreaterThanOrEqual(field.min);
      expect(Math.max(...field.default)).toBeLessThanOrEqual(field.max);
      return;
    case 'choice':
      expect(field.options.map(({ value }) => value)).toContain(field.default);
      return;
    case 'boolean':
      expect(typeof field.default).toBe('boolean');
  }
}
