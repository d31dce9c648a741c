import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { migrate, projectVersion } from '../../../src/network/graph/migrations';
import { parseProject, serialiseProject } from '../../../src/network/graph/projectFile';
import { lenet5 } from '../../../src/network/templates/lenet5';
import { documents } from './documentArbitraries';

const text = serialiseProject(lenet5.create());

/** The project's text with one piece replaced, which must be there. */
function changed(piece: string, replacement: string): string {
  expect(text).toContain(piece);
  return text.replace(piece, () => replacement);
}

function problemOf(file: string): string {
  const result = parseProject(file);
  if (!('problem' in result)) throw new Error('The file was opened.');
  expect(result.problem.message).toMatch(/\.$/);
  expect(result.problem.advice).toMatch(/\.$/);
  return result.problem.message;
}

describe('a project file', () => {
  it('gives back any project exactly, and the same text for it', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const written = serialiseProject(document);
        const result = parseProject(written);
        expect(result).toEqual({ document });
        if ('document' in result) expect(serialiseProject(result.document)).toBe(written);
      }),
      { numRuns: 300 },
    );
  });

  it('of the version that is written needs no migration, and one of a version that never was has none', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const { format: _format, version, ...content } = JSON.parse(serialiseProject(document));
        expect(version).toBe(projectVersion);
        expect(migrate(content, version)).toEqual(content);
        expect(() => migrate(content, 0)).toThrow('No migration leads from project version 0 to 1.');
      }),
    );
  });

  it('does not depend on the order in which settings were made', () => {
    const document = lenet5.create();
    const reverse = (value: object) => Object.fromEntries(Object.entries(value).reverse());
    const shuffled = {
      ...document,
      nodes: document.nodes.map((node) => ({ ...node, config: reverse(node.config) })),
      training: { ...document.training, ...reverse(document.training) },
    };
    expect(serialiseProject(shuffled)).toBe(text);
  });

  it('has one layer and one connection on each line, and ends with a line break', () => {
    const document = lenet5.create();
    const lines = text.split('\n');
    for (const { id } of document.nodes)
      expect(lines.filter((line) => line.includes(`{"id":"${id}",`))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('{"from":'))).toHaveLength(document.edges.length);
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('may leave settings of a layer out: they get their defaults', () => {
    const result = parseProject(
      changed('{"loss":"softmaxCrossEntropy","metric":"accuracy","lossWeight":1}', '{}'),
    );
    expect(result).toEqual({ document: lenet5.create() });
  });

  it('may begin with a byte order mark', () => {
    expect(parseProject(`\uFEFF${text}`)).toEqual({ document: lenet5.create() });
  });
});

