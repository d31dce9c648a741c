import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TensorFlowBinding, TensorHandle } from './binding';
import { encodeSavedModel, type NodeDef } from './proto/messages';

export interface Feed {
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array;
}

/** A graph that TensorFlow holds ready to run, with its variables. Close it to free them. */
export interface GraphSession {
  /** Feeds and fetches by comma-separated `node:output` names. Blocks until the run is done. */
  run(feedNames: string, feeds: readonly Feed[], fetchNames: string): readonly Float32Array[];
  close(): void;
}

/** Hands the graph to TensorFlow as a SavedModel in a folder of its own, which is gone once it is loaded. */
export function openSession(binding: TensorFlowBinding, nodes: readonly NodeDef[]): GraphSession {
  const folder = mkdtempSync(join(tmpdir(), 'layerwise-graph-'));
  let id: number;
  try {
    writeFileSync(join(folder, 'saved_model.pb'), encodeSavedModel(nodes));
    id = binding.loadSavedModel(folder, 'serve');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  let open = true;

  return {
    run(feedNames, feeds, fetchNames) {
      const inputs: number[] = [];
      let outputs: readonly TensorHandle[] = [];
      try {
        for (const { shape, values } of feeds) {
          const dataType = values instanceof Float32Array ? binding.TF_FLOAT : binding.TF_INT32;
          inputs.push(binding.createTensor(shape, dataType, values));
        }
        outputs = binding.runSavedModel(id, inputs, feedNames, fetchNames);
        return outputs.map((output) => floats(binding, output));
      } finally {
        for (const input of inputs) binding.deleteTensor(input);
        for (const output of outputs) binding.deleteTensor(output.id);
      }
    },
    close() {
      if (open) binding.deleteSavedModel(id);
      open = false;
    },
  };
}

function floats(binding: TensorFlowBinding, { id }: TensorHandle): Float32Array {
  const values = binding.tensorDataSync(id);
  if (!(values instanceof Float32Array)) throw new Error('TensorFlow gave other numbers than floats.');
  return values;
}
