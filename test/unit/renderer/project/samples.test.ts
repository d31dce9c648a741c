import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/network/analysis/analyse';
import { applyEdit } from '../../../../src/network/graph/edits';
import { findRemedies } from '../../../../src/network/remedies/findRemedies';
import { templates } from '../../../../src/network/templates/templates';
import { portraitPartsLimit, projectPortraitSchema } from '../../../../src/protocol/projectPortrait';
import { portraitOf } from '../../../../src/renderer/project/portrait';
import { loadSample, samples } from '../../../../src/renderer/start/samples';

const errorsOf = (document: Parameters<typeof analyse>[0]) =>
  analyse(document).problems.filter(({ severity }) => severity === 'error');

describe('the sample projects', () => {
  it('are the files that come with Layerwise', () => {
    const files = readdirSync('resources/examples').map((name) => basename(name, '.layerwise'));
    expect(
      samples()
        .map(({ file }) => file)
        .sort(),
    ).toEqual(files.sort());
  });

  it.each(samples().filter(({ file }) => file !== 'three-faults'))(
    '$file trains as it is',
    async ({ file }) => {
      expect(errorsOf(await loadSample(file))).toEqual([]);
    },
  );

  it('have one with three faults, each of which offers what mends it', async () => {
    let document = await loadSample('three-faults');
    for (let fault = 1; fault <= 3; fault += 1) {
      const [problem] = errorsOf(document);
      const [remedy] = problem === undefined ? [] : findRemedies(document, analyse(document), problem);
      if (remedy === undefined) throw new Error(`Fault ${fault} has no remedy.`);
      document = applyEdit(document, remedy.edit).document;
    }
    expect(errorsOf(document)).toEqual([]);
  });
});

describe('a portrait', () => {
  it.each(templates.map((template) => [template.id, template] as const))(
    'of %s can be kept',
    (_id, template) => {
      const document = template.create();
      const portrait = portraitOf(document, analyse(document));
      expect(projectPortraitSchema.parse(portrait)).toEqual(portrait);
      expect(portrait?.silhouette.slabs.length).toBeLessThan(portraitPartsLimit);
    },
  );
});
