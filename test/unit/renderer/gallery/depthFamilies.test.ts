import { describe, expect, it } from 'vitest';
import { findTemplate, templates } from '../../../../src/network/templates/templates';
import {
  familyKey,
  listedDepths,
  oneOfEachFamily,
  withUnits,
} from '../../../../src/renderer/gallery/depthFamilies';
import { figuresOf } from '../../../../src/renderer/gallery/figures';

function template(id: string) {
  const found = findTemplate(id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
}

describe('networks that differ in depth alone', () => {
  it('share a card, which shows the chosen one', () => {
    const all = oneOfEachFamily(templates, undefined).map(({ id }) => id);
    expect(all).toContain('plain-20-cifar');
    expect(all).not.toContain('plain-56-cifar');
    expect(all).toContain('resnet-18');
    const chosen = oneOfEachFamily(templates, template('plain-62-cifar')).map(({ id }) => id);
    expect(chosen).toHaveLength(all.length);
    expect(chosen).toContain('plain-62-cifar');
    expect(new Set(all.map(familyKey)).size).toBe(all.length);
  });

  it('are listed by their depths', () => {
    const depths = listedDepths(template('plain-62-cifar'), templates).map(({ depth }) => depth);
    expect(depths).toEqual([20, 32, 44, 56, 110]);
    expect(listedDepths(template('resnet-34'), templates)).toEqual([]);
  });

  it.each(['plain-20-cifar', 'resnet-56-cifar', 'resnet-v2-20-cifar'])(
    'are found by their units, which %s is built with as well',
    (id) => {
      const other = withUnits(template(id), 4);
      expect(other).toBeDefined();
      if (other !== undefined)
        expect(figuresOf(other, {}).parameters).toBe(figuresOf(template(id), { n: 4 }).parameters);
    },
  );

  it('are none where no depth is in the name', () => {
    expect(withUnits(template('vgg-16'), 4)).toBeUndefined();
  });
});
