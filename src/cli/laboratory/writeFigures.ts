import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { LaboratoryFile } from '../../engine/laboratory/laboratoryFile';
import { writingFault } from '../../engine/runs/fileFault';
import { experimentPlots } from '../../network/laboratory/plot/experimentPlots';
import { plotSvg } from '../../network/laboratory/plot/plotSvg';
import { reportOf } from '../../network/laboratory/report';
import type { ReportPicture } from '../../network/laboratory/reportMarkdown';

/** Width of a plot in a file, in px. */
const width = 560;

/** Draws the experiment's plots as SVG files for light and dark pages, and says how a page in the folder above names them. */
export function writeFigures(
  { experiment, results }: LaboratoryFile,
  folder: string,
): readonly ReportPicture[] {
  const { series } = reportOf(experiment, results);
  const draw = (theme: 'light' | 'dark') =>
    experimentPlots(experiment, series, { theme, width }).map(({ id, plot }) => {
      const file = `${experiment.id}-${id}-${theme}.svg`;
      writeFile(folder, file, `${plotSvg(plot)}\n`);
      return { title: plot.title, file: `${basename(folder)}/${file}` };
    });
  const dark = draw('dark');
  return draw('light').map(({ title, file }, index) => ({
    title,
    light: file,
    dark: dark[index]?.file ?? file,
  }));
}

function writeFile(folder: string, name: string, content: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), content);
  } catch (cause) {
    throw writingFault(folder, cause);
  }
}
