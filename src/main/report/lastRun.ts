import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listRuns } from '../../engine/runs/listRuns';
import { readRunRecord } from '../../engine/runs/readRunRecord';
import { namelessNetwork } from '../../network/graph/namelessNetwork';

/** What the run that was begun last says of itself, without names and paths; null where none can be read. */
export function describeLastRun(runsFolder: string): unknown {
  try {
    const [last] = listRuns(runsFolder).runs;
    if (last === undefined) return null;
    const { document, dataset, versions, device, sizes, seed, startedAt } = readRunRecord(last.folder);
    const { state, step, loss, accuracy } = last;
    return {
      startedAt,
      state,
      reached: { step, loss, accuracy },
      versions,
      device,
      seed,
      sizes,
      dataset: { type: dataset.name, classes: dataset.classNames?.length ?? null },
      files: sizesIn(last.folder),
      telemetry: sizesIn(join(last.folder, 'telemetry')),
      network: namelessNetwork(document),
    };
  } catch {
    return null;
  }
}

/** Bytes of the files that are known by name in every run; others may be called as a person likes. */
function sizesIn(folder: string): Readonly<Record<string, number>> {
  const known = /^(?:run\.json|metrics\.jsonl|columns\.json|[A-Za-z]+\.(?:f32|i32))$/;
  try {
    const names = readdirSync(folder).filter((name) => known.test(name));
    return Object.fromEntries(names.map((name) => [name, statSync(join(folder, name)).size]));
  } catch {
    return {};
  }
}
