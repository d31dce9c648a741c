import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { applyEdit } from '../../../src/network/graph/edits';
import { usualUnit } from '../../../src/network/graph/shortcuts/residualUnits';
import { type ShortcutOption, shortcutOptions } from '../../../src/network/graph/shortcuts/shortcutOption';
import { toPlain } from '../../../src/network/graph/shortcuts/toPlain';
import type { LayerConfig } from '../../../src/network/layers/fields';
import { findTemplate, templates } from '../../../src/network/templates/templates';
import { content, plain, residual } from './conversions';

function create(id: string, settings: LayerConfig = {}): NetworkDocument {
  const template = findTemplate(id);
  if (template === undefined) throw new Error(`There is no template "${id}".`);
  return template.create(settings);
}

describe.each<[string, string, ShortcutOption]>([
  ['plain-18', 'resnet-18', 'B'],
  ['plain-34', 'resnet-34', 'B'],
  ['plain-20-cifar', 'resnet-20-cifar', 'A'],
  ['plain-56-cifar', 'resnet-56-cifar', 'B'],
  ['plain-18', 'resnet-18', 'A'],
  ['plain-34', 'resnet-34', 'A'],
])('%s', (plainId, residualId, option) => {
  const document = create(plainId);

  it(`becomes ${residualId} with option ${option}, parameter for parameter, and is itself again`, () => {
    const converted = residual(document, { option });
    expect(analyse(converted.document).totals).toEqual(
      analyse(create(residualId, { shortcut: option })).totals,
    );
    expect(content(plain(converted.document).document)).toBe(content(document));
    expect(content(applyEdit(converted.document, converted.inverse).document)).toBe(content(document));
  });
});

describe.each<[string, LayerConfig]>([
  ['resnet-18', {}],
  ['resnet-18', { batchNorm: false, largeStem: false, input: 32, width: 0.25 }],
  ['resnet-34', { shortcut: 'A' }],
  ['resnet-34', { shortcut: 'C' }],
  ['resnet-50', {}],
  ['resnet-50', { version: '1' }],
  ['resnet-101', {}],
  ['resnet-152', {}],
  ['resnet-20-cifar', { shortcut: 'A' }],
  ['resnet-v2-20-cifar', { shortcut: 'A' }],
  ['resnet-v2-20-cifar', { shortcut: 'B' }],
  ['resnet-v2-50', {}],
])('%s with %j', (id, settings) => {
  it('is the same network again, but for names and places, after both conversions', () => {
    const document = create(id, settings);
    const without = plain(document).document;
    expect(toPlain(without, analyse(without))).toHaveProperty('problem');
    const every = usualUnit(without, analyse(without));
    const option = readOption(settings['shortcut']);
    const join = id.includes('v2') ? 'preActivation' : 'beforeActivation';
    const again = residual(without, { every, option, join }).document;
    expect(form(again)).toEqual(form(document));
    expect(analyse(again).totals).toEqual(analyse(document).totals);
  });
});

describe('vgg-16', () => {
  it('gets shortcuts inside its stages, and loses them again', () => {
    const document = create('vgg-16');
    const converted = residual(document).document;
    expect(analyse(converted).trains).toBe(analyse(document).trains);
    expect(content(plain(converted).document)).toBe(content(document));
  });
});

describe('any template', () => {
  it.each(templates.map(({ id }) => id))(
    '%s keeps all layers but its shortcuts and has no new problem',
    (id) => {
      const document = create(id);
      const before = analyse(document);
      const result = toPlain(document, before);
      if ('problem' in result) return;
      const { document: changed, inverse } = applyEdit(document, result.edit);
      const after = analyse(changed);
      expect(toPlain(changed, after)).toHaveProperty('problem');
      expect(after.problems.length).toBeLessThanOrEqual(before.problems.length);
      for (const [layer, { weights, outputShape }] of after.nodes)
        expect([layer, weights.map(({ shape }) => shape), outputShape]).toEqual([
          layer,
          before.nodes.get(layer)?.weights.map(({ shape }) => shape),
          before.nodes.get(layer)?.outputShape,
        ]);
      expect(content(applyEdit(changed, inverse).document)).toBe(content(document));
    },
  );
});

function readOption(setting: unknown): ShortcutOption {
  return shortcutOptions.find((option) => option === setting) ?? 'B';
}

/** A network without its layers' names: each layer's kind and settings, with those that it takes its inputs from. */
function form(document: NetworkDocument): readonly string[] {
  const inputs = new Map<string, string[]>();
  for (const { from, to } of document.edges) inputs.set(to, [...(inputs.get(to) ?? []), from]);
  const described = new Map<string, number>();
  const numbers = new Map<string, number>();
  for (const id of analyse(document).order) {
    const node = document.nodes.find((candidate) => candidate.id === id);
    const from = (inputs.get(id) ?? []).map((source) => described.get(source)).sort();
    const text = JSON.stringify([node?.kind, node?.config, from]);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    described.set(id, number);
  }
  return [...numbers.keys()].sort();
}
