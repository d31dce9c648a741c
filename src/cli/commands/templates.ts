import { analyse } from '../../network/analysis/analyse';
import { formatShape, type Shape } from '../../network/layers/shape';
import { templates } from '../../network/templates/templates';
import { type CommandIo, writeJson, writeLine } from '../commandIo';
import { inputShape } from '../inputShape';
import { count } from '../numberText';
import { formatTable } from '../table';

interface TemplateLine {
  readonly id: string;
  readonly name: string;
  readonly year: number;
  readonly inputShape: Shape | null;
  readonly trainable: number;
  readonly nonTrainable: number;
  readonly macs: number;
}

/** `layerwise templates` */
export function listTemplates(options: { readonly json: boolean }, io: CommandIo): void {
  const lines = templates.map(({ id, name, year, create }): TemplateLine => {
    const document = create();
    const analysis = analyse(document);
    return { id, name, year, inputShape: inputShape(document, analysis), ...analysis.totals };
  });
  if (options.json) {
    writeJson(io, lines);
    return;
  }
  const table = formatTable<TemplateLine>(
    [
      { title: 'Template', align: 'left', cell: ({ id }) => id },
      { title: 'Name', align: 'left', cell: ({ name }) => name },
      { title: 'Year', align: 'right', cell: ({ year }) => String(year) },
      { title: 'Input', align: 'left', cell: ({ inputShape: shape }) => formatShape(shape ?? []) },
      { title: 'Parameters', align: 'right', cell: ({ trainable }) => count(trainable) },
      { title: 'Multiply-adds', align: 'right', cell: ({ macs }) => count(macs) },
    ],
    lines,
  );
  for (const line of table) writeLine(io.stdout, line);
}
