import { type InceptionDraft, square } from './inceptionDraft';
import { scaled } from './styledDraft';

/** The modules that auxiliary heads look at, by the heads' names. */
export const headsBehind: Readonly<Record<string, string>> = { '4a': 'head1', '4d': 'head2' };

/** Share of an auxiliary head's loss in what training lowers (Szegedy et al. 2015, section 5). */
export const headWeight = 0.3;

/** What GoogLeNet's heads depend on. */
export interface GoogLeNetHeads {
  readonly classes: number;
  readonly width: number;
  /** Height of the image at the modules that the heads look at. */
  readonly extent: number;
}

/**
 * Adds an auxiliary head (Szegedy et al. 2015, section 5): an average pool of stride 3, 128 convolutions of 1×1, 1,024
 * units, strong dropout, and scores of the classes. Images that are smaller than the pool's window are padded.
 */
export function addGoogLeNetHead(
  draft: InceptionDraft,
  label: string,
  { classes, width, extent }: GoogLeNetHeads,
  from: string,
): void {
  const window = square(5);
  draft.head(label, headWeight, () => {
    const padding = extent < window[0] ? 'same' : 'valid';
    let end = draft.pool(`pool_${label}`, 'averagePool2d', { size: window, stride: 3, padding }, from);
    end = draft.unit(`_${label}`, 128, { size: square(1) }, end);
    end = draft.layer(`flatten_${label}`, 'flatten', {}, end);
    end = draft.activate(`_${label}_fc`, draft.dense(`fc1_${label}`, scaled(1024, width), end));
    end = draft.dropout(`dropout_${label}`, 0.7, end);
    return draft.dense(`fc2_${label}`, classes, end);
  });
}
