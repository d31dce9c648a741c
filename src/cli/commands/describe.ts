import { analyse } from '../../network/analysis/analyse';
import type { Analysis } from '../../network/analysis/analysis';
import { costTable } from '../../network/analysis/costTable';
import { costTableAsCsv, costTableAsMarkdown } from '../../network/analysis/costTableText';
import { networkPicture } from '../../network/drawing/networkPicture';
import type { PictureTheme } from '../../network/drawing/pictureColours';
import { inGigabytes } from '../../network/forecast/forecastText';
import type { NetworkDocument } from '../../network/graph/document';
import { learningRateFactor } from '../../network/graph/layerLearning';
import { findLayerKind } from '../../network/layers/registry';
import { formatShape } from '../../network/layers/shape';
import { type CommandIo, writeJson, writeLine } from '../commandIo';
import { type ExpectedMemory, expectedMemory } from '../expectedMemory';
import { inputShape } from '../inputShape';
import { count } from '../numberText';
import { openNetwork } from '../openNetwork';
import { formatTable } from '../table';

export interface DescribeOptions {
  readonly json: boolean;
  readonly set: readonly string[];
  /** Prints the table of costs, with receptive fields and memory, instead. */
  readonly table?: 'csv' | 'markdown';
  /** Prints a picture of the network instead: SVG, in this theme. */
  readonly picture?: PictureTheme;
}

/** `layerwise describe`: a network with problems is described too, and the problems with it. */
export function describeNetwork(source: string, options: DescribeOptions, io: CommandIo): void {
  const document = openNetwork(source, options.set);
  const analysis = analyse(document);
  const { table, picture } = options;
  if (picture !== undefined) {
    io.stdout.write(networkPicture(document, analysis, picture).svg);
    return;
  }
  if (table !== undefined) {
    const rows = costTable(document, analysis);
    io.stdout.write(table === 'csv' ? costTableAsCsv(rows) : costTableAsMarkdown(rows, analysis.totals));
    return;
  }
  const description = descriptionOf(document, analysis);
  if (options.json) writeJson(io, description);
  else
    for (const line of readableLines(description, document, expectedMemory(document, analysis)))
      writeLine(io.stdout, line);
}

function descriptionOf(document: NetworkDocument, analysis: Analysis) {
  const byId = new Map(document.nodes.map((node) => [node.id, node]));
  const nodes = analysis.order.flatMap((id) => {
    const node = byId.get(id);
    const found = analysis.nodes.get(id);
    if (node === undefined || found === undefined) return [];
    const { outputShape, trainable, nonTrainable, frozen, macs } = found;
    const { kind, label } = node;
    const learning = { frozen, learningRateFactor: learningRateFactor(node) };
    return [{ id, kind, label, outputShape, trainable, nonTrainable, ...learning, macs }];
  });
  return {
    name: document.name,
    inputShape: inputShape(document, analysis),
    totals: analysis.totals,
    startingWeights: document.startingWeights ?? null,
    peakMemory: expectedMemory(document, analysis)?.peakBytes ?? null,
    nodes,
    problems: analysis.problems.map(({ severity, node, message, advice }) => ({
      severity,
      node,
      message,
      advice,
    })),
  };
}

type Description = ReturnType<typeof descriptionOf>;

function readableLines(
  description: Description,
  document: NetworkDocument,
  memory: ExpectedMemory | null,
): readonly string[] {
  const { name, totals, nodes, problems } = description;
  const titles = new Map(
    document.nodes.map(({ id, kind, config }) => [id, findLayerKind(kind)?.title(config) ?? kind]),
  );
  const labels = new Map(document.nodes.map(({ id, label }) => [id, label]));
  return [
    name,
    '',
    ...formatTable<Description['nodes'][number]>(
      [
        { title: 'Name', align: 'left', cell: ({ label }) => label },
        { title: 'Layer', align: 'left', cell: ({ id }) => titles.get(id) ?? '' },
        { title: 'Output', align: 'left', cell: ({ outputShape }) => formatShape(outputShape ?? []) || '?' },
        {
          title: 'Parameters',
          align: 'right',
          cell: ({ trainable, nonTrainable, frozen }) =>
            `${frozen > 0 ? 'frozen ' : ''}${count(trainable + nonTrainable)}`,
        },
        { title: 'Multiply-adds', align: 'right', cell: ({ macs }) => count(macs) },
      ],
      nodes,
    ),
    '',
    `${count(totals.trainable)} trainable and ${count(totals.nonTrainable)} non-trainable parameters${totals.frozen === 0 ? '' : `, ${count(totals.frozen)} of them frozen`}, ${count(totals.macs)} multiply-adds per image`,
    ...learningLines(description),
    ...(memory === null ? [] : memoryLines(memory, document)),
    ...problems.flatMap(({ severity, node, message, advice }) => [
      '',
      `${severity === 'error' ? 'Error' : 'Warning'}${node === null ? '' : ` at ${labels.get(node) ?? node}`}: ${message}`,
      `  ${advice}`,
    ]),
  ];
}

function learningLines({ nodes, startingWeights }: Description): readonly string[] {
  const own = nodes.filter((node) => node.learningRateFactor !== 1);
  const factors = own.map((node) => `${node.label} × ${node.learningRateFactor}`);
  return [
    ...(startingWeights === null ? [] : [`Starts from the weights of ${startingWeights.name}`]),
    ...(own.length === 0 ? [] : [`Learning rates of their own: ${factors.join(', ')}`]),
  ];
}

function memoryLines(
  { peakBytes, freeBytes, shortage }: ExpectedMemory,
  { training }: NetworkDocument,
): readonly string[] {
  return [
    `Training in batches of ${count(training.batchSize)} takes about ${inGigabytes(peakBytes)} of memory; ${inGigabytes(freeBytes)} are free here`,
    ...(shortage === null ? [] : ['', `Warning: ${shortage}`]),
  ];
}
