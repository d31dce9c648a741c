import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import type { Field, LayerConfig } from '../../../src/network/layers/fields';
import { templates } from '../../../src/network/templates/templates';
import { publishedFigures } from './publishedFigures';

const intro = `# Templates

The known networks that Layerwise starts from, in the gallery and as \`npx layerwise describe ID\` and \`train ID\`; \`--set name=value\` changes a setting. Figures are those at the defaults, computed from each network; a test compares this page with the program, and \`npx vitest run --project unit test/unit/templates/templatesPage.test.ts -u\` writes it anew.

Multiply-adds are those of convolutions and dense layers for one image: what papers call FLOPs. Other parameters are batch norm's moving statistics, and the bitmaps of LeNet-5's output.`;

const figuresIntro = `## Published figures

Parameters and multiply-adds that the tests hold the templates to: from the papers, Caffe's and torchvision's definitions, and Keras Applications, whose VGG-16, ResNet-50 and Inception v3 are compared layer by layer.`;

const settingsIntro = `## Settings

Every template has a size that trains on two cores, for example \`alexnet\` with input=32, largeStem=false, width=0.25, hiddenUnits=512, classes=10. Of the networks for CIFAR any depth 6n + 2 can be named, as in \`resnet-62-cifar\`.`;

/** docs/templates.md, from the templates themselves. */
export function templatesPage(): string {
  const networks = templates.map((template) => {
    const document = template.create();
    const names = Object.keys(template.settings).map(code).join(', ');
    return [code(template.id), String(template.year), inputOf(document), ...totalsOf(document), names];
  });
  const rows = publishedFigures.map(({ id, settings = {}, trainable, nonTrainable, macs }) => [
    code(id),
    settingsText(settings),
    number(trainable),
    number(nonTrainable),
    number(macs),
  ]);
  return `${[
    intro,
    table(['Template', 'Year', 'Input', 'Trainable', 'Other', 'Multiply-adds', 'Settings'], networks),
    figuresIntro,
    table(['Template', 'Settings', 'Trainable', 'Other', 'Multiply-adds'], rows),
    settingsIntro,
    table(['Setting', 'Values', 'Meaning'], settingRows()),
  ].join('\n\n')}\n`;
}

/** One row for each setting, and for each meaning that it has in some template. */
function settingRows(): readonly (readonly string[])[] {
  const rows = templates.flatMap(({ settings }) =>
    Object.entries(settings).map(([name, field]) => [code(name), valuesOf(field), field.help]),
  );
  return [...new Map(rows.map((row) => [row.join('|'), row])).values()].toSorted(
    ([left = ''], [right = '']) => (left < right ? -1 : left > right ? 1 : 0),
  );
}

function valuesOf(field: Field): string {
  if (field.type === 'choice') return field.options.map(({ value }) => value).join(', ');
  if (field.type === 'boolean') return 'true, false';
  return `${field.min} to ${field.max}`;
}

function inputOf({ nodes }: NetworkDocument): string {
  const config = nodes.find(({ kind }) => kind === 'input')?.config;
  return [config?.['height'], config?.['width'], config?.['channels']].join('×');
}

function totalsOf(document: NetworkDocument): readonly string[] {
  const { trainable, nonTrainable, macs } = analyse(document).totals;
  return [trainable, nonTrainable, macs].map(number);
}

function settingsText(settings: LayerConfig): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(', ');
}

const code = (text: string): string => `\`${text}\``;
const number = (value: number | undefined): string => value?.toLocaleString('en-US') ?? '';

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  return [titles, titles.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