describe('a broken or hostile file gives a sentence', () => {
  it.each([
    ['empty', '', 'The file is empty.'],
    [
      'truncated',
      text.slice(0, text.indexOf('"relu1"')),
      'The file ends too early, at line 8, column 11: part of it is missing.',
    ],
    [
      'not JSON',
      '<html></html>',
      "The file is not valid JSON from line 1, column 1 on, so it can't be read as a project.",
    ],
    ['foreign', '{"nodes": [], "edges": []}', 'This is not a Layerwise project.'],
    ['a list', '[]', 'This is not a Layerwise project.'],
    ['null', 'null', 'This is not a Layerwise project.'],
    [
      'newer',
      changed('"version": 7', '"version": 8'),
      'The project was made by a newer Layerwise (file version 8; this one reads up to 7).',
    ],
    [
      'without version',
      changed('"version": 7,', ''),
      'The file does not say which version of the project format it has.',
    ],
    [
      'nested deeply',
      changed('"nodes": [', `"nodes": [${'['.repeat(2_000_000)}`),
      'The file is nested more than 32 levels deep (line 5, column 43), which no project is.',
    ],
    [
      'with a key __proto__',
      changed('"edges": [', '"__proto__": {"polluted": true}, "edges": ['),
      'The file has a setting named "__proto__" (line 21, column 3), which no project has.',
    ],
    [
      'with an unknown layer kind',
      changed('"kind":"relu","label":"relu2"', '"kind":"capsule","label":"relu2"'),
      'Layer "relu2" is of the kind "capsule", which this version of Layerwise doesn\'t know.',
    ],
    [
      'with a setting out of limits',
      changed('"filters":16', '"filters":0'),
      'Layer "conv2": Conv2D, filters: Filters must be a whole number from 1 to 65536; got 0.',
    ],
    [
      'with an unknown setting',
      changed('"filters":16', '"filter":16'),
      'Layer "conv2": Conv2D has no setting "filter".',
    ],
    ['with two equal ids', changed('"id":"relu2"', '"id":"relu1"'), 'Two layers have the id "relu1".'],
    [
      'with an id that objects have',
      changed('"id":"relu2"', '"id":"constructor"'),
      'A layer can\'t have the id "constructor".',
    ],
    [
      'with a connection to nowhere',
      changed('"to":"relu2"', '"to":"relu9"'),
      'The connection from "conv2" to "relu9" leads to a layer that isn\'t there: "relu9".',
    ],
    [
      'with two connections to an input',
      changed('"to":"relu2"', '"to":"relu1"'),
      'Two connections lead to input 0 of "relu1".',
    ],
    [
      'with a connection into Input',
      changed('"to":"relu2"', '"to":"input"'),
      'The connection from "conv2" to "input" leads into an Input, which takes no input.',
    ],
    [
      'with a connection out of Output',
      changed('{"from":"conv2"', '{"from":"output"'),
      'The connection from "output" to "relu2" starts at an Output, which ends the network.',
    ],
    [
      'with a second input of a layer that has one',
      changed('"to":"relu2","input":0', '"to":"relu2","input":1'),
      'The connection from "conv2" to "relu2" leads to input 1, but ReLU has input 0 only.',
    ],
  ])('%s', (_case, file, message) => {
    expect(problemOf(file)).toBe(message);
  });

  it.each([
    [
      'a position that is no number',
      changed('"x":200,"y":60', '"x":"left","y":60'),
      /^In layer "conv1", position\.x: /,
    ],
    ['a layer that is none', changed('"edges": [', '"edges": [7,'), /^In edge 1: /],
    [
      'a missing section',
      changed('"edges": [', '"ends": ['),
      /^In the project, edges: this is missing, and should be a list\.$/,
    ],
    [
      'a missing number',
      changed('"x":200,"y":60', '"y":60'),
      /position\.x: this is missing, and should be a number\.$/,
    ],
    [
      'an unknown dataset',
      changed('"mnist"', '"imagenet"'),
      /^In the project, training\.dataset\.type: there is no such dataset: mnist, /,
    ],
    [
      'a bad learning rate',
      changed('"learningRate": 0.05', '"learningRate": -1'),
      /training\.learningRate: /,
    ],
    ['infinity', changed('"x":200,"y":60', '"x":1e999,"y":60'), /^In layer "conv1", position\.x: /],
  ])('with %s', (_case, file, message) => {
    expect(problemOf(file)).toMatch(message);
  });

  it('when it is too large, without parsing it', () => {
    expect(problemOf(`${text}${' '.repeat(16 * 1024 * 1024)}`)).toMatch(/^The file has 16\.0 MiB; a project/);
    expect(problemOf(`"${'é'.repeat(9 * 1024 * 1024)}"`)).toMatch(/^The file has 18\.0 MiB/);
  });

  it('when it is very large and nothing in it fits', () => {
    const list = (item: string, count: number) => Array(count).fill(item).join(',');
    expect(problemOf(changed('"nodes": [', `"nodes": [${list('1', 2_000_000)},`))).toMatch(
      /^In the project, nodes/,
    );
    expect(problemOf(changed('"nodes": [', `"nodes": [${list('{}', 15_000)},`))).toMatch(/^In layer 1, id/);
    expect(problemOf(changed('"kernelSize":[5,5]', `"kernelSize":[${list('[]', 500_000)}]`))).toMatch(
      /^In layer "conv1", config/,
    );
    const wide = Array.from({ length: 900_000 }, (_, key) => `"${key}":null`).join(',');
    expect(problemOf(changed('"filters":6', wide))).toMatch(/more than 64 settings \(line 7, /);
  }, 60_000);

  it('when any part of it is lost or garbled', () => {
    // Braces alone may close what was cut off near its end, and then nothing is lost.
    const garbled = fc.string({ maxLength: 3 }).filter((garbage) => !garbage.includes('}'));
    fc.assert(
      fc.property(fc.nat({ max: text.length - 3 }), garbled, (place, garbage) => {
        const result = parseProject(text.slice(0, place) + garbage);
        expect(result).toHaveProperty('problem');
      }),
      { numRuns: 300 },
    );
  });
});
