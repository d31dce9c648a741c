/** A project file as parsed, before anything but its version is known. */
export type ProjectFile = Readonly<Record<string, unknown>>;

/** The version that this program writes; it reads this one and all before it. */
export const projectVersion = 7;

/** `migrations[n]` turns a file of version n into one of version n + 1, keeping everything that it doesn't touch. */
const migrations: Readonly<Record<number, (file: ProjectFile) => ProjectFile>> = {
  1: nameDatasetByType,
  2: groupNothing,
  3: clipNothing,
  4: leaveOut,
  5: leaveOut,
  6: leaveOut,
};

/** Brings a file of an older version up to the one that is written now. */
export function migrate(file: ProjectFile, version: number): ProjectFile {
  let migrated = file;
  for (let from = version; from < projectVersion; from += 1) {
    const step = migrations[from];
    if (step === undefined)
      throw new Error(`No migration leads from project version ${from} to ${from + 1}.`);
    migrated = step(migrated);
  }
  return migrated;
}

/** Version 1 knew datasets by name alone, normalised by channel and augmented nothing. */
function nameDatasetByType(file: ProjectFile): ProjectFile {
  const { training } = file;
  if (typeof training !== 'object' || training === null) return file;
  const { dataset, ...others } = { dataset: undefined, ...training };
  return {
    ...file,
    training: {
      dataset: typeof dataset === 'string' ? { type: dataset } : dataset,
      normalisation: 'channel',
      augmentation: { padAndCrop: 0, flip: false, cutout: 0, mixup: 0 },
      ...others,
    },
  };
}

/** Version 2 had no blocks. */
function groupNothing(file: ProjectFile): ProjectFile {
  return { ...file, blocks: [] };
}

/** Version 3 did not clip gradients. */
function clipNothing(file: ProjectFile): ProjectFile {
  const { training } = file;
  if (typeof training !== 'object' || training === null) return file;
  return { ...file, training: { ...training, clipNorm: 0 } };
}

/**
 * What the next version can say may be left out there too: version 4 trained all layers alike, from drawn weights;
 * version 5 had no notes; version 6 gave each layer a card.
 */
function leaveOut(file: ProjectFile): ProjectFile {
  return file;
}
