import { z } from 'zod';

/** Forms in which a table, a picture, a program or the network itself leaves the window, by the ending of the file. */
export const exportFormats = {
  csv: { label: 'Comma-separated values', contentType: 'text/csv' },
  md: { label: 'Markdown', contentType: 'text/markdown' },
  svg: { label: 'Scalable vector graphics', contentType: 'image/svg+xml' },
  py: { label: 'Python', contentType: 'text/x-python' },
  png: { label: 'PNG picture', contentType: 'image/png' },
  zip: { label: 'ZIP archive', contentType: 'application/zip' },
} as const;
export type ExportFormat = keyof typeof exportFormats;

/** What is written at most: 1 GiB, twice the weights of VGG-19. */
export const maxExportBytes = 1024 ** 3;

export const exportedFileSchema = z.strictObject({
  /** Name without its ending; main makes a file name of it. */
  suggestedName: z.string().max(200),
  format: z.enum(['csv', 'md', 'svg', 'py', 'png', 'zip']),
  content: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= maxExportBytes),
});
export type ExportedFile = z.infer<typeof exportedFileSchema>;
