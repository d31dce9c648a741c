import { assertNever } from '../../network/assertNever';
import type { EngineEvent, RunEvent } from '../../protocol/engineMessages';
import type { EngineStatus, MachineLoss } from '../../protocol/windowChannels';
import { loseDatasetRequests, receiveDatasetEvent } from '../data/datasetRequests';
import { useMachine } from '../device/machineStore';
import { loseInspections, receiveInspectionEvent } from '../distributions/inspectionRequests';
import { loseExports, receiveExportEvent } from '../exporting/exportRequests';
import { useLaboratory } from '../laboratory/laboratoryStore';
import { t } from '../language/t';
import { loseProbeRequests, receiveProbeEvent } from '../probe/probeRequests';
import { useKeptRuns } from '../runs/keptRunsStore';
import { receiveRunsEvent } from '../runs/receiveRunsEvent';
import { type AttachedRun, joinRun } from '../training/joinRun';
import { receiveRunEvent } from '../training/receiveRunEvent';
import { useRun } from '../training/runStore';
import { watchStop } from '../training/stopWatch';
import { loseRuns } from '../twin/loseRuns';
import { useTwinRun } from '../twin/twinStore';
import { loseQuestions, receiveEvaluationEvent } from '../using/evaluationRequests';
import { engineConnection } from './engineConnection';
import { deviceOf, useEngine } from './engineStore';

let started = false;
/** The run that the engine has, while it tells what happened before this window was connected. */
let joining: {
  readonly run: AttachedRun;
  readonly twin: AttachedRun | null;
  readonly events: RunEvent[];
} | null = null;

/** Joins the window to its engine for as long as the page lives. Calls after the first do nothing. */
export function startEngineSession(): void {
  if (started) return;
  started = true;
  watchStop();
  engineConnection.listen({
    onConnected: () => {},
    onEvent: receiveEvent,
    onMalformed: (error) =>
      console.error('The engine sent a message that its protocol does not have.', error),
  });
  window.layerwise.onEngineStatus(receiveStatus);
  void useMachine.getState().refresh();
}

function receiveEvent(event: EngineEvent) {
  const { show, offer } = useEngine.getState();
  switch (event.type) {
    case 'attached':
      joining = event.run === null ? null : { run: event.run, twin: event.twin ?? null, events: [] };
      // An engine without a run has lost the one that this window may have under way.
      if (event.run === null) loseRuns(t`The engine was started anew.`);
      return;
    case 'caughtUp':
      if (joining !== null) joinRun(joining.run, joining.events, joining.twin);
      joining = null;
      return;
    case 'ready':
      offer(event.options);
      useKeptRuns.getState().refresh();
      return show({ state: 'ready', device: event.device });
    case 'capacity': {
      const { type: _type, ...capacity } = event;
      return useEngine.getState().learnCapacity(capacity);
    }
    case 'unavailable': {
      const { message, advice, details } = event;
      offer(event.options);
      return show({ state: 'unavailable', message, advice, details });
    }
    case 'heartbeat':
      return;
    case 'runs':
    case 'runCurves':
    case 'runsTrashed':
    case 'runsFailed':
      return receiveRunsEvent(event);
    case 'experiments':
    case 'experiment':
    case 'laboratoryProgress':
    case 'laboratoryFailed':
      return useLaboratory.getState().receive(event);
    case 'opened':
      return joinRun(event, []);
    case 'probed':
    case 'probeFailed':
      return receiveProbeEvent(event);
    case 'nodeInspected':
    case 'nodeNotInspected':
      return receiveInspectionEvent(event);
    case 'trainedOpened':
    case 'evaluationProgress':
    case 'evaluated':
    case 'predicted':
    case 'evaluationFailed':
      return receiveEvaluationEvent(event);
    case 'exportedPart':
    case 'exportFailed':
      return receiveExportEvent(event);
    default:
      if ('requestId' in event) receiveDatasetEvent(event);
      else if (joining !== null) joining.events.push(event);
      else receiveRunEvent(event);
  }
}

/** Whatever was asked of the engine stays without an answer. */
function loseConnection(): void {
  engineConnection.disconnect();
  loseDatasetRequests();
  useLaboratory.getState().loseEngine();
  loseProbeRequests();
  loseInspections();
  loseQuestions();
  loseExports();
}

/** What was measured stays; the run of another machine's engine, where it has one, is shown in its place. */
function moveTo(machine: string | null): void {
  if (useEngine.getState().machine === machine) return;
  useEngine.getState().moveTo(machine);
  for (const store of [...useRun.all(), ...useTwinRun.all()]) store.getState().release();
}

function lossOf({ name, problem, retrySeconds }: MachineLoss) {
  return { name, problem, retryAt: retrySeconds === null ? null : performance.now() + retrySeconds * 1000 };
}

function receiveStatus(status: EngineStatus) {
  const { engine, show, lose } = useEngine.getState();
  switch (status.state) {
    case 'starting':
      loseConnection();
      loseRuns(t`The engine was restarted in the middle of the run.`);
      if (engine.state !== 'starting') show({ state: 'starting', since: performance.now() });
      return;
    case 'connected':
      moveTo(status.machine);
      if (engine.state === 'cutOff') show({ state: 'starting', since: performance.now() });
      return;
    case 'cutOff': {
      loseConnection();
      // A new server has an engine of its own.
      if (status.cause === 'session') loseRuns(t`Layerwise was started anew.`);
      if (status.machine !== null) moveTo(status.machine.name);
      const since = engine.state === 'cutOff' ? engine.since : performance.now();
      const machine = status.machine === null ? null : lossOf(status.machine);
      return show({ state: 'cutOff', since, cause: status.cause, device: deviceOf(engine), machine });
    }
    case 'unresponsive': {
      const since = performance.now() - status.silentSeconds * 1000;
      return show({ state: 'unresponsive', since, device: deviceOf(engine) });
    }
    case 'responsive': {
      const device = deviceOf(engine);
      if (engine.state !== 'unresponsive') return;
      return show(device === null ? { state: 'starting', since: engine.since } : { state: 'ready', device });
    }
    case 'lost':
      loseConnection();
      lose({ message: status.message, details: status.details });
      loseRuns(status.message, status.details);
      return show({ state: 'starting', since: performance.now() });
    case 'broken': {
      loseConnection();
      loseRuns(status.message, status.details);
      const { message, advice, details } = status;
      return show({ state: 'broken', message, advice, details });
    }
    default:
      return assertNever(status);
  }
}
