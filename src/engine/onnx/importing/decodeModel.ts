import { z } from 'zod';
import { modelType } from '../messages';

const integers = z.array(z.number());
const bytes = z.instanceof(Uint8Array);

const tensorSchema = z.object({
  name: z.string(),
  dims: integers,
  dataType: z.number(),
  rawData: bytes,
  floatData: z.array(z.number()),
  doubleData: z.array(z.number()),
  int32Data: integers,
  int64Data: integers,
  /** 1 where the values are in another file. */
  dataLocation: z.number(),
});
export type ReadTensor = z.infer<typeof tensorSchema>;

const attributeSchema = z.object({
  name: z.string(),
  f: z.number(),
  i: z.number(),
  s: bytes,
  t: tensorSchema.nullable(),
  floats: z.array(z.number()),
  ints: integers,
});

const nodeSchema = z.object({
  name: z.string(),
  opType: z.string(),
  domain: z.string(),
  input: z.array(z.string()),
  output: z.array(z.string()),
  attribute: z.array(attributeSchema),
});
export type ReadNode = z.infer<typeof nodeSchema>;

const dimensionSchema = z.object({ dimValue: z.number().optional(), dimParam: z.string().optional() });
const valueInfoSchema = z.object({
  name: z.string(),
  type: z
    .object({
      tensorType: z.object({ shape: z.object({ dim: z.array(dimensionSchema) }).nullable() }).nullable(),
    })
    .nullable(),
});
export type ReadValueInfo = z.infer<typeof valueInfoSchema>;

const modelSchema = z.object({
  producerName: z.string(),
  opsetImport: z.array(z.object({ domain: z.string(), version: z.number() })),
  graph: z
    .object({
      name: z.string(),
      node: z.array(nodeSchema),
      initializer: z.array(tensorSchema),
      input: z.array(valueInfoSchema),
      output: z.array(valueInfoSchema),
    })
    .nullable(),
});
export type ReadGraph = NonNullable<z.infer<typeof modelSchema>['graph']>;

export interface ReadModel {
  readonly producerName: string;
  /** Version of ONNX's own operators. */
  readonly operatorSet: number;
  readonly graph: ReadGraph;
}

/** The parts of an ONNX file that an import reads, or null where the bytes are none. */
export function decodeModel(file: Uint8Array): ReadModel | null {
  let message: unknown;
  try {
    message = modelType.toObject(modelType.decode(file), { longs: Number, defaults: true, arrays: true });
  } catch {
    // Whatever the reader throws on bytes that are no messages of these types says nothing to a person.
    return null;
  }
  const { data } = modelSchema.safeParse(message);
  if (data === undefined || data.graph === null) return null;
  const own = data.opsetImport.find(({ domain }) => domain === '' || domain === 'ai.onnx');
  return { producerName: data.producerName, operatorSet: own?.version ?? 1, graph: data.graph };
}
