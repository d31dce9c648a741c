import type { LayerKind } from '../../../../src/network/layers/defineLayer';
import { layerKinds } from '../../../../src/network/layers/registry';
import { casesOf } from '../../../parity/cases/layerCases';
import { networkAround } from '../../../parity/cases/networkAround';
import { type Compatibility, type CompatibilityColumn, together } from './compatibility';

/** The page: a row for each kind of layer, a column for each form, and below it why something is not exact. */
export async function compatibilityPage(columns: readonly CompatibilityColumn[]): Promise<string> {
  const notes: string[] = [];
  const rows: string[] = [];
  for (const kind of layerKinds) {
    const cells: string[] = [];
    for (const column of columns) cells.push(cellText(await compatibilityOf(kind, column), notes));
    rows.push(`| ${kind.label} | ${cells.join(' | ')} |`);
  }
  return `# Which layers other programs have

This page is written from what the kinds of layers say of themselves, and from networks around each of them that were
exported and imported again: \`npm run docs:compatibility\`. A test holds it to the code. That the numbers are the same is
measured against the other programs themselves; [models.md](models.md) says how.

- \`to\` is \`layerwise export --to\`, \`from\` what becomes of such an export that is imported again.
- *Exact*: the same layer, with the same parameters and answers.
- *Approximate*: in some settings at least, with the difference of the note; what comes back as other layers computes
  the same by them.
- *No*: the export is refused, or the import leaves a gap, as the note says.

| Layer | ${columns.map(({ heading }) => heading).join(' | ')} |
|---|${columns.map(() => '---|').join('')}
${rows.join('\n')}

${notes.map((note, place) => `${place + 1}. ${note}`).join('\n')}
`;
}

async function compatibilityOf(kind: LayerKind, column: CompatibilityColumn): Promise<Compatibility> {
  const found: Compatibility[] = [];
  for (const layerCase of casesOf(kind)) found.push(await column.of(networkAround(kind, layerCase, {})));
  return together(found);
}

/** `approximate 2, 5`; a reason that is new is put at the end of the notes. */
function cellText({ level, reasons }: Compatibility, notes: string[]): string {
  const numbers = reasons.map((reason) => {
    if (!notes.includes(reason)) notes.push(reason);
    return notes.indexOf(reason) + 1;
  });
  return numbers.length === 0 ? level : `${level} ${[...numbers].sort((a, b) => a - b).join(', ')}`;
}
