import { describe, expect, it } from 'vitest';
import { withTags } from '../../../src/network/graph/documentItems';
import { applyEdit } from '../../../src/network/graph/edits';
import {
  setFrozen,
  setLearningRateFactor,
  setStartingWeights,
} from '../../../src/network/graph/fineTuningEdits';
import { parseProject, serialiseProject } from '../../../src/network/graph/projectFile';
import { lenet5 } from '../../../src/network/templates/lenet5';

/** As older versions could draw it: with a card for each layer. */
const network = withTags(lenet5.create(), false);
const text = serialiseProject(network);

/** The project's text with one piece replaced, which must be there. */
function changed(piece: string, replacement: string): string {
  expect(text).toContain(piece);
  return text.replace(piece, () => replacement);
}

describe('a project file', () => {
  it('of version 6, which gave each layer a card, opens so', () => {
    const old = changed('"version": 7', '"version": 6');
    expect(parseProject(old)).toEqual({ document: network });
  });

  it('may say that no layer is a tag: this is not written', () => {
    const said = changed('"training": {', '"tagged": false, "training": {');
    expect(parseProject(said)).toEqual({ document: network });
  });

  it('of version 5, which had no notes, opens without any', () => {
    const old = changed('"version": 7', '"version": 5');
    expect(parseProject(old)).toEqual({ document: network });
  });

  it('may say that there are no notes: this is not written', () => {
    const said = changed('"edges": [', '"notes": [], "edges": [');
    expect(parseProject(said)).toEqual({ document: network });
  });

  it('of version 4, which froze nothing and drew all weights, opens so', () => {
    const old = changed('"version": 7', '"version": 4');
    expect(parseProject(old)).toEqual({ document: network });
  });

  it('may say of a layer that it trains as all do: this is not written', () => {
    const said = changed('"id":"conv1",', '"id":"conv1","frozen":false,"learningRateFactor":1,');
    expect(parseProject(said)).toEqual({ document: network });
  });

  it('of version 3, which did not clip gradients, opens without clipping', () => {
    const { version: _, training, ...content } = JSON.parse(text);
    const { clipNorm: _c, ...settings } = training;
    const old = { ...content, version: 3, training: settings };
    expect(parseProject(JSON.stringify(old))).toEqual({ document: network });
  });

  it('of version 2, which had no blocks, opens without any', () => {
    const { version: _, blocks: _b, ...content } = JSON.parse(text);
    expect(parseProject(JSON.stringify({ ...content, version: 2 }))).toEqual({ document: network });
  });
});

describe('what a project says of fine-tuning', () => {
  const factor = (value: number) => changed('"id":"conv1",', `"id":"conv1","learningRateFactor":${value},`);
  const weights = (value: object) =>
    changed('"training": {', `"startingWeights": ${JSON.stringify(value)}, "training": {`);

  it.each([
    ['a factor of 0', factor(0), /^In layer "conv1", learningRateFactor: /],
    ['a factor that is too large', factor(1001), /^In layer "conv1", learningRateFactor: /],
    [
      'a run outside of the runs',
      weights({ type: 'run', run: '../other', name: 'x' }),
      /startingWeights\.run: /,
    ],
    [
      'a file without its digest',
      weights({ type: 'file', path: 'a.safetensors', name: 'a', sha256: 'no' }),
      /startingWeights\.sha256: /,
    ],
    ['weights from nowhere', weights({ type: 'cloud' }), /startingWeights\.type: /],
  ])('is refused with the place: %s', (_case, file, message) => {
    const result = parseProject(file);
    expect('problem' in result && result.problem.message).toMatch(message);
  });

  it('is written only where it says something', () => {
    const document = lenet5.create();
    const edits = [
      setFrozen(document, ['conv1'], true),
      setLearningRateFactor(document, ['conv2'], 0.1),
      setStartingWeights(document, { type: 'run', run: 'lenet-5-1', name: 'LeNet-5' }),
    ];
    const written = edits.map((edit) => serialiseProject(applyEdit(document, edit).document));
    expect(written[0]).toContain(
      '"id":"conv1","kind":"conv2d","label":"conv1","position":{"x":200,"y":60},"frozen":true,',
    );
    expect(written[1]?.match(/learningRateFactor":0.1/g)).toHaveLength(1);
    expect(written[2]).toContain('  "startingWeights": {"type":"run","name":"LeNet-5","run":"lenet-5-1"}\n');
    expect(text).not.toMatch(/frozen|learningRateFactor|startingWeights/);
  });
});

describe('what a project says of notes', () => {
  const note = { id: 'note1', text: 'here the gradient dies\nand why', position: { x: 1, y: 2 } };
  const written = (...notes: object[]) =>
    changed('"edges": [', `"notes": ${JSON.stringify(notes)}, "edges": [`);

  it.each([
    ['a colour that there is not', [{ ...note, width: 200, colour: 'red' }], /^In note "note1", colour: /],
    ['a width beyond the limits', [{ ...note, width: 1, colour: 'blue' }], /^In note "note1", width: /],
    ['text that is none', [{ ...note, text: 3, width: 200, colour: 'blue' }], /^In note "note1", text: /],
    ['markup beside the text', [{ ...note, html: '<b>', width: 200, colour: 'blue' }], /^In note "note1": /],
    [
      'two of the same id',
      [1, 2].map(() => ({ ...note, width: 200, colour: 'blue' })),
      /^Two notes have the id "note1"\.$/,
    ],
  ])('is refused with the place: %s', (_case, notes, message) => {
    const result = parseProject(written(...notes));
    expect('problem' in result && result.problem.message).toMatch(message);
  });

  it('is one note on each line', () => {
    const document = { ...lenet5.create(), notes: [{ ...note, width: 200, colour: 'blue' as const }] };
    expect(serialiseProject(document)).toContain(
      '  "notes": [\n    {"id":"note1","text":"here the gradient dies\\nand why","position":{"x":1,"y":2},"width":200,"colour":"blue"}\n  ],\n',
    );
  });
});

describe('fine-tuning edits', () => {
  const document = lenet5.create();

  it.each([
    [setFrozen(document, ['conv1'], true).label, 'Freeze conv1'],
    [setFrozen(document, ['conv1', 'conv2'], false).label, 'Unfreeze 2 layers'],
    [setLearningRateFactor(document, ['fc3'], 10).label, 'Set learning-rate factor of fc3'],
    [setStartingWeights(document, null).label, 'Start from fresh weights'],
  ])('are called what they do: %s', (label, expected) => expect(label).toBe(expected));

  it('change nothing where nothing would change', () => {
    expect(setFrozen(document, ['conv1'], false).changes).toEqual([]);
    expect(setLearningRateFactor(document, ['conv1'], 1).changes).toEqual([]);
    expect(setLearningRateFactor(document, ['conv1'], Number.NaN).changes).toEqual([]);
    expect(setStartingWeights(document, null).changes).toEqual([]);
  });

  it('keep factors within their limits', () => {
    const rates = [-1, 5000].map((factor) => setLearningRateFactor(document, ['conv1'], factor).changes);
    expect(rates).toEqual([
      [{ type: 'setLearningRateFactors', factors: { conv1: 1e-6 } }],
      [{ type: 'setLearningRateFactors', factors: { conv1: 1000 } }],
    ]);
  });
});
