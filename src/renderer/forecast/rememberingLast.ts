/** The function, which gives the last result again where it is asked about the same objects. */
export function rememberingLast<Parameters extends readonly unknown[], Result>(
  compute: (...parameters: Parameters) => Result,
): (...parameters: Parameters) => Result {
  let last: { readonly parameters: Parameters; readonly result: Result } | null = null;
  return (...parameters) => {
    const known = last;
    if (
      known !== null &&
      known.parameters.length === parameters.length &&
      known.parameters.every((value, place) => value === parameters[place])
    )
      return known.result;
    last = { parameters, result: compute(...parameters) };
    return last.result;
  };
}
