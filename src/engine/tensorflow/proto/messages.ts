import protobuf from 'protobufjs';
import type { DataType } from './dataType';

/**
 * The messages of TensorFlow's public .proto files that a graph without functions needs, cut to the fields
 * in use. Numbers are TensorFlow's.
 */
const definitions = `
syntax = "proto3";
message SavedModel { int64 saved_model_schema_version = 1; repeated MetaGraphDef meta_graphs = 2; }
message MetaGraphDef { MetaInfoDef meta_info_def = 1; GraphDef graph_def = 2; map<string, SignatureDef> signature_def = 5; }
message MetaInfoDef { repeated string tags = 4; }
message SignatureDef { map<string, TensorInfo> inputs = 1; map<string, TensorInfo> outputs = 2; string method_name = 3; }
message TensorInfo { string name = 1; int32 dtype = 2; TensorShapeProto tensor_shape = 3; }
message GraphDef { repeated NodeDef node = 1; VersionDef versions = 4; }
message VersionDef { int32 producer = 1; int32 min_consumer = 2; }
message NodeDef { string name = 1; string op = 2; repeated string input = 3; map<string, AttrValue> attr = 5; }
message AttrValue {
  oneof value {
    ListValue list = 1; bytes s = 2; int64 i = 3; float f = 4; bool b = 5;
    int32 type = 6; TensorShapeProto shape = 7; TensorProto tensor = 8;
  }
}
message ListValue { repeated int64 i = 3; repeated int32 type = 6; }
message TensorShapeProto { repeated Dim dim = 2; bool unknown_rank = 3; }
message Dim { int64 size = 1; }
message TensorProto { int32 dtype = 1; TensorShapeProto tensor_shape = 2; bytes tensor_content = 4; }
`;

export interface TensorShapeProto {
  readonly dim?: readonly { readonly size: number }[];
  readonly unknownRank?: boolean;
}

export interface TensorProto {
  readonly dtype: DataType;
  readonly tensorShape: TensorShapeProto;
  /** Little-endian, row-major. */
  readonly tensorContent: Uint8Array;
}

export type AttributeValue =
  | { readonly list: { readonly i: readonly number[] } | { readonly type: readonly DataType[] } }
  | { readonly s: Uint8Array }
  | { readonly i: number }
  | { readonly f: number }
  | { readonly b: boolean }
  | { readonly type: DataType }
  | { readonly shape: TensorShapeProto }
  | { readonly tensor: TensorProto };

export interface NodeDef {
  readonly name: string;
  readonly op: string;
  /** `node`, `node:output`, or `^node` for a control input; control inputs last. */
  readonly input: readonly string[];
  readonly attr: Readonly<Record<string, AttributeValue>>;
}

/** GraphDef versions of TensorFlow 2.x: written for 1882, readable from 12 on. */
const versions = { producer: 1882, minConsumer: 12 } as const;

let savedModelType: protobuf.Type | null = null;

/** A tensor of the graph that programs feed or fetch. */
export interface TensorInfo {
  /** `node:output`. */
  readonly name: string;
  readonly dtype: DataType;
  readonly tensorShape: TensorShapeProto;
}

/** What programs feed and fetch, by the names that they have for it. */
export interface Signature {
  readonly inputs: Readonly<Record<string, TensorInfo>>;
  readonly outputs: Readonly<Record<string, TensorInfo>>;
}

/** A saved_model.pb that holds the nodes as one graph under the tag `serve`, and the signature `serving_default`. */
export function encodeSavedModel(nodes: readonly NodeDef[], signature?: Signature): Uint8Array {
  savedModelType ??= protobuf.parse(definitions).root.lookupType('SavedModel');
  return savedModelType
    .encode({
      savedModelSchemaVersion: 1,
      metaGraphs: [
        {
          metaInfoDef: { tags: ['serve'] },
          graphDef: { node: nodes, versions },
          signatureDef:
            signature === undefined
              ? {}
              : { serving_default: { ...signature, methodName: 'tensorflow/serving/predict' } },
        },
      ],
    })
    .finish();
}
