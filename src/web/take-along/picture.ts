import type { Slip } from './taken.ts';
import { words } from './words.ts';

const WIDTH = 1080;
const EDGE = 64;
const FACE = "'Be Vietnam Pro', system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif";

interface Line {
  readonly text: string;
  readonly size: number;
  readonly bold?: boolean;
  readonly gap?: number;
}

/** The slip as a picture for the phone's album: drawn here, sent nowhere. The code is left off: it ends in minutes. */
export async function slipPicture(slip: Slip, today: string): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  const lines = linesOf(slip, today).flatMap((line) => wrapped(pen, line));
  canvas.width = WIDTH;
  canvas.height = 2 * EDGE + lines.reduce((sum, line) => sum + heightOf(line), 0);
  pen.fillStyle = '#fffdf9';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#0b5a50';
  pen.fillRect(0, 0, WIDTH, 16);
  pen.fillStyle = '#1d2b2a';
  pen.textBaseline = 'top';
  let top = EDGE;
  for (const line of lines) {
    pen.font = fontOf(line);
    pen.fillText(line.text, EDGE, top + (line.gap ?? 0));
    top += heightOf(line);
  }
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

function linesOf(slip: Slip, today: string): Line[] {
  const head = (text: string): Line => ({ text, size: 34, bold: true, gap: 28 });
  const part = (title: string, texts: readonly string[]): Line[] =>
    texts.length === 0 ? [] : [head(title), ...texts.map((text) => ({ text: `• ${text}`, size: 30 }))];
  return [
    { text: words().slip, size: 28 },
    { text: slip.name, size: 46, bold: true },
    ...(slip.unit === null ? [] : [{ text: `${words().unit}: ${slip.unit}`, size: 30 }]),
    ...slip.codes.map((code) => ({ text: `${words().code}: ${code}`, size: 30 })),
    ...part(
      words().case,
      slip.answers.map(({ ask, label }) => `${ask} ${label}`),
    ),
    ...slip.papers.map(({ text, note, needed }, index): Line => ({
      text: `${needed ? '☐' : '–'} ${text}${note === null ? '' : `. ${note}`}`,
      size: 32,
      gap: index === 0 ? 28 : 8,
    })),
    ...part(
      words().facts,
      slip.facts.map(({ label, value }) => `${label}: ${value}`),
    ),
    ...part(
      words().contacts,
      slip.contacts.map(({ name, phone }) => (phone === undefined ? name : `${name}: ${phone}`)),
    ),
    {
      text: [slip.asOf, `${words().made} ${today}.`, words().notOfficial].filter(Boolean).join(' '),
      size: 24,
      gap: 28,
    },
  ];
}

const fontOf = ({ size, bold }: Line): string => `${bold === true ? 'bold ' : ''}${size}px ${FACE}`;
const heightOf = ({ size, gap = 0 }: Line): number => Math.ceil(size * 1.4) + gap;

/** Breaks a line where the page ends; only the first part has the gap above. */
function wrapped(pen: CanvasRenderingContext2D, line: Line): Line[] {
  pen.font = fontOf(line);
  const lines: string[] = [];
  for (const word of line.text.split(/\s+/)) {
    const last = lines[lines.length - 1];
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && pen.measureText(longer).width <= WIDTH - 2 * EDGE)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const { size, bold = false, gap = 0 } = line;
  return lines.map((text, index) => ({ text, size, bold, gap: index === 0 ? gap : 0 }));
}
