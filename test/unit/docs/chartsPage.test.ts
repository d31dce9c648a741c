import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSourceFiles } from '../architecture/sourceFiles';
import { repositoryRoot } from './pages';

const page = readFileSync(join(repositoryRoot, 'docs/charts.md'), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => /`[\w/]+\.tsx`/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, chart = '', file = '', steps = '', , , , keys = '', exported = '']) => ({
    ...{ chart, steps, keys, exported },
    path: `src/renderer/${file.replaceAll('`', '')}`,
  }));
const components = readSourceFiles('src/renderer', ['.tsx']);

/** Parts of charts, with one in the table that they are a part of. */
const parts: Readonly<Record<string, string>> = {
  'charts/CurveKey.tsx': 'charts/TrainingCurve.tsx',
  'charts/StepPlot.tsx': 'charts/TrainingCurve.tsx',
  'gradients/flow/DepthKey.tsx': 'gradients/flow/DepthChart.tsx',
  'gradients/flow/HeatMapCanvas.tsx': 'gradients/flow/TimeChart.tsx',
  'laboratory/PlotPicture.tsx': 'laboratory/ExperimentPlots.tsx',
};

/** Drawings of networks, images and signs, in which no measurements are plotted. */
const pictures = [
  ...[
    'canvas/CrowdedEdges.tsx',
    'canvas/Ground.tsx',
    'canvas/NetworkMap.tsx',
    'canvas/skipping/SkipPreview.tsx',
  ],
  ...['data/ContactSheet.tsx', 'distributions/ImageChoice.tsx', 'distributions/PictureGrid.tsx'],
  ...['gallery/art/FlowArt.tsx', 'gallery/art/TemplateArt.tsx', 'glyphs/LayerGlyph.tsx', 'glyphs/Logo.tsx'],
  ...['inspector/ShapeSection.tsx', 'quantities/QuantityLegend.tsx', 'runs/ChosenMark.tsx'],
  ...['start/FallingBars.tsx', 'training/ProgressRing.tsx', 'twin/TwinCanvases.tsx', 'twin/TwinGraph.tsx'],
  ...['using/DrawingPad.tsx', 'using/EvidenceView.tsx', 'using/PictureCanvas.tsx'],
  'vanishing/ProfileSketch.tsx',
];

/** The components that a component is made of, itself among them. */
function madeOf(path: string, found = new Set<string>()): ReadonlySet<string> {
  const text = components.get(path);
  if (text === undefined || found.has(path)) return found;
  found.add(path);
  for (const [, target = ''] of text.matchAll(/from '(\.[^']+)'/g))
    madeOf(`${normalize(join(dirname(path), target)).replaceAll('\\', '/')}.tsx`, found);
  return found;
}

function isMadeOf(path: string, part: string): boolean {
  return madeOf(path).has(`src/renderer/${part}`);
}

describe('the table of charts', () => {
  it('has every drawing of the window that is not a picture', () => {
    const drawings = [...components]
      .filter(([, text]) => /<svg|<canvas|<PlotPicture|<StepPlot/.test(text))
      .map(([path]) => path.replace('src/renderer/', ''));
    const known = new Set([
      ...rows.map(({ path }) => path.replace('src/renderer/', '')),
      ...Object.keys(parts),
      ...pictures,
    ]);
    expect(drawings.filter((path) => !known.has(path))).toEqual([]);
    expect(rows.length).toBeGreaterThan(8);
    expect([...known].filter((path) => !components.has(`src/renderer/${path}`))).toEqual([]);
  });

  it.each(rows)('is right about the steps and keys of $chart', ({ path, steps, keys }) => {
    const overSteps = isMadeOf(path, 'charts/StepReader.tsx');
    expect(overSteps).toBe(steps === 'yes');
    const readers = [
      'gradients/flow/LayerReader.tsx',
      'distributions/BinReader.tsx',
      'using/MatrixReader.tsx',
    ];
    expect(overSteps || readers.some((reader) => isMadeOf(path, reader))).toBe(keys === 'yes');
  });

  it.each(rows)('is right about whether $chart can be taken along', ({ path, exported }) => {
    const isExported = [...components.keys()].some(
      (other) =>
        components.get(other)?.includes('<FigureMenu') === true &&
        !other.includes('/dock/') &&
        isMadeOf(other, path.replace('src/renderer/', '')),
    );
    expect(isExported).toBe(exported === 'yes');
  });
});
