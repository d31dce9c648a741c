import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkout } from '../../../scripts/checkout.mjs';
import type { ExportForm, ExportSource } from '../../../src/engine/exporting/exportForm';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { elementCount } from '../../../src/network/layers/shape';
import { graphExecutor } from '../cases/executors';
import { livelyWeights } from '../cases/livelyWeights';
import { imageShapeOf } from '../cases/reducedTemplates';

/** A network with weights that give an image of zeros an answer of its own. */
export function sourceOf(document: NetworkDocument): ExportSource {
  const weights = livelyWeights(document);
  return { document, analysis: analyse(document), weights, weightsText: 'those of a test' };
}

/** The class that the engine sees in an image of zeros. */
export function answerToZeros({ document, weights }: ExportSource): number {
  const scoring = graphExecutor().createScoring(document);
  try {
    scoring.writeWeights(weights);
    const images = new Float32Array(elementCount(imageShapeOf(document)));
    const predictions = scoring.predictions({ images, labels: Int32Array.of(0), size: 1 });
    return predictions.indexOf(Math.max(...predictions));
  } finally {
    scoring.dispose();
  }
}

/** What each piece of code of this language in the form's README prints, run beside the form's files. */
export async function runSnippets(
  form: ExportForm,
  source: ExportSource,
  language: 'mjs' | 'python',
  program: string,
): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), `layerwise-${form.id}-`));
  try {
    const files = await form.files(source);
    for (const [name, content] of files) writeFileSync(join(folder, name), content);
    symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'));
    const blocks = String(files.get('README.md')).split('```');
    const printed: string[] = [];
    for (const block of blocks) {
      if (!block.startsWith(`${language}\n`)) continue;
      const file = `snippet.${language === 'python' ? 'py' : language}`;
      writeFileSync(join(folder, file), block.slice(language.length + 1));
      const { stdout } = await promisify(execFile)(program, [file], { cwd: folder });
      printed.push(stdout.trim());
    }
    return printed;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
