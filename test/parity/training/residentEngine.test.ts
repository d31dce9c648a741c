import { afterEach, expect, test, vi } from 'vitest';
import { ResidentEngine } from '../../../src/engine/attachment/residentEngine';
import { projectSchema } from '../../../src/network/graph/projectSchema';
import { type EngineEvent, engineEventSchema } from '../../../src/protocol/engineMessages';
import { smallNetwork } from './smallRun';

const engine = new ResidentEngine();
afterEach(() => engine.dispose());

function attach() {
  const events: EngineEvent[] = [];
  const detach = engine.attach((event) => events.push(engineEventSchema.parse(event)));
  const types = () => events.map(({ type }) => type);
  const steps = () => events.flatMap((event) => (event.type === 'telemetry' ? [...event.steps] : []));
  return { events, types, steps, detach };
}

test('a run goes on while no window is there, and one that comes later sees it whole and can stop it', async () => {
  const first = attach();
  expect(first.events[0]).toEqual({ type: 'attached', run: null });
  expect(first.types()).toContain('caughtUp');
  await vi.waitUntil(() => first.types().includes('ready'), { timeout: 60_000 });
  const project = projectSchema.parse(smallNetwork({ batchSize: 500, epochs: 500 }));
  engine.handle({ type: 'train', runId: 'a', project });
  await vi.waitUntil(() => first.steps().length > 5, { timeout: 60_000 });
  first.detach();
  const known = first.steps();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(first.steps()).toEqual(known);

  const second = attach();
  expect(second.events[0]).toEqual({ type: 'attached', run: { runId: 'a', project } });
  expect(second.types().slice(1, 5)).toEqual(['ready', 'capacity', 'started', 'telemetry']);
  expect(second.types().at(-1)).toBe('caughtUp');
  const past = second.steps();
  expect(past.slice(0, known.length)).toEqual(known);
  expect(past.length).toBeGreaterThan(known.length);
  await vi.waitUntil(() => second.steps().length > past.length + 5, { timeout: 60_000 });
  const all = second.steps();
  expect(all).toEqual(all.map((_, index) => index + 1));

  engine.handle({ type: 'stop', runId: 'a' });
  await vi.waitUntil(() => second.types().includes('ended'), { timeout: 60_000 });
  engine.handle({ type: 'forget', runId: 'a' });
  engine.handle({ type: 'continue', runId: 'b', epochs: 1 });
  await vi.waitUntil(() => second.types().includes('failed'), { timeout: 60_000 });
  expect(attach().events[0]).toEqual({ type: 'attached', run: null });
});
