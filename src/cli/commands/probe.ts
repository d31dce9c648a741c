import { AdviceError } from '../../engine/adviceError';
import { DatasetShelf } from '../../engine/data/datasetShelf';
import { loadRuntime } from '../../engine/devices/runtime';
import { CompiledNetwork } from '../../engine/probe/compiledNetwork';
import { type ProbeFindings, type ProbeOrder, probeNetwork } from '../../engine/probe/probeNetwork';
import { checkTrainable } from '../../engine/train/checkTrainable';
import { applyEdit } from '../../network/graph/edits';
import { fitToDataset } from '../../network/graph/fitToDataset';
import { diagnose } from '../../network/health/diagnose';
import type { HealthRemedy, Verdict } from '../../network/health/healthVerdict';
import { probeObservation } from '../../network/health/probeObservation';
import { type CommandIo, writeJson, writeLine } from '../commandIo';
import { applyDeviceOptions, type DeviceCommandOptions } from '../deviceOptions';
import { exitCode } from '../exitCode';
import { nearestWord } from '../nearestWord';
import { openNetwork } from '../openNetwork';
import { probedData } from '../probing/probedData';
import { measuredWith, readableProbe } from '../probing/readableProbe';
import { stopReason } from '../stopReason';
import { projectOf } from '../training/project';
import { verdictLines } from '../verdictLines';
import { writeProject } from '../writeProject';

export interface ProbeOptions extends DeviceCommandOptions {
  readonly json: boolean;
  /** Settings of the template. */
  readonly set: readonly string[];
  /** A name or a path, or `noise`. */
  readonly dataset?: string;
  readonly data?: readonly string[];
  /** Makes the network take the dataset's images and classes. */
  readonly fit: boolean;
  /** The first of the seeds; the project's own where it is left out. */
  readonly seed?: number;
  readonly seeds: number;
  readonly batches: number;
  /** Id of a remedy that the verdicts offer, to be written to `out`. */
  readonly apply?: string;
  readonly out?: string;
  readonly force: boolean;
}

/**
 * `layerwise probe`: what the gradient of a network does at its first weights, judged; and the network with a remedy
 * applied, where that is asked for. Returns the exit code. Throws an AdviceError where the network can't be probed.
 */
export async function probeGradient(source: string, options: ProbeOptions, io: CommandIo): Promise<number> {
  const { json, apply, out, force, seeds, batches, seed } = options;
  if ((apply === undefined) !== (out === undefined))
    throw new AdviceError(
      '--apply and --out go together.',
      'Write for example --apply add-shortcuts --out mended.layerwise.',
    );
  const opened = openNetwork(source, options.set);
  const data = await probedData(opened, options);
  const chosen = {
    ...opened,
    training: { ...opened.training, ...data, ...(seed !== undefined && { seed }) },
  };
  const fitted = options.fit ? applyEdit(chosen, fitToDataset(chosen)).document : chosen;
  const { document, analysis } = checkTrainable(projectOf(fitted));
  await applyDeviceOptions(options);
  const shelf = new DatasetShelf();
  // Noise stands in for a project's data only: what was asked for by name is to be there.
  if (options.dataset !== undefined) await shelf.get(document.training.dataset);
  const order = { document, analysis, seeds, batches, signal: io.signal };
  const findings = await probeUnlessStopped(order, shelf);
  if (findings === null) return stopReason(io).exitCode;
  // Seed and images are for looking only: what is judged, and mended, is the network as it was.
  const judged = options.fit ? document : opened;
  const observation = probeObservation(judged, analysis, findings);
  const verdicts = diagnose(observation);
  // Before anything is printed: a command that is refused prints no result.
  const remedy = apply === undefined ? null : chooseRemedy(verdicts, apply);
  const [snapshot] = observation.snapshots;
  const nodes = (snapshot?.nodes ?? []).map(({ id, label, depth, gradientNorm }) => ({
    ...{ id, label, depth },
    activationGradientNorm: gradientNorm,
  }));
  if (json) {
    writeLine(io.stderr, measuredWith(findings));
    writeJson(io, { nodes, verdicts: verdictLines(verdicts) });
  } else
    for (const line of readableProbe(document.name, nodes, verdicts, findings)) writeLine(io.stdout, line);
  if (remedy === null || out === undefined) return exitCode.success;
  writeProject(applyEdit(judged, remedy.edit).document, out, force);
  writeLine(json ? io.stderr : io.stdout, `Wrote ${judged.name} with "${remedy.title}" to ${out}.`);
  return exitCode.success;
}

/** Null where the command was told to stop meanwhile. */
async function probeUnlessStopped(
  order: ProbeOrder & { readonly signal: AbortSignal },
  shelf: DatasetShelf,
): Promise<ProbeFindings | null> {
  const compiled = new CompiledNetwork();
  try {
    return await probeNetwork(order, { runtime: await loadRuntime(), shelf, compiled, runsFolder: null });
  } catch (error) {
    if (order.signal.aborted) return null;
    throw error;
  } finally {
    compiled.dispose();
  }
}

/** The first of the verdicts' remedies with this id. Throws an AdviceError where none has it. */
function chooseRemedy(verdicts: readonly Verdict[], id: string): HealthRemedy {
  const offered = verdicts.flatMap(({ remedies }) => remedies);
  const remedy = offered.find((candidate) => candidate.id === id);
  if (remedy !== undefined) return remedy;
  const ids = [...new Set(offered.map((candidate) => candidate.id))];
  if (ids.length === 0)
    throw new AdviceError(
      `There is nothing to apply: ${verdicts.length === 0 ? 'the gradient is healthy' : 'no remedy is offered'}.`,
      'Leave --apply and --out out.',
    );
  const nearest = nearestWord(id, ids);
  throw new AdviceError(
    `No remedy "${id}" is offered for this network.`,
    nearest === null ? `The remedies are ${ids.join(', ')}.` : `Did you mean ${nearest}?`,
  );
}
