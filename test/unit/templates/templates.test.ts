import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { canvasGrid } from '../../../src/network/graph/layout';
import { parseProject, serialiseProject } from '../../../src/network/graph/projectFile';
import { lenet5 } from '../../../src/network/templates/lenet5';
import { findTemplate, templates } from '../../../src/network/templates/templates';
import { crossings, overlaps, tidied } from '../graph/tidy/drawing';

describe.each(templates.map((template) => [template.id, template] as const))(
  'template %s',
  (id, template) => {
    const document = template.create();

    it('is found by its id and makes a document of its own each time', () => {
      expect(findTemplate(id)).toBe(template);
      expect(template.create()).toEqual(document);
      expect(template.create()).not.toBe(document);
    });

    it('trains as it is, and warns at most of biases that the published network has in front of batch norm', () => {
      const { problems, trains } = analyse(document);
      expect(trains).toBe(true);
      expect(problems.filter(({ message }) => !/^The bias of .* has no effect/.test(message))).toEqual([]);
    });

    it('trains with each choice of each setting', () => {
      for (const [name, field] of Object.entries(template.settings)) {
        const values =
          field.type === 'choice'
            ? field.options.map(({ value }) => value)
            : field.type === 'boolean'
              ? [!field.default]
              : [];
        for (const value of values)
          expect(analyse(template.create({ [name]: value })).trains, `${name}=${value}`).toBe(true);
      }
    });

    it('is a project that a file can hold', () => {
      expect(parseProject(serialiseProject(document))).toEqual({ document });
    });

    it('has no two cards on one another, and no connection across a card', () => {
      expect(overlaps(document)).toEqual([]);
      expect(crossings(document)).toEqual([]);
      expect(crossings(document, true)).toEqual([]);
    });

    it('has none either with all its blocks open, in frames apart from one another', () => {
      const opened = tidied({
        ...document,
        blocks: document.blocks.map((block) => ({ ...block, collapsed: false })),
      });
      expect(overlaps(opened)).toEqual([]);
      expect(crossings(opened)).toEqual([]);
    });
  },
);

it('LeNet-5 fits the canvas of the smallest usual window while the dock is open', () => {
  const { nodes } = lenet5.create();
  expect(Math.max(...nodes.map(({ position }) => position.x)) + canvasGrid.cardWidth).toBeLessThan(1068);
  expect(Math.max(...nodes.map(({ position }) => position.y)) + canvasGrid.cardHeight).toBeLessThan(520);
});

it('the example project is LeNet-5 as it is saved today', () => {
  const example = readFileSync(
    new URL('../../../resources/examples/lenet-5.layerwise', import.meta.url),
    'utf8',
  );
  expect(example).toBe(serialiseProject(lenet5.create()));
});

it('an unknown id finds no template', () => {
  expect(findTemplate('lenet-6')).toBeUndefined();
});
