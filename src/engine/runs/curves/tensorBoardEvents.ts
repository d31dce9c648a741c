import protobuf from 'protobufjs';
import { crc32c } from './crc32c';
import type { ScalarCurve } from './scalarCurves';

/** TensorFlow's public event.proto and summary.proto, cut to the fields in use. Numbers are TensorFlow's. */
const definitions = `
syntax = "proto3";
message Event { double wall_time = 1; int64 step = 2; string file_version = 3; Summary summary = 5; }
message Summary { repeated Value value = 1; }
message Value { string tag = 1; oneof value { float simple_value = 2; } }
`;
const eventType = protobuf.parse(definitions).root.lookupType('Event');

/**
 * A TensorBoard event file of these curves. `startedAt` is the time that all events get: a run's folder keeps steps,
 * not times.
 */
export function tensorBoardEvents(curves: readonly ScalarCurve[], startedAt: Date): Uint8Array {
  const wallTime = startedAt.getTime() / 1000;
  const values = new Map<number, { tag: string; simpleValue: number }[]>();
  for (const { tag, steps, values: numbers } of curves)
    for (const [index, step] of steps.entries()) {
      const atStep = values.get(step) ?? [];
      atStep.push({ tag, simpleValue: numbers[index] ?? Number.NaN });
      values.set(step, atStep);
    }
  const events = [...values].sort(([left], [right]) => left - right);
  return Buffer.concat([
    record(eventType.encode({ wallTime, fileVersion: 'brain.Event:2' }).finish()),
    ...events.map(([step, value]) =>
      record(eventType.encode({ wallTime, step, summary: { value } }).finish()),
    ),
  ]);
}

/** As TFRecord frames it: length (64 bits), its checksum, the data, its checksum, all little-endian. */
function record(data: Uint8Array): Buffer {
  const frame = Buffer.alloc(data.length + 16);
  frame.writeBigUInt64LE(BigInt(data.length), 0);
  frame.writeUInt32LE(maskedChecksum(frame.subarray(0, 8)), 8);
  frame.set(data, 12);
  frame.writeUInt32LE(maskedChecksum(data), 12 + data.length);
  return frame;
}

/** CRC-32C rotated right by 15 bits plus a constant (tensorflow/core/lib/hash/crc32c.h), so that checksums of checksums work. */
function maskedChecksum(data: Uint8Array): number {
  const checksum = crc32c(data);
  return (((checksum >>> 15) | (checksum << 17)) + 0xa282ead8) >>> 0;
}
