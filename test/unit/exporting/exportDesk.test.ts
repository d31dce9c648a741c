import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ExportDesk } from '../../../src/engine/exporting/exportDesk';
import { exportForms } from '../../../src/engine/exporting/exportForms';
import { exportSource } from '../../../src/engine/exporting/exportSource';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { projectSchema } from '../../../src/network/graph/projectSchema';
import { findTemplate } from '../../../src/network/templates/templates';
import { engineEventSchema } from '../../../src/protocol/engineMessages';
import {
  type ExportCommand,
  type ExportEvent,
  exportFormIdSchema,
  exportPartBytes,
} from '../../../src/protocol/exportMessages';

let runs = '';
beforeAll(() => {
  runs = mkdtempSync(join(tmpdir(), 'layerwise-runs-'));
});
afterAll(() => rmSync(runs, { recursive: true, force: true }));

function networkOf(id: string): NetworkDocument {
  const template = findTemplate(id);
  if (template === undefined) throw new Error(`There is no template ${id}.`);
  return template.create();
}

type Question = Omit<Extract<ExportCommand, { readonly type: 'exportNetwork' }>, 'type' | 'requestId'>;

/** What the engine sends, each message as its schema lets it through, to one who asks for part after part. */
async function answersTo(command: Question): Promise<readonly ExportEvent[]> {
  const events: ExportEvent[] = [];
  const desk = new ExportDesk(runs, (event) => {
    expect(engineEventSchema.safeParse(event).success).toBe(true);
    events.push(event);
  });
  await desk.handle({ ...command, type: 'exportNetwork', requestId: 'one' });
  for (
    let last = events.at(-1);
    last?.type === 'exportedPart' && last.part < last.parts - 1;
    last = events.at(-1)
  )
    await desk.handle({ type: 'takeExportedPart', requestId: 'one', part: last.part + 1 });
  return events;
}

test('a part of an archive that is not kept any more is told', async () => {
  const events: ExportEvent[] = [];
  const desk = new ExportDesk(runs, (event) => events.push(event));
  await desk.handle({ type: 'takeExportedPart', requestId: 'one', part: 1 });
  expect(events).toMatchObject([{ type: 'exportFailed', advice: 'Export again.' }]);
});

function joined(events: readonly ExportEvent[]): Uint8Array {
  return Buffer.concat(
    events.map((event, index) => {
      expect(event).toMatchObject({ type: 'exportedPart', part: index, parts: events.length });
      return 'content' in event ? event.content : new Uint8Array();
    }),
  );
}

test('the engine offers every form of the command line', () => {
  expect(exportForms.map(({ id }) => id).sort()).toEqual([...exportFormIdSchema.options].sort());
});

test.each(exportFormIdSchema.options)(
  '%s comes as an archive of the files that the form has',
  async (form) => {
    const document = networkOf('lenet-5');
    const events = await answersTo({ form, project: projectSchema.parse(document), run: null });
    const files = unzipSync(joined(events));
    const expected = await exportForms
      .find(({ id }) => id === form)
      ?.files(exportSource(document, undefined));
    expect(Object.keys(files).sort()).toEqual([...(expected?.keys() ?? [])].sort());
  },
);

test('a large network comes in several parts', async () => {
  const { nodes, ...plain } = networkOf('lenet-5');
  const wide = nodes.map((node) =>
    node.id === 'fc1' ? { ...node, config: { ...node.config, units: 6000 } } : node,
  );
  const document = { ...plain, nodes: wide };
  const events = await answersTo({
    form: 'safetensors',
    project: projectSchema.parse(document),
    run: null,
  });
  expect(events.length).toBeGreaterThan(1);
  const archive = joined(events);
  expect(archive.length).toBeGreaterThan(exportPartBytes);
  expect(Object.keys(unzipSync(archive))).toContain('weights.safetensors');
});

test('a run that is not there is told', async () => {
  const project = projectSchema.parse(networkOf('lenet-5'));
  const message = 'There is no run gone any more.';
  expect(await answersTo({ form: 'onnx', project, run: 'gone' })).toMatchObject([
    { type: 'exportFailed', message },
  ]);
});

test('a network that does not train is told what is wrong', async () => {
  const document = networkOf('lenet-5');
  const project = projectSchema.parse({ ...document, edges: [] });
  const [event] = await answersTo({ form: 'onnx', project, run: null });
  expect(event).toMatchObject({ type: 'exportFailed', message: expect.stringMatching(/./) });
});
