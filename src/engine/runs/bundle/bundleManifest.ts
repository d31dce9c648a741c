import { z } from 'zod';

/** The name of the manifest within a bundle. */
export const manifestName = 'bundle.json';

/** Limits of a bundle: above any run, low enough that a hostile file can't exhaust disk or memory. */
export const bundleLimits = {
  files: 200,
  /** Unpacked, all together: 16 GiB. */
  bytes: 16 * 1024 ** 3,
  manifestBytes: 1024 ** 2,
  /** What a zip file without extensions can hold, less a little for its directory. */
  zipBytes: 2 ** 32 - 1024 ** 2,
} as const;

/** A file or a folder and a file, of plain names: none that leads out of the run folder or means a device. */
const plainName =
  /^(?:[A-Za-z0-9][A-Za-z0-9_.-]{0,99}\/)?[A-Za-z0-9][A-Za-z0-9_-]{0,99}(?:\.[A-Za-z0-9]{1,20})+$/;
const device = /(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\/|$)/i;

/** Whether a file of this name may be in a bundle. */
export function isBundled(name: string): boolean {
  return (
    plainName.test(name) &&
    !device.test(name) &&
    !/\.\/|\.(?:partial|layerwise-run)$/.test(name) &&
    name !== manifestName &&
    name !== 'checkpoints/previous.safetensors'
  );
}

const name = z.string().refine(isBundled, 'is no file of a run folder');

/** The files of a run, where each lies in the zip file (two may be the same), and what it holds. */
export const bundleManifestSchema = z.object({
  format: z.literal('layerwise-bundle'),
  version: z.literal(1),
  files: z
    .array(
      z.object({
        name,
        /** The entry of the zip file that holds its content. */
        entry: name,
        bytes: z.int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(bundleLimits.files),
});
export type BundleManifest = z.infer<typeof bundleManifestSchema>;
export type BundledFile = BundleManifest['files'][number];
