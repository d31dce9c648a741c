import { describe, expect, it } from 'vitest';
import { withAbsoluteFiles } from '../../../scripts/launch/fileParameters.mjs';
import { commandLineFile } from '../../../src/main/commandLineFile';

describe('the file on the command line', () => {
  it.each([
    ['packaged, none', ['/opt/layerwise'], true, null],
    ['packaged, absolute', ['/opt/layerwise', '/nets/a.layerwise'], true, '/nets/a.layerwise'],
    ['packaged, relative', ['/opt/layerwise', 'a.layerwise'], true, '/home/ada/a.layerwise'],
    ['packaged, after switches', ['/opt/layerwise', '--no-sandbox', '../b'], true, '/home/b'],
    ['packaged, the first of two', ['/opt/layerwise', 'a', 'b'], true, '/home/ada/a'],
    ['from the checkout, none', ['/electron', '--no-sandbox', '/checkout'], false, null],
    ['from the checkout', ['/electron', '/checkout', '--x', 'a.layerwise'], false, '/home/ada/a.layerwise'],
  ])('%s', (_case, parameters, packaged, file) => {
    expect(commandLineFile(parameters, '/home/ada', packaged)).toBe(file);
  });

  it('is taken from the folder where npm start was typed', () => {
    expect(withAbsoluteFiles(['--force', 'a.layerwise', '/b'], '/home/ada')).toEqual([
      '--force',
      '/home/ada/a.layerwise',
      '/b',
    ]);
  });
});
