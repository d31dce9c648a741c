import type { z } from 'zod';
import type { LayerProblem } from '../layers/defineLayer';
import { findLayerKind } from '../layers/registry';
import { checkBlocks } from './blocks/checkBlocks';
import type { Block, LayerNode, NetworkDocument, Note } from './document';
import { withNotes, withTags } from './documentItems';
import { describeFault, describeMismatch } from './fileProblems';
import { findSyntaxFault } from './jsonSyntax';
import { migrate, type ProjectFile, projectVersion } from './migrations';
import { checkEdge, checkNode, checkNotes } from './projectParts';
import { projectLimits, projectSchema } from './projectSchema';
import { trainingSettingsSchema } from './trainingSettings';

/** A project that holds together, or the first thing that keeps it from being opened. */
export type ProjectResult = { readonly document: NetworkDocument } | { readonly problem: LayerProblem };

/**
 * Reads the text of a project file. It may come from anywhere: whatever is wrong with it becomes a sentence
 * with the place, and nothing is half read.
 */
export function parseProject(text: string): ProjectResult {
  const bytes = byteLength(text);
  if (bytes > projectLimits.fileBytes)
    return problem(
      `The file has ${(bytes / 1024 ** 2).toFixed(1)} MiB; a project has ${projectLimits.fileBytes / 1024 ** 2} MiB at most.`,
      'Choose a project file. Weights and data are kept in files of their own.',
    );
  // Some editors put a byte order mark in front, which is no part of JSON.
  const json = text.replace(/^\uFEFF/, '');
  const fault = findSyntaxFault(json);
  if (fault !== null) return { problem: describeFault(fault) };
  const file: unknown = JSON.parse(json);
  if (!isProjectFile(file))
    return problem(
      'This is not a Layerwise project.',
      'Choose a file that was saved by Layerwise: it begins with "format": "layerwise".',
    );
  const { format: _format, version, ...content } = file;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return problem(
      'The file does not say which version of the project format it has.',
      `Set "version" to ${projectVersion} if the rest of the file is in order.`,
    );
  return readProject(content, version);
}

/**
 * Reads a project that was parsed already, as a run keeps one inside its record.
 *
 * @param content without `format` and `version`
 * @param version a version of the format, from 1 to the newest
 */
export function readProject(content: ProjectFile, version: number): ProjectResult {
  if (version > projectVersion)
    return problem(
      `The project was made by a newer Layerwise (file version ${version}; this one reads up to ${projectVersion}).`,
      'Update Layerwise, then open it again.',
    );
  return readContent(migrate(content, version));
}

/**
 * Checks what a schema can't: that ids are unique, layers exist in this version, their settings are within
 * limits, connections lead from layer to layer with one to each input, and blocks are in one another as they can be.
 * Settings that are left out get their defaults. What is merely unfinished (a missing input, a loop) is left to the analysis.
 */
export function checkProject(project: z.infer<typeof projectSchema>): ProjectResult {
  const nodes = new Map<string, LayerNode>();
  for (const node of project.nodes) {
    const checked = checkNode(node);
    if ('problem' in checked) return checked;
    if (nodes.has(node.id))
      return problem(`Two layers have the id "${node.id}".`, 'Give one of them, and its edges, another id.');
    nodes.set(node.id, checked.node);
  }
  const taken = new Set<string>();
  for (const edge of project.edges) {
    const found = checkEdge(edge, nodes);
    if (found !== null) return { problem: found };
    const input = `${edge.to} ${edge.input}`;
    if (taken.has(input))
      return problem(
        `Two connections lead to input ${edge.input} of "${edge.to}".`,
        'Remove one of these edges, or give it an input number of its own.',
      );
    taken.add(input);
  }
  const found = checkBlocks(project.blocks, project.nodes) ?? checkNotes(project.notes);
  if (found !== null) return { problem: found };
  const document = withNotes({ ...project, nodes: [...nodes.values()] }, project.notes ?? []);
  return { document: withTags(document, project.tagged === true) };
}

