import { analyse } from '../../network/analysis/analyse';
import { formatShape, type Shape } from '../../network/layers/shape';
import { templates } from '../../network/templates/templates';
import { type CommandIo, writeJson, writeLine } from '../commandIo';
import { inputShape } from '../inputShape';
import { count } from '../numberText';
import { formatTable } from '../table';
import { type ListedSetting, listSettings } from '../templateSettings';

interface TemplateLine {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  readonly year: number;
  readonly paper: string;
  readonly idea: string;
  readonly published: string;
  readonly inputShape: Shape | null;
  readonly trainable: number;
  readonly nonTrainable: number;
  readonly macs: number;
  readonly settings: readonly ListedSetting[];
}

/** `layerwise templates` */
export function listTemplates(options: { readonly json: boolean }, io: CommandIo): void {
  const lines = templates.map((template): TemplateLine => {
    const { id, name, family, year, paper, idea, published } = template;
    const document = template.create();
    const analysis = analyse(document);
    const shape = inputShape(document, analysis);
    const text = { id, name, family, year, paper, idea, published };
    return { ...text, inputShape: shape, ...analysis.totals, settings: listSettings(template) };
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
