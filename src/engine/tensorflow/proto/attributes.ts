import type { DataType } from './dataType';
import type { AttributeValue, TensorShapeProto } from './messages';

const text = new TextEncoder();

/** Makers of op attributes, named for what they hold. */
export const attribute = {
  type: (type: DataType): AttributeValue => ({ type }),
  int: (value: number): AttributeValue => ({ i: value }),
  ints: (values: readonly number[]): AttributeValue => ({ list: { i: values } }),
  float: (value: number): AttributeValue => ({ f: value }),
  bool: (value: boolean): AttributeValue => ({ b: value }),
  string: (value: string): AttributeValue => ({ s: text.encode(value) }),
  shape: (extents: readonly number[]): AttributeValue => ({ shape: shapeProto(extents) }),
  unknownShape: (): AttributeValue => ({ shape: { unknownRank: true } }),
  tensor: (dtype: DataType, extents: readonly number[], content: ArrayBufferView): AttributeValue => ({
    tensor: {
      dtype,
      tensorShape: shapeProto(extents),
      tensorContent: new Uint8Array(content.buffer, content.byteOffset, content.byteLength),
    },
  }),
} as const;

function shapeProto(extents: readonly number[]): TensorShapeProto {
  return { dim: extents.map((size) => ({ size })) };
}
