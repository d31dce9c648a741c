/**
 * The engine's protocol: commands down, events up, over any transport (MessagePort, stdio, WebSocket).
 * Both ends check what arrives with these schemas.
 */
import { z } from 'zod';
import { projectSchema } from '../network/graph/projectSchema';
import { capacitySchema } from './capacity';
import { datasetCommandSchemas, datasetEventSchemas } from './datasetMessages';
import { deviceOptionsSchema } from './deviceSettings';
import {
  type EvaluationCommand,
  type EvaluationEvent,
  evaluationCommandSchemas,
  evaluationEventSchemas,
} from './evaluationMessages';
import {
  type ExportCommand,
  type ExportEvent,
  exportCommandSchemas,
  exportEventSchemas,
} from './exportMessages';
import { inspectionCommandSchemas, inspectionEventSchemas } from './inspectionMessages';
import { laboratoryCommandSchemas, laboratoryEventSchemas } from './laboratoryMessages';
import { probeCommandSchemas, probeEventSchemas } from './probeMessages';

import { runCommandSchemas, runEventSchemas } from './runMessages';
import { telemetryNodeSchema, telemetryWeightSchema } from './telemetryItems';

const runId = z.string().min(1).max(64);

export const engineCommandSchema = z.discriminatedUnion('type', [
  /** Starts a run on the document as it is; a run under way is stopped first. Weights of the last run are dropped. */
  z.strictObject({ type: z.literal('train'), runId, project: projectSchema }),
  /**
   * Trains two networks on equal terms, a step each in turn: same seed, images, batches and epochs, which the twin takes
   * from the project. Each has its events under its own id; pausing, resuming and stopping one does so to both. The
   * first can be continued, both can be resumed from their folders.
   */
  z
    .strictObject({
      type: z.literal('trainTwin'),
      runId,
      twinId: runId,
      project: projectSchema,
      twin: projectSchema,
    })
    .refine((command) => command.runId !== command.twinId, 'two runs have two ids'),
  /** Goes on with the last run's weights and optimizer state for more epochs. */
  z.strictObject({ type: z.literal('continue'), runId, epochs: z.int().min(1).max(100_000) }),
  z.strictObject({ type: z.literal('pause'), runId }),
  z.strictObject({ type: z.literal('resume'), runId }),
  /** Ends the run after the step under way; weights are kept. */
  z.strictObject({ type: z.literal('stop'), runId }),
  /** Another network is on the canvas: ends the run, if it is under way, and drops its weights and what was measured. */
  z.strictObject({ type: z.literal('forget'), runId }),
  ...runCommandSchemas,
  ...datasetCommandSchemas,
  ...probeCommandSchemas,
  ...inspectionCommandSchemas,
  ...evaluationCommandSchemas,
  ...laboratoryCommandSchemas,
  ...exportCommandSchemas,
]);
export type EngineCommand = z.infer<typeof engineCommandSchema>;

const floats = z.instanceof(Float32Array);

export const deviceSchema = z.strictObject({
  /** Which executor runs: native TensorFlow, or TensorFlow.js compiled to WebAssembly where that can't be had. */
  backend: z.enum(['tensorflow', 'wasm']),
  /** `cpu` or `gpu`. */
  device: z.enum(['cpu', 'gpu']),
  /** What people read: "TensorFlow 2.21.0 · CPU, 2 cores". */
  description: z.string(),
  /** Of the library that computes: "2.21.0". */
  libraryVersion: z.string(),
  /** Threads that the library computes with on the CPU. Equal numbers come from equal threads only. */
  threads: z.int().min(1),
  /** Why a better device does not run, in one sentence; null where this is the best. */
  note: z.string().nullable(),
  /** What would bring the better device, in one sentence; null where nothing would. */
  advice: z.string().nullable(),
  /** The command that the advice names, to be copied; null where it names none. */
  command: z.string().nullable(),
});
export type Device = z.infer<typeof deviceSchema>;

