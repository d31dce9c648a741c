/** What Keras calls the parts of a list in a file of weights: by their classes, counted: conv2d, conv2d_1, dense. */
export class ContainerNames {
  readonly #counts = new Map<string, number>();

  /** The name of the next part, which is of this class. */
  take(className: string): string {
    const stem = snakeCase(className);
    const count = this.#counts.get(stem) ?? 0;
    this.#counts.set(stem, count + 1);
    return count === 0 ? stem : `${stem}_${count}`;
  }
}

/** `BatchNormalization` as batch_normalization, by Keras's own rules (keras.src.utils.naming). */
function snakeCase(className: string): string {
  return className
    .replace(/\W+/g, '')
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}
