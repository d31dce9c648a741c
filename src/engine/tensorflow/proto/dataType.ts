/** TensorFlow's numbers for element types (tensorflow/core/framework/types.proto). */
export const DataType = {
  float: 1,
  double: 2,
  int32: 3,
  int64: 9,
  bool: 10,
  resource: 20,
  uint64: 23,
} as const;
export type DataType = (typeof DataType)[keyof typeof DataType];
