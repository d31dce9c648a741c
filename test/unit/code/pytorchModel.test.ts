import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { codeText } from '../../../src/network/code/codeLines';
import { pythonNames } from '../../../src/network/code/pythonNames';
import { pytorchModel } from '../../../src/network/code/pytorch/pytorchModel';
import { readPytorchNetwork } from '../../../src/network/code/pytorch/pytorchNodes';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { defaultConfig } from '../../../src/network/layers/config';
import { templates } from '../../../src/network/templates/templates';
import { trainableNetworks } from '../analysis/trainableNetworks';

function modelOf(document: NetworkDocument) {
  return pytorchModel(document, analyse(document));
}

describe('the lines of a model', () => {
  it.each(templates.map((template) => [template.id, template] as const))(
    'say of each layer of %s where it is made and where it is called',
    (_id, template) => {
      const document = template.create(defaultConfig({ fields: template.settings }));
      const lines = modelOf(document);
      for (const { node, name, layer } of readPytorchNetwork(document, analyse(document)).nodes) {
        const own = lines.flatMap((line) => (line.node === node.id ? [line.text.trim()] : []));
        if (layer.module === null) continue;
        expect(own.filter((text) => text.startsWith(`self.${name} = `))).toHaveLength(1);
        expect(own.some((text) => text.includes(`= self.${name}(`))).toBe(true);
      }
    },
  );

  test('name every weight and every class that any network needs', () => {
    fc.assert(
      fc.property(trainableNetworks, ({ document }) => {
        const text = codeText(modelOf(document));
        const { nodes } = readPytorchNetwork(document, analyse(document));
        for (const { node, weights } of nodes)
          for (const { name } of weights) expect(text).toContain(`"${node.id}/${name}": (`);
        for (const [, type] of text.matchAll(/self\.\w+ = ([A-Z]\w*)\(/g))
          expect(text).toContain(`\nclass ${type}(`);
        for (const line of text.split('\n')) if (!line.includes('#')) expect(line.length).toBeLessThan(130);
      }),
      { numRuns: 60 },
    );
  });
});

describe('names in Python', () => {
  const label = fc.oneof(
    fc.constantFrom('class', 'self', 'x', 'forward', 'train', '3×3', '', 'Conv 1', 'conv_1', 'ümlaut', '層'),
    fc.string(),
  );

  test('are unique, lower case, and none that a module or Python has', () => {
    fc.assert(
      fc.property(fc.array(label, { maxLength: 12 }), (labels) => {
        const nodes = labels.map((text, index) => ({
          id: `n${index}`,
          kind: 'relu',
          label: text,
          config: {},
          position: { x: 0, y: 0 },
        }));
        const names = [...pythonNames(nodes).values()];
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) {
          expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
          expect(['class', 'self', 'x', 'forward', 'train', 'torch']).not.toContain(name);
        }
      }),
    );
  });
});
