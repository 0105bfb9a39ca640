import { encodeQR } from 'qr';

/** Quiet zone around the code: scanners need four squares. */
const EDGE = 4;

/** The squares of a QR code, its quiet zone included. */
export function squares(text: string): boolean[][] {
  return encodeQR(text, 'raw', { ecc: 'medium', border: EDGE });
}

const SVG = 'http://www.w3.org/2000/svg';

/** Black on white also in the dark: not every camera reads it the other way round. */
export function qrPicture(text: string, label: string): SVGSVGElement {
  const rows = squares(text);
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${rows.length} ${rows.length}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  svg.setAttribute('class', 'take-qr');
  svg.setAttribute('shape-rendering', 'crispEdges');
  const ground = document.createElementNS(SVG, 'path');
  ground.setAttribute('fill', '#fff');
  ground.setAttribute('d', `M0 0h${rows.length}v${rows.length}H0z`);
  const dark = document.createElementNS(SVG, 'path');
  dark.setAttribute('fill', '#000');
  dark.setAttribute(
    'd',
    rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : []))).join(''),
  );
  svg.append(ground, dark);
  return svg;
}
