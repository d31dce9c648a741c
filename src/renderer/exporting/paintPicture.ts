/** Pixels of the picture for each px of the canvas, where it is not too large for that. */
const sharpness = 2;
/** What Chromium paints at most: px of a side, and in all. */
const limits = { side: 16_384, area: 16_384 * 8192 } as const;

/** A drawing in a file of its own. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Paints an SVG picture as PNG, twice as sharp as on the canvas, or as sharp as so many pixels can be. */
export async function paintPicture({ svg, width, height }: Picture): Promise<Uint8Array<ArrayBuffer>> {
  const scale = Math.min(
    sharpness,
    limits.side / width,
    limits.side / height,
    Math.sqrt(limits.area / (width * height)),
  );
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The browser gave no canvas to paint on.');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('The browser made no PNG of the picture.');
  return new Uint8Array(await blob.arrayBuffer());
}
