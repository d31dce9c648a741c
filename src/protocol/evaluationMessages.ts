/** The part of the engine's protocol that uses what a run has trained: evaluating it over images, and asking it about one. */
import { z } from 'zod';
import { projectSchema } from '../network/graph/projectSchema';
import { runFolderNameSchema } from './runMessages';

/** Ties answers to their request: all windows of an engine hear them, and pass over those of others. */
const requestId = z.string().min(1).max(64);

/** What one message may hold; a page's largest frame has 16 MiB. */
export const evaluationLimits = {
  /** Mistakes that are shown as pictures, and of one cell of the matrix at least so many where there are. */
  mistakes: 400,
  mistakesPerCell: 6,
  /** Longest side of pictures, in pixels. */
  pictureSide: 64,
  shownSide: 224,
  fileBytes: 12 * 1024 ** 2,
  /** Values of a drawing. */
  drawnValues: 512 * 512,
} as const;

/** Which of a run's checkpoints: that of the best validation, or the newest. */
export const checkpointChoiceSchema = z.enum(['best', 'last']);
export type CheckpointChoice = z.infer<typeof checkpointChoiceSchema>;

/** The images that training kept aside (see the run's settings), or the dataset's own test images. */
export const evaluatedSplitSchema = z.enum(['validation', 'test']);
export type EvaluatedSplit = z.infer<typeof evaluatedSplitSchema>;

/** The network that is meant, with its weights. */
export const usedNetworkSchema = z.discriminatedUnion('type', [
  /** What a run has trained. */
  z.strictObject({ type: z.literal('run'), folder: runFolderNameSchema, checkpoint: checkpointChoiceSchema }),
  /** A project with the weights that it begins with, as those of an imported model: it need not have been trained. */
  z.strictObject({ type: z.literal('project'), project: projectSchema }),
]);
export type UsedNetwork = z.infer<typeof usedNetworkSchema>;

const trained = { requestId, network: usedNetworkSchema } as const;

const imageNumber = z.int().min(0).max(1_000_000_000);

export const askedImageSchema = z.discriminatedUnion('type', [
  /** A file that sharp decodes (PNG, JPEG, WebP, GIF, TIFF, AVIF). */
  z.strictObject({
    type: z.literal('file'),
    name: z.string().max(400),
    bytes: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= evaluationLimits.fileBytes),
    /** Takes light for dark, as for a dark digit on white paper. */
    invert: z.boolean(),
  }),
  /** Lightness 0…1 of each pixel, row by row, of the size that the network takes. */
  z.strictObject({
    type: z.literal('drawing'),
    values: z.instanceof(Float32Array).refine(({ length }) => length <= evaluationLimits.drawnValues),
  }),
  /** An image of the run's dataset, counted from 0; the last where there are fewer. */
  z.strictObject({ type: z.literal('example'), split: evaluatedSplitSchema, number: imageNumber }),
]);
export type AskedImage = z.infer<typeof askedImageSchema>;

export const evaluationCommandSchemas = [
  /** Asks what a run's network takes and tells apart. */
  z.strictObject({ type: z.literal('openTrained'), ...trained }),
  /** Runs it over all images of a split; `evaluationProgress` and `evaluated` answer. A run under way goes on. */
  z.strictObject({ type: z.literal('evaluate'), ...trained, split: evaluatedSplitSchema }),
  /** Gives up an evaluation by its request's id; nothing answers. */
  z.strictObject({ type: z.literal('stopEvaluation'), requestId }),
  /** Asks it about one image. */
  z.strictObject({
    type: z.literal('predict'),
    ...trained,
    image: askedImageSchema,
    /** Where the evidence for a class is looked at: in a layer, or where it is told best where null. */
    map: z.strictObject({
      node: z.string().min(1).max(200).nullable(),
      /** Number of the class; null for the one that is most probable. */
      classNumber: z.int().min(0).max(100_000).nullable(),
    }),
  }),
] as const;

/** Red, green, blue and 255 of each pixel, one picture after the other. */
const coloursSchema = z.strictObject({
  height: z.int(),
  width: z.int(),
  pixels: z.instanceof(Uint8Array),
});
export type Colours = z.infer<typeof coloursSchema>;

