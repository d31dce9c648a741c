import { describe, expect, test } from 'vitest';
import { measuredDepths, measuredTable } from './measuredTable';
import { activationRatio, onNoise, probed } from './probedNetworks';

describe('a probe measures what PyTorch measured, within a factor of 3 by the geometric mean over five seeds', () => {
  for (const { name, template, settings, ratios } of measuredTable)
    for (const depth of measuredDepths)
      test(`${name}, depth ${depth}`, async () => {
        const document = onNoise(`${template}-${depth}-cifar`, settings);
        const ratio = activationRatio(document, await probed(document));
        if (ratios[depth] === 0) expect(ratio).toBeLessThan(1e-15);
        else {
          expect(ratio).toBeGreaterThan(ratios[depth] / 3);
          expect(ratio).toBeLessThan(ratios[depth] * 3);
        }
      });
});
