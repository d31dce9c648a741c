import { type ReportPart, reportFiles } from '../../protocol/problemReport';

/** The parts of a report as files in one archive. */
export async function reportArchive(parts: readonly ReportPart[]): Promise<Uint8Array<ArrayBuffer>> {
  const { strToU8, zipSync } = await import('fflate');
  const files = parts.map(({ id, text }) => [reportFiles[id], strToU8(text)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(files)));
}
