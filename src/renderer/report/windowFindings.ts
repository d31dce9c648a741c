import { namelessNetworkText } from '../../network/graph/namelessNetwork';
import type { WindowFindings } from '../../protocol/problemReport';
import { useEditor } from '../editor/editorStore';
import { useEngine } from '../engine/engineStore';
import { useLastProblem } from './lastProblem';

/** What the window knows for a report: the last problem, what trains, and the network without its names. */
export function windowFindings(): WindowFindings {
  const { engine, options, capacity } = useEngine.getState();
  const { document } = useEditor.getState().history;
  return {
    problem: useLastProblem.getState().text,
    device: json({ engine, options, capacity }),
    network: namelessNetworkText(document),
  };
}

function json(value: object): string {
  return JSON.stringify(value, null, 2);
}
