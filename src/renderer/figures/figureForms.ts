import type { Exported } from './exported';
import { exportCsv, exportFigure } from './exportFigure';

export type FigureForm = 'svg' | 'png' | 'csv';

/** The forms in which a chart leaves the window. */
export const figureForms: Readonly<Record<FigureForm, (chart: Exported) => Promise<void>>> = {
  svg: (chart) => draw(chart, 'svg'),
  png: (chart) => draw(chart, 'png'),
  csv: async ({ name, data }) => exportCsv(name, data()),
};

async function draw({ name, picture }: Exported, format: 'svg' | 'png'): Promise<void> {
  const drawn = picture();
  if (drawn !== null) await exportFigure(drawn, name, format);
}
