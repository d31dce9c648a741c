/**
 * One process of a fuzzing campaign, started by scripts/fuzz.mjs. It feeds the inputs of one target from one number to
 * another, and tells what it finds. The number under way is kept in a file that the campaign watches, so that it is
 * known after a crash and during a hang.
 */
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { inspect, parseArgs } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { FuzzRandom } from './campaign/fuzzRandom';
import type { FuzzTarget } from './campaign/fuzzTarget';
import { FuzzFailure } from './campaign/judgement';
import { MemoryWatch } from './campaign/memoryWatch';
import type { FuzzMessage } from './campaign/messages';
import { fuzzTargets } from './campaign/targets';

const { values } = parseArgs({
  options: {
    target: { type: 'string' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    to: { type: 'string', default: '0' },
    folder: { type: 'string', default: '' },
    numberFile: { type: 'string', default: '' },
    replay: { type: 'string' },
  },
});

const counts = { accepted: 0, refused: 0, slowest: { index: -1, milliseconds: 0 } };
let current: { readonly index: number; readonly input: unknown } = { index: -1, input: undefined };

process.on('uncaughtException', (error, origin) => report(error, `${origin}: `));

if (values.target === undefined) listTargets();
else await fuzz(values.target);
process.disconnect();

function listTargets(): void {
  tell({
    type: 'targets',
    targets: fuzzTargets.map(({ name, about, weight, secondsPerInput, shortInputs }) => ({
      ...{ name, about, weight, secondsPerInput, shortInputs },
    })),
  });
}

async function fuzz(name: string): Promise<void> {
  const target = fuzzTargets.find((candidate) => candidate.name === name);
  if (target === undefined) throw new Error(`There is no target "${name}".`);
  mkdirSync(values.folder, { recursive: true });
  await target.open?.(values.folder);
  const numberFile = openSync(values.numberFile, 'w');
  if (values.replay === undefined) await feedAll(target, numberFile);
  else {
    const input: unknown = deserialize(Buffer.from(replayed(values.replay), 'base64'));
    await feed(target, -1, () => input);
  }
  await target.close?.();
  // What is thrown late, beside the inputs, still counts.
  await pause(50);
  closeSync(numberFile);
  tell({ type: 'done', counts });
}

async function feedAll(target: FuzzTarget, numberFile: number): Promise<void> {
  const memory = new MemoryWatch();
  let toldAt = Date.now();
  for (let index = Number(values.from); index < Number(values.to); index++) {
    writeSync(numberFile, `${index}`.padStart(12), 0);
    const random = new FuzzRandom(Number(values.seed), `${target.name}/${index}`);
    await feed(target, index, () => target.generate(random));
    const growth = await memory.check(index);
    if (growth !== null) report(new FuzzFailure(growth));
    if (Date.now() - toldAt < 1000) continue;
    toldAt = Date.now();
    tell({ type: 'progress', counts });
  }
}

async function feed(target: FuzzTarget, index: number, generate: () => unknown): Promise<void> {
  current = { index, input: undefined };
  const begun = performance.now();
  try {
    current = { index, input: generate() };
    counts[await target.feed(current.input)] += 1;
  } catch (error) {
    report(error);
  }
  const milliseconds = Math.round(performance.now() - begun);
  if (milliseconds > counts.slowest.milliseconds) counts.slowest = { index, milliseconds };
}

/** Tells of a fault of the input under way. */
function report(error: unknown, origin = ''): void {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  tell({
    type: 'failure',
    index: current.index,
    message: `${origin}${message}`.slice(0, 2000),
    stack: error instanceof Error ? (error.stack ?? '').slice(0, 6000) : '',
    shown: show(current.input),
    input: serialize(current.input).toString('base64'),
  });
}

function show(input: unknown): string {
  const readable = (value: unknown): unknown => {
    if (value instanceof Uint8Array)
      return `${value.length} bytes: ${new TextDecoder('latin1').decode(value.subarray(0, 4000))}`;
    if (Array.isArray(value)) return value.map(readable);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, readable(part)]));
  };
  return inspect(readable(input), { depth: 6, maxStringLength: 5000, breakLength: 110 }).slice(0, 20_000);
}

function replayed(path: string): string {
  const file: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof file === 'object' && file !== null && 'input' in file && typeof file.input === 'string')
    return file.input;
  throw new Error(`${path} holds no input to replay.`);
}

function tell(message: FuzzMessage): void {
  process.send?.(message);
}
