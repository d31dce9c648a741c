import type { HealthCase } from '../healthRule';

/** What most of the kernels were drawn by: "Glorot". */
export function drawnBy(analysis: HealthCase['analysis'], ids: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const id of ids) {
    const kernel = analysis.nodes.get(id)?.weights.find(({ decays }) => decays);
    const name = nameOfInitialiser(kernel?.initialiser.type);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, left], [, right]) => right - left);
  return most?.[0] ?? 'these';
}

function nameOfInitialiser(type: string | undefined): string {
  if (type?.startsWith('glorot')) return 'Glorot';
  if (type?.startsWith('he')) return 'He';
  if (type?.startsWith('lecun')) return 'LeCun';
  return 'these';
}
