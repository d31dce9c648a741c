/** The window's calls about the log, reports of problems, and which Layerwise this is. */
import { z } from 'zod';
import { fileAnswer } from './fileAnswer';
import {
  applicationDescriptionSchema,
  logEntrySchema,
  reportPartIds,
  reportPartSchema,
  windowFindingsSchema,
} from './problemReport';

export const reportCalls = {
  describeApplication: { request: z.undefined(), answer: applicationDescriptionSchema },
  /** Shows the licences of what the application carries; failed where it carries nothing. */
  showLicences: { request: z.undefined(), answer: fileAnswer(z.null()) },
  /** Shows the log, or the folder that it lies in; failed in a browser. */
  showLog: { request: z.strictObject({ what: z.enum(['file', 'folder']) }), answer: fileAnswer(z.null()) },
  /** Adds a line to the log. In a browser it goes to the console. */
  noteInLog: { request: logEntrySchema, answer: z.undefined() },
  /** What a report of a problem can hold besides the machine; nothing is written. */
  describeProblem: {
    request: windowFindingsSchema,
    answer: z.array(reportPartSchema).max(reportPartIds.length),
  },
  /** The part about the machine, which has to wait for a graphics driver; null in a browser. */
  describeReportedMachine: { request: z.undefined(), answer: reportPartSchema.nullable() },
  /** Asks the person where to put a report, writes the archive there, and shows it in its folder. */
  saveReport: {
    request: z.strictObject({ suggestedName: z.string().max(200), archive: z.instanceof(Uint8Array) }),
    answer: fileAnswer(z.string()),
  },
} as const;
