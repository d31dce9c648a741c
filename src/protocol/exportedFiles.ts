import { z } from 'zod';

/** Forms in which a table, a picture or the program of the network leaves the window, by the ending of the file. */
export const exportFormats = {
  csv: { label: 'Comma-separated values', contentType: 'text/csv' },
  md: { label: 'Markdown', contentType: 'text/markdown' },
  svg: { label: 'Scalable vector graphics', contentType: 'image/svg+xml' },
  py: { label: 'Python', contentType: 'text/x-python' },
  png: { label: 'PNG picture', contentType: 'image/png' },
} as const;
export type ExportFormat = keyof typeof exportFormats;

/** What is written at most: 64 MiB, far above the picture of any network that can be drawn. */
export const maxExportBytes = 64 * 1024 * 1024;

export const exportedFileSchema = z.strictObject({
  /** Name without its ending; main makes a file name of it. */
  suggestedName: z.string().max(200),
  format: z.enum(['csv', 'md', 'svg', 'py', 'png']),
  content: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= maxExportBytes),
});
export type ExportedFile = z.infer<typeof exportedFileSchema>;