export const engineEventSchema = z.discriminatedUnion('type', [
  /**
   * First event of every connection. An engine outlives its connections: where it has a run, the events of that run
   * follow, thinned where they are many and with its latest id, and then `caughtUp`.
   */
  z.strictObject({
    type: z.literal('attached'),
    /** The run that was asked for last, with the network that it compiles; null where there is none. */
    run: z.strictObject({ runId, project: projectSchema }).nullable(),
    /** What is trained beside it, or was, whose events follow too; absent where it stands alone. */
    twin: z.strictObject({ runId, project: projectSchema }).optional(),
  }),
  /** All that happened before this connection has been told; what follows is live. */
  z.strictObject({ type: z.literal('caughtUp') }),
  /** A device is found and its library is loaded. Told to every connection. */
  z.strictObject({ type: z.literal('ready'), device: deviceSchema, options: deviceOptionsSchema }),
  /** Comes behind `ready`, and again where it has changed. */
  z.strictObject({ type: z.literal('capacity'), ...capacitySchema.shape }),
  /** Comes in place of `ready`: nothing here can train, and every run will fail with the same words. */
  z.strictObject({
    type: z.literal('unavailable'),
    message: z.string(),
    advice: z.string(),
    details: z.string(),
    options: deviceOptionsSchema,
  }),
  /** Sent twice a second while the engine's event loop turns; silence means that it hangs. */
  z.strictObject({ type: z.literal('heartbeat') }),
  /** What the engine waits for before the first step ("Reading MNIST"). */
  z.strictObject({
    type: z.literal('preparing'),
    runId,
    activity: z.string(),
    /** 0…1, or null where it can't be told. */
    progress: z.number().nullable(),
  }),
  z.strictObject({
    type: z.literal('started'),
    runId,
    nodes: z.array(telemetryNodeSchema),
    weights: z.array(telemetryWeightSchema),
    stepsPerEpoch: z.int(),
    epochs: z.int(),
    trainingImages: z.int(),
    validationImages: z.int(),
    /** Steps done before, where the run goes on. */
    firstStep: z.int(),
  }),
  /** Sampled steps since the last one, at 30 Hz at most. Norms are step-major: value of item i at step s is [s·count + i]. */
  z.strictObject({
    type: z.literal('telemetry'),
    runId,
    /** 1-based step numbers. */
    steps: z.instanceof(Int32Array),
    losses: floats,
    metrics: floats,
    learningRates: floats,
    activationGradientNorms: floats,
    activationGradientRms: floats,
    /** Of each node's output for the first 16 images of the batch; NaN where it was not measured, as in runs of earlier versions. */
    activationMeans: floats,
    activationDeviations: floats,
    /** Share of exact zeros, 0…1. */
    zeroShares: floats,
    weightGradientNorms: floats,
    weightNorms: floats,
    updateRatios: floats,
    /** Training images per second, over the last second. */
    imagesPerSecond: z.number(),
    /** Seconds to the end of the run at this speed. */
    secondsLeft: z.number(),
  }),
  z.strictObject({
    type: z.literal('epoch'),
    runId,
    /** 1-based. */
    epoch: z.int(),
    step: z.int(),
    loss: z.number(),
    metric: z.number(),
    /** Null where the run was stopped before its end, or where the value is not finite. */
    validationLoss: z.number().nullable(),
    validationMetric: z.number().nullable(),
    imagesPerSecond: z.number(),
  }),
  z.strictObject({ type: z.literal('paused'), runId, step: z.int() }),
  z.strictObject({ type: z.literal('resumed'), runId, step: z.int() }),
  /** The run is over and its weights are kept. */
  z.strictObject({
    type: z.literal('ended'),
    runId,
    reason: z.enum(['finished', 'stopped', 'diverged']),
    step: z.int(),
    /** Where NaN or infinity arose, as a sentence; null unless diverged. */
    message: z.string().nullable(),
    /** The node to point at; null unless diverged. */
    node: z.string().nullable(),
  }),
  /** The run could not start or go on; `wantsData` where choosing other images mends it. */
  z.strictObject({
    type: z.literal('failed'),
    runId,
    message: z.string(),
    advice: z.string(),
    /** For the fold-out: a stack or the library's own words. */
    details: z.string(),
    wantsData: z.boolean(),
  }),
  ...runEventSchemas,
  ...datasetEventSchemas,
  ...probeEventSchemas,
  ...inspectionEventSchemas,
  ...evaluationEventSchemas,
  ...laboratoryEventSchemas,
  ...exportEventSchemas,
]);
export type EngineEvent = z.infer<typeof engineEventSchema>;
/** An event of one run. */
export type RunEvent = Extract<EngineEvent, { readonly runId: string }>;
export type EngineEventOf<Type extends EngineEvent['type']> = Extract<EngineEvent, { type: Type }>;
/** A command about a run. */
export type RunCommand = Extract<EngineCommand, { readonly runId: string }>;
/** A command that looks at a network before it is trained, and its answers: they belong to no run. */
export type ProbeCommand = Extract<EngineCommand, { readonly type: 'probe' }>;
export type ProbeEvent = Extract<EngineEvent, { readonly type: 'probed' | 'probeFailed' }>;
/** A command that looks inside a layer of the last run, and its answers. */
export type InspectionCommand = Extract<EngineCommand, { readonly type: 'inspectNode' }>;
export type InspectionEvent = Extract<EngineEvent, { readonly type: 'nodeInspected' | 'nodeNotInspected' }>;
/** A command about datasets, and its answers: they belong to no run. */
export type DatasetCommand = Exclude<
  Extract<EngineCommand, { readonly requestId: string }>,
  ProbeCommand | InspectionCommand | EvaluationCommand | ExportCommand
>;
export type DatasetEvent = Exclude<
  Extract<EngineEvent, { readonly requestId: string }>,
  ProbeEvent | InspectionEvent | EvaluationEvent | ExportEvent
>;
/** A command to the laboratory, and what it tells. */
export type LaboratoryCommand = Extract<
  EngineCommand,
  { readonly type: 'listExperiments' | 'openExperiment' | 'runExperiment' | 'stopExperiment' }
>;
export type LaboratoryEvent = Extract<
  EngineEvent,
  { readonly type: 'experiments' | 'experiment' | 'laboratoryProgress' | 'laboratoryFailed' }
>;
/** What is asked of training and of runs that are shown, one at a time. */
export type TrainingCommand = Extract<
  EngineCommand,
  {
    readonly type:
      | 'train'
      | 'trainTwin'
      | 'continue'
      | 'openRun'
      | 'resumeRun'
      | 'pause'
      | 'resume'
      | 'stop'
      | 'forget';
  }
>;
