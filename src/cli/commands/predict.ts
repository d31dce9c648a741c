import { basename, extname, resolve } from 'node:path';
import { AdviceError } from '../../engine/adviceError';
import { DatasetShelf } from '../../engine/data/datasetShelf';
import { mapImage } from '../../engine/evaluation/mapImage';
import { type ImageAnswer, predictFile } from '../../engine/evaluation/predictFile';
import { type CommandIo, writeJson, writeLine } from '../commandIo';
import { exitCode } from '../exitCode';
import { type TrainedRunOptions, withTrainedRun } from '../using/trainedRun';
import { writeOutput } from '../writeOutput';

export interface PredictOptions extends TrainedRunOptions {
  readonly json: boolean;
  readonly top: number;
  /** PNG of the image with the evidence over it. */
  readonly map?: string;
  /** Layer in which the evidence is looked at. */
  readonly layer?: string;
  readonly invert: boolean;
  readonly force: boolean;
}

/** `layerwise predict`: what a run's network takes images for; returns the exit code. */
export async function predictImages(
  folder: string,
  images: readonly string[],
  options: PredictOptions,
  io: CommandIo,
): Promise<number> {
  const { json, top, map, layer = null, invert } = options;
  if (map !== undefined && extname(map).toLowerCase() !== '.png')
    throw new AdviceError(`${map} is no name of a PNG file.`, 'Give --map a name that ends in .png.');
  if (map !== undefined && images.length > 1)
    throw new AdviceError('--map is for one image.', 'Name one image, or leave --map out.');
  const shelf = new DatasetShelf();
  return withTrainedRun(folder, options, async (network) => {
    const answers: ImageAnswer[] = [];
    for (const image of images) {
      const source = { name: basename(image), content: resolve(image), invert };
      const answer = await predictFile(network, source, { node: layer, classNumber: null }, shelf);
      answers.push(answer);
      if (!json) for (const line of readable(image, answer, top)) writeLine(io.stdout, line);
    }
    if (json)
      writeJson(
        io,
        answers.map((answer, place) => ({ image: images[place], top: largest(answer, top) })),
      );
    const [first] = answers;
    if (map !== undefined && first !== undefined) await writeMap(first, map, options, io);
    return exitCode.success;
  });
}

/** The most probable classes, the first one first. */
function largest({ prediction: { probabilities }, classNames }: ImageAnswer, top: number) {
  return [...probabilities]
    .map((probability, number) => ({ number, name: classNames[number] ?? String(number), probability }))
    .sort((left, right) => right.probability - left.probability)
    .slice(0, top);
}

function readable(image: string, answer: ImageAnswer, top: number): readonly string[] {
  const rows = largest(answer, top);
  const widest = Math.max(...rows.map(({ name }) => name.length));
  return [
    image,
    ...rows.map(
      ({ name, probability }) =>
        `  ${name.padEnd(widest)}  ${`${(100 * probability).toFixed(2)} %`.padStart(8)}`,
    ),
  ];
}

async function writeMap(
  { prediction: { map }, classNames, image, imageShape }: ImageAnswer,
  file: string,
  { json, force }: PredictOptions,
  io: CommandIo,
): Promise<void> {
  if (map === null)
    throw new AdviceError(
      'No layer of this network has height and width, so that there is no place to point at.',
      'Leave --map out.',
    );
  writeOutput(file, await mapImage(image, imageShape, map), force);
  const method = map.method === 'cam' ? 'class activation map' : 'Grad-CAM';
  writeLine(
    json ? io.stderr : io.stdout,
    `Wrote the evidence for ${classNames[map.classNumber] ?? ''} in ${map.label} (${method}) to ${file}.`,
  );
}
