// Shapes of the core as elements of a page's picture.
import type { Shape } from '../core/render/gantt-shapes';

const SVG = 'http://www.w3.org/2000/svg';

function element({ tag, of, at, text }: Shape): SVGElement {
  const made = document.createElementNS(SVG, tag);
  made.setAttribute('class', of);
  for (const [name, value] of Object.entries(at)) made.setAttribute(name, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}

export function group(shapes: readonly Shape[] = []): SVGGElement {
  const made = document.createElementNS(SVG, 'g');
  made.append(...shapes.map(element));
  return made;
}

/** A picture without a size of its own: what is in it shows wherever it lies. */
export function drawing(...parts: readonly SVGElement[]): SVGSVGElement {
  const made = document.createElementNS(SVG, 'svg');
  made.setAttribute('class', 'picture');
  made.setAttribute('aria-hidden', 'true');
  made.append(...parts);
  return made;
}

/** A picture that is a text, as the bytes of a PNG; undefined where a browser cannot draw anything as large. */
export async function pixelsOf(svg: string): Promise<Uint8Array | undefined> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    // Twice as fine as a screen, as far as a canvas goes.
    const by = Math.min(2, MOST_SIDE / Math.max(width, height), Math.sqrt(MOST_AREA / (width * height)));
    if (by < LEAST) return undefined;
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(width * by);
    canvas.height = Math.floor(height * by);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(url);
  }
}

const MOST_SIDE = 16_000;
const MOST_AREA = 120_000_000;
/** Smaller than this nobody could read it. */
const LEAST = 0.75;
