/** Messages as MessagePack, with typed arrays as they are in memory. Both ends are on one machine. */
import { decode, ExtensionCodec, encode } from '@msgpack/msgpack';
import { projectLimits } from '../network/graph/projectSchema';

/** A frame from a page: its largest message is a project to train. Frames to a page are the server's own and trusted. */
export const maxPageFrameBytes = projectLimits.fileBytes;

/** No list and no map of the protocol has more; a few bytes can claim to be billions. */
const decoderLimits = { maxArrayLength: 100_000, maxMapLength: 1_000 };

const codec = new ExtensionCodec();
register(1, Float32Array);
register(2, Int32Array);

export function packFrame(message: unknown): Uint8Array<ArrayBuffer> {
  return encode(message, { extensionCodec: codec });
}

/** The message in a frame, not yet checked. Throws where it isn't MessagePack. */
export function unpackFrame(frame: Uint8Array): unknown {
  return decode(frame, { extensionCodec: codec, ...decoderLimits });
}

function register(
  type: number,
  View: { new (buffer: ArrayBuffer): Float32Array | Int32Array; readonly BYTES_PER_ELEMENT: number },
): void {
  codec.register({
    type,
    encode: (value) =>
      value instanceof View ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : null,
    decode: (bytes) => new View(new Uint8Array(bytes).buffer),
  });
}
