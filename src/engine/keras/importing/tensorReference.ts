/** A tensor of a functional model: an output of a call of a layer. */
export interface TensorReference {
  readonly layer: string;
  /** Which of the layer's calls made it. */
  readonly call: number;
  /** Which of the call's outputs it is. */
  readonly tensor: number;
}

/** Arguments within one another, deeper than any call has them. */
const deepest = 8;

/** `["conv1", 0, 0]`, as files name a tensor; null where it is something else. */
export function tensorReference(value: unknown): TensorReference | null {
  if (!Array.isArray(value)) return null;
  const [layer, call, tensor]: readonly unknown[] = value;
  return typeof layer === 'string' && typeof call === 'number' && typeof tensor === 'number'
    ? { layer, call, tensor }
    : null;
}

/** All tensors in a list, however they are grouped: Keras 2 writes `[["conv1", 0, 0, {}]]`, Keras 3 objects. */
export function tensorReferences(value: unknown, depth = 0): readonly TensorReference[] {
  if (depth > deepest || typeof value !== 'object' || value === null) return [];
  const reference = tensorReference(value);
  if (reference !== null) {
    const further: unknown = Array.isArray(value) ? value[3] : null;
    return [reference, ...tensorReferences(further, depth + 1)];
  }
  if (Array.isArray(value)) return value.flatMap((part) => tensorReferences(part, depth + 1));
  if ('class_name' in value && value.class_name === '__keras_tensor__' && 'config' in value) {
    const { config } = value;
    const history = typeof config === 'object' && config !== null && 'keras_history' in config;
    return history ? tensorReferences(config.keras_history, depth + 1) : [];
  }
  return Object.values(value).flatMap((part) => tensorReferences(part, depth + 1));
}
