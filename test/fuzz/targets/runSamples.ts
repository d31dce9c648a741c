import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { bundleRun } from '../../../src/engine/runs/bundle/bundleRun';
import { seal } from '../../../src/engine/runs/checkpoints/seal';
import { finished, recordOfRun, writeRun } from '../../unit/runs/writtenRun';
import type { FuzzRandom } from '../campaign/fuzzRandom';
import { mutateBytes } from '../mutations/bytes';
import { hostileTexts } from '../mutations/hostileValues';
import { hostileJson, mutateJson } from '../mutations/json';

export interface RunFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const lock = JSON.stringify({ pid: 4_000_000, started: '1 a', host: 'elsewhere', token: 'x' });

let run: readonly RunFile[] = [];
let bundle: Uint8Array = new Uint8Array();

/** Writes a run, as the engine does, and keeps its files. */
export async function openRunSamples(folder: string): Promise<void> {
  const written = join(folder, 'sample');
  writeRun(written, finished, recordOfRun(new Date(0)));
  const file = join(folder, 'sample.layerwise-run');
  await bundleRun(written, file);
  bundle = new Uint8Array(readFileSync(file));
  run = readdirSync(written, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => ({ path: path.slice(written.length + 1), bytes: new Uint8Array(readFileSync(path)) }));
  rmSync(written, { recursive: true });
  rmSync(file);
}

/** The files of a run folder, of which one to three were damaged. */
export function damagedRun(random: FuzzRandom): readonly RunFile[] {
  const files = [...run];
  if (random.oneIn(3)) files.push({ path: 'lock', bytes: encoder.encode(lock) });
  for (let times = random.pick([1, 1, 2, 3]); times > 0; times--) {
    const place = random.below(files.length);
    const file = files[place];
    if (file === undefined) continue;
    if (random.oneIn(10)) files.splice(place, 1);
    else files[place] = { ...file, bytes: damageFile(random, file, files) };
  }
  return files;
}

/** A bundle that was damaged, or packed by somebody with bad intentions. */
export function damagedBundle(random: FuzzRandom): Uint8Array {
  if (random.oneIn(3)) return mutateBytes(random, bundle);
  const files: Record<string, Uint8Array> = { ...unzipSync(bundle) };
  const manifest: unknown = JSON.parse(decoder.decode(files['bundle.json']));
  const name = random.pickAny(Object.keys(files)) ?? '';
  const content = files[name] ?? new Uint8Array();
  switch (random.below(4)) {
    case 0:
      delete files[name];
      break;
    case 1:
      files[random.pick(hostileTexts) || 'x'] = content;
      break;
    case 2:
      files[name] = damageFile(random, { path: name, bytes: content }, run);
      break;
    default:
      files['bundle.json'] = encoder.encode(hostileJson(random, mutateJson(random, manifest)));
  }
  if (random.oneIn(2)) agree(files, manifest);
  const packed = zipSync(files, { level: random.pick([0, 6]) });
  return random.oneIn(6) ? mutateBytes(random, packed, bundle) : packed;
}

/** Makes sizes and digests in the manifest those of the files, so that the damage gets past them. */
function agree(files: Record<string, Uint8Array>, manifest: unknown): void {
  if (typeof manifest !== 'object' || manifest === null) return;
  const listed = Object.entries(files)
    .filter(([name]) => name !== 'bundle.json')
    .map(([name, bytes]) => ({
      name,
      entry: name,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }));
  files['bundle.json'] = encoder.encode(JSON.stringify({ ...manifest, files: listed }));
}

/** The content of a file of a run after some damage, in its own form or byte by byte. */
export function damageFile(
  random: FuzzRandom,
  { path, bytes }: RunFile,
  all: readonly RunFile[],
): Uint8Array {
  const other = random.pickAny(all)?.bytes ?? bytes;
  if (random.oneIn(3)) return mutateBytes(random, bytes, other);
  if (path.endsWith('.json') || path === 'lock')
    return encoder.encode(hostileJson(random, mutateJson(random, parse(bytes))));
  if (path.endsWith('.jsonl')) return damagedLines(random, bytes);
  if (path.endsWith('.safetensors')) return damagedTensors(random, bytes);
  return mutateBytes(random, bytes, other);
}

function damagedLines(random: FuzzRandom, bytes: Uint8Array): Uint8Array {
  const lines = decoder
    .decode(bytes)
    .split('\n')
    .filter((line) => line !== '');
  const changed = lines.flatMap((line) => {
    if (random.oneIn(8)) return [hostileJson(random, mutateJson(random, parse(encoder.encode(line))))];
    if (random.oneIn(20)) return [];
    return random.oneIn(20) ? [line, random.pick(extraLines)] : [line];
  });
  return encoder.encode(changed.join('\n') + (random.oneIn(2) ? '\n' : ''));
}

const extraLines = [
  '{"type":"resumed","fromStep":5,"at":"2026-01-01T00:00:00.000Z"}',
  '{"type":"resumed","fromStep":0,"at":""}',
  '{"type":"torn"}',
  '{"type":"end","step":9007199254740991,"reason":"stopped"}',
  '{"type":"epoch"}',
  '\u0000\u0000\u0000',
  '',
] as const;

/** Another header in front of the values, with its length and digest in order again. */
function damagedTensors(random: FuzzRandom, bytes: Uint8Array): Uint8Array {
  if (bytes.length < 8) return bytes;
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  const values = bytes.subarray(8 + length);
  const header = encoder.encode(
    hostileJson(random, mutateJson(random, parse(bytes.subarray(8, 8 + length)))),
  );
  const file = new Uint8Array(8 + header.length + values.length);
  new DataView(file.buffer).setBigUint64(0, BigInt(header.length), true);
  file.set(header, 8);
  file.set(values, 8 + header.length);
  try {
    return seal(file);
  } catch {
    // Its place for the digest was damaged too.
    return file;
  }
}

/** The JSON value of a file; its text where it is damaged already. */
function parse(bytes: Uint8Array): unknown {
  const text = decoder.decode(bytes);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