const checkpointSchema = z.strictObject({
  name: z.enum(['best', 'last', 'previous']),
  step: z.int().min(0),
  epochsDone: z.int().min(0),
});

/** Null where a project's own weights are used. */
const usedFolder = runFolderNameSchema.nullable();
const usedCheckpoint = checkpointSchema.nullable();

/** What training wrote down of the validation at a checkpoint. */
const recordedSchema = z.strictObject({ loss: z.number(), metric: z.number() });

const mistakesSchema = z.strictObject({
  /** Numbers of the images within the split, by falling loss; the other lists are in the same order. */
  numbers: z.instanceof(Int32Array),
  labels: z.instanceof(Int32Array),
  predictions: z.instanceof(Int32Array),
  /** Of the class that was taken. */
  probabilities: z.instanceof(Float32Array),
  losses: z.instanceof(Float32Array),
  pictures: coloursSchema,
});
export type Mistakes = z.infer<typeof mistakesSchema>;

export const activationMapSchema = z.strictObject({
  /** `cam`: Zhou et al. 2016, where a global average pool leads to the last dense layer; else Selvaraju et al. 2017. */
  method: z.enum(['cam', 'gradCam']),
  node: z.string(),
  label: z.string(),
  classNumber: z.int(),
  height: z.int(),
  width: z.int(),
  /** Evidence for the class at each place, row by row, in the unit of its score. */
  values: z.instanceof(Float32Array),
});
export type ActivationMap = z.infer<typeof activationMapSchema>;

export const evaluationEventSchemas = [
  z.strictObject({
    type: z.literal('trainedOpened'),
    requestId,
    folder: usedFolder,
    /** Of the network. */
    name: z.string(),
    checkpoint: usedCheckpoint,
    /** Height × width × channels. */
    imageShape: z.array(z.int()),
    classNames: z.array(z.string()),
    /** Type of the dataset's reference, its name that people read, and how many images each split has as it was recorded. */
    dataset: z.strictObject({
      type: z.string(),
      label: z.string(),
      validationImages: z.int(),
      testImages: z.int(),
    }),
    /** Those in which evidence can be looked at, in forward order, and which is without a choice; null where there is none. */
    layers: z.array(z.strictObject({ id: z.string(), label: z.string(), shape: z.array(z.int()) })),
    usualLayer: z.string().nullable(),
  }),
  z.strictObject({
    type: z.literal('evaluationProgress'),
    requestId,
    activity: z.string(),
    /** 0…1, or null where it can't be told. */
    progress: z.number().nullable(),
    secondsLeft: z.number().nullable(),
  }),
  z.strictObject({
    type: z.literal('evaluated'),
    requestId,
    folder: usedFolder,
    split: evaluatedSplitSchema,
    checkpoint: usedCheckpoint,
    classNames: z.array(z.string()),
    images: z.int(),
    /** Images of class row that were taken for class column, row by row. */
    matrix: z.instanceof(Int32Array),
    /** Mean over the images, times the main output's weight. */
    loss: z.number(),
    accuracy: z.number(),
    /** Share of the images whose class is among the five most probable; null where there are no more than five. */
    topFive: z.number().nullable(),
    /** Null where nothing was validated at this step, or on other images. */
    recorded: recordedSchema.nullable(),
    mistakeCount: z.int(),
    mistakes: mistakesSchema,
    seconds: z.number(),
  }),
  z.strictObject({
    type: z.literal('predicted'),
    requestId,
    folder: usedFolder,
    classNames: z.array(z.string()),
    probabilities: z.instanceof(Float32Array),
    /** As the network sees it, before its values are moved and scaled. */
    picture: coloursSchema,
    /** The right class of an example, and how many its split has; null for other images. */
    example: z.strictObject({ label: z.int(), number: z.int(), outOf: z.int() }).nullable(),
    map: activationMapSchema.nullable(),
    milliseconds: z.number(),
  }),
  z.strictObject({ type: z.literal('evaluationFailed'), requestId, message: z.string(), advice: z.string() }),
] as const;

export type EvaluationCommand = z.infer<(typeof evaluationCommandSchemas)[number]>;
export type EvaluationEvent = z.infer<(typeof evaluationEventSchemas)[number]>;
