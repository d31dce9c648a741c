/** Closes a union: the compiler rejects the call while a case is left, and a value from outside throws. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
