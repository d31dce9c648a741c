import protobuf from 'protobufjs';

/** The messages of ONNX's public onnx.proto that a model in inference needs, cut to the fields in use. Numbers are ONNX's. */
const definitions = `
syntax = "proto3";
message ModelProto {
  int64 ir_version = 1; string producer_name = 2; string producer_version = 3; string doc_string = 6;
  GraphProto graph = 7; repeated OperatorSetIdProto opset_import = 8; repeated StringStringEntryProto metadata_props = 14;
}
message OperatorSetIdProto { string domain = 1; int64 version = 2; }
message StringStringEntryProto { string key = 1; string value = 2; }
message GraphProto {
  repeated NodeProto node = 1; string name = 2; repeated TensorProto initializer = 5; string doc_string = 10;
  repeated ValueInfoProto input = 11; repeated ValueInfoProto output = 12; repeated ValueInfoProto value_info = 13;
}
message NodeProto {
  repeated string input = 1; repeated string output = 2; string name = 3; string op_type = 4;
  repeated AttributeProto attribute = 5; string doc_string = 6; string domain = 7;
}
message AttributeProto {
  string name = 1; float f = 2; int64 i = 3; bytes s = 4; TensorProto t = 5;
  repeated float floats = 7; repeated int64 ints = 8; int32 type = 20;
}
message TensorProto {
  repeated int64 dims = 1; int32 data_type = 2; repeated float float_data = 4; repeated int32 int32_data = 5;
  repeated int64 int64_data = 7; string name = 8; bytes raw_data = 9; repeated double double_data = 10; int32 data_location = 14;
}
message ValueInfoProto { string name = 1; TypeProto type = 2; string doc_string = 3; }
message TypeProto { TensorType tensor_type = 1; }
message TensorType { int32 elem_type = 1; TensorShapeProto shape = 2; }
message TensorShapeProto { repeated Dimension dim = 1; }
message Dimension { oneof value { int64 dim_value = 1; string dim_param = 2; } }
`;

export const modelType = protobuf.parse(definitions).root.lookupType('ModelProto');

/** ONNX's numbers for element types. */
export const elementType = { float: 1, int64: 7 } as const;

/** ONNX's numbers for types of attributes. */
const attributeType = { float: 1, int: 2, string: 3, ints: 7 } as const;

export interface TensorProto {
  readonly name: string;
  readonly dims: readonly number[];
  readonly dataType: number;
  /** Little-endian, row-major. */
  readonly rawData: Uint8Array;
}

export type AttributeProto = { readonly name: string; readonly type: number } & (
  | { readonly f: number }
  | { readonly i: number }
  | { readonly s: Uint8Array }
  | { readonly ints: readonly number[] }
);

export interface NodeProto {
  readonly name: string;
  readonly opType: string;
  readonly input: readonly string[];
  readonly output: readonly string[];
  readonly attribute: readonly AttributeProto[];
}

export interface ValueInfoProto {
  readonly name: string;
  readonly docString?: string;
  readonly type: {
    readonly tensorType: {
      readonly elemType: number;
      readonly shape: {
        readonly dim: readonly ({ readonly dimValue: number } | { readonly dimParam: string })[];
      };
    };
  };
}

export interface ModelProto {
  readonly irVersion: number;
  readonly producerName: string;
  readonly producerVersion: string;
  readonly docString: string;
  readonly opsetImport: readonly { readonly domain: string; readonly version: number }[];
  readonly metadataProps: readonly { readonly key: string; readonly value: string }[];
  readonly graph: {
    readonly name: string;
    readonly node: readonly NodeProto[];
    readonly initializer: readonly TensorProto[];
    readonly input: readonly ValueInfoProto[];
    readonly output: readonly ValueInfoProto[];
  };
}

export function encodeModel(model: ModelProto): Uint8Array {
  return modelType.encode(modelType.fromObject(model)).finish();
}

/** The value of an attribute: an integer unless it is marked as a float. */
export type AttributeValue = number | { readonly float: number } | string | readonly number[];

export function attributeProto(name: string, value: AttributeValue): AttributeProto {
  if (typeof value === 'number') return { name, type: attributeType.int, i: value };
  if (typeof value === 'string')
    return { name, type: attributeType.string, s: new TextEncoder().encode(value) };
  if ('float' in value) return { name, type: attributeType.float, f: value.float };
  return { name, type: attributeType.ints, ints: value };
}