/** Writes a project with keys in a fixed order and one node, edge, block and note per line, so that versions can be compared. */
export function serialiseProject(document: NetworkDocument): string {
  const { name, training, startingWeights, tagged, ...parts } = document;
  const settings = Object.keys(trainingSettingsSchema.shape).map((key) => {
    const value = Object.entries(training).find(([setting]) => setting === key)?.[1];
    return `    ${JSON.stringify(key)}: ${JSON.stringify(inOrder(value))}`;
  });
  return [
    '{',
    '  "format": "layerwise",',
    `  "version": ${projectVersion},`,
    `  "name": ${JSON.stringify(name)},`,
    `${serialiseParts(parts)},`,
    ...(tagged === true ? [`  "tagged": ${tagged},`] : []),
    '  "training": {',
    settings.join(',\n'),
    startingWeights === undefined ? '  }' : '  },',
    ...(startingWeights === undefined
      ? []
      : [`  "startingWeights": ${JSON.stringify(inOrder(startingWeights))}`]),
    '}',
    '',
  ].join('\n');
}

/** Layers, connections, blocks and notes, each on a line of its own. */
export function serialiseParts({
  nodes,
  edges,
  blocks,
  notes = [],
}: Pick<NetworkDocument, 'nodes' | 'edges' | 'blocks' | 'notes'>): string {
  const connections = edges.map(({ from, to, input }) => JSON.stringify({ from, to, input }));
  return [
    `  "nodes": ${list(nodes.map(serialiseNode))}`,
    `  "edges": ${list(connections)}`,
    `  "blocks": ${list(blocks.map(serialiseBlock))}`,
    ...(notes.length === 0 ? [] : [`  "notes": ${list(notes.map(serialiseNote))}`]),
  ].join(',\n');
}

function serialiseBlock({ id, label, parent, collapsed, position: { x, y } }: Block): string {
  return JSON.stringify({ id, label, parent, collapsed, position: { x, y } });
}

function serialiseNote({ id, text, position: { x, y }, width, colour }: Note): string {
  return JSON.stringify({ id, text, position: { x, y }, width, colour });
}

function serialiseNode({ id, kind, label, position: { x, y }, config, ...options }: LayerNode): string {
  const fields = Object.keys(findLayerKind(kind)?.fields ?? config);
  const settings = fields.flatMap((field) => (Object.hasOwn(config, field) ? [[field, config[field]]] : []));
  const { block, frozen, learningRateFactor } = options;
  return JSON.stringify({
    ...{ id, kind, label, position: { x, y }, block, frozen, learningRateFactor },
    config: Object.fromEntries(settings),
  });
}

function list(lines: readonly string[]): string {
  return lines.length === 0 ? '[]' : `[\n${lines.map((line) => `    ${line}`).join(',\n')}\n  ]`;
}

/** The settings of an optimizer or schedule with its type first and the others by name. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const rank = (key: string) => (key === 'type' ? '' : key);
  return Object.fromEntries(
    Object.entries(value).sort(([left], [right]) => (rank(left) < rank(right) ? -1 : 1)),
  );
}

/**
 * Holds the parts to the schema one at a time and stops at the first that doesn't fit: a hostile file could
 * have millions of faults to collect.
 */
function readContent(content: ProjectFile): ProjectResult {
  for (const [section, part] of [
    ['nodes', 'layer'],
    ['edges', 'edge'],
    ['blocks', 'block'],
    ['notes', 'note'],
  ] as const) {
    const items = content[section];
    if (!Array.isArray(items) || items.length > projectLimits[section]) continue;
    for (const [index, item] of items.entries()) {
      const parsed = elementOf(section).safeParse(item);
      if (parsed.success) continue;
      return { problem: describeMismatch(parsed.error, `In ${part} ${nameOf(item) ?? index + 1}`) };
    }
  }
  const parsed = projectSchema.safeParse(content);
  return parsed.success
    ? checkProject(parsed.data)
    : { problem: describeMismatch(parsed.error, 'In the project') };
}

function elementOf(section: 'nodes' | 'edges' | 'blocks' | 'notes'): z.ZodType {
  const { shape } = projectSchema;
  return section === 'notes' ? shape.notes.unwrap().element : shape[section].element;
}

function nameOf(item: unknown): string | null {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
  return typeof id === 'string' && id.length <= projectLimits.idLength ? `"${id}"` : null;
}

function byteLength(text: string): number {
  // A text has at least as many bytes as UTF-16 units, so the largest are refused without encoding them.
  return text.length > projectLimits.fileBytes ? text.length : new TextEncoder().encode(text).length;
}

function isProjectFile(file: unknown): file is ProjectFile {
  return typeof file === 'object' && file !== null && 'format' in file && file.format === 'layerwise';
}

function problem(message: string, advice: string): { readonly problem: LayerProblem } {
  return { problem: { message, advice } };
}
