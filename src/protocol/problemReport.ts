/** A report of a problem that a person makes, looks at and sends on by hand; Layerwise sends it nowhere. */
import { z } from 'zod';
import { projectLimits } from '../network/graph/projectSchema';

/** What a report may hold, in this order. */
export const reportPartIds = [
  'problem',
  'versions',
  'device',
  'machine',
  'settings',
  'log',
  'network',
  'run',
] as const;
export type ReportPartId = (typeof reportPartIds)[number];

/** Names of the parts' files in the report. */
export const reportFiles: Readonly<Record<ReportPartId, string>> = {
  problem: 'last-problem.txt',
  versions: 'versions.txt',
  device: 'training-device.json',
  machine: 'machine.json',
  settings: 'settings.json',
  log: 'log.txt',
  network: 'network.json',
  run: 'last-run.json',
};

/** As long as the description of the largest network that a project may hold. */
const partText = z.string().max(projectLimits.fileBytes);

export const reportPartSchema = z.strictObject({
  id: z.enum(reportPartIds),
  /** As it stands in the report: nothing private is left in it. */
  text: partText,
});
export type ReportPart = z.infer<typeof reportPartSchema>;

/** What the window alone knows, as it is; null where there is nothing. */
export const windowFindingsSchema = z.strictObject({
  problem: partText.nullable(),
  device: partText.nullable(),
  network: partText.nullable(),
});
export type WindowFindings = z.infer<typeof windowFindingsSchema>;

/** A line of the window for the log. */
export const logEntrySchema = z.strictObject({
  source: z.enum(['window', 'run']),
  kind: z.enum(['note', 'problem']),
  text: z.string().max(16_000),
});
export type LogEntry = z.infer<typeof logEntrySchema>;

/** What runs here, for people. */
export const applicationDescriptionSchema = z.strictObject({
  /** Null in a page in a browser, which is as old as the server that it comes from. */
  version: z.string().nullable(),
  /** Name and version of what it runs on: Electron, Chromium, the operating system. */
  parts: z.array(z.strictObject({ name: z.string(), version: z.string() })).max(20),
});
export type ApplicationDescription = z.infer<typeof applicationDescriptionSchema>;
