import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { findTemplate } from '../../../src/network/templates/templates';
import { publishedFigures } from './publishedFigures';

describe('the published figures', () => {
  it.each(
    publishedFigures.map(
      (figures) => [[figures.id, JSON.stringify(figures.settings ?? {})].join(' '), figures] as const,
    ),
  )('of %s', (_name, { id, settings = {}, trainable, nonTrainable, macs }) => {
    const document = findTemplate(id)?.create(settings);
    const totals = document && analyse(document).totals;
    expect(totals).toEqual({
      trainable,
      nonTrainable: nonTrainable ?? totals?.nonTrainable,
      macs: macs ?? totals?.macs,
      frozen: 0,
    });
  });
});
