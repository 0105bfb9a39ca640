import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import { insertElementMarkupAccordingToOrderOfSiblings } from 'write-excel-file/utility';
import { columnName } from '../sheet.ts';

/** What the library does not write itself, for one sheet. Columns and rows from 0. */
export interface SheetParts {
  /** Rows that are written, the heading included. */
  readonly rows: number;
  readonly columns: number;
  readonly notes: readonly { readonly column: number; readonly text: string }[];
  readonly hints: readonly Hint[];
  /** Name of the tab, for the filter; null: none. */
  readonly filter: string | null;
  readonly hidden: boolean;
}

/** Shown beside a cell when it is chosen; with a list it is a drop-down. */
export interface Hint {
  readonly column: number;
  readonly title: string;
  readonly text: string;
  /** As in `'Danh mục'!$A$1:$A$4`. */
  readonly list?: string;
  /** Said where something else was typed. */
  readonly refusal?: string;
}

type XlsxFeature = Feature<Stream | Buffer | Blob>;

/** As far down as hints and column formats reach: rows that officers add are guided too. */
const LAST_ROW = 20_001;

/** In this order elements stand in a sheet; Excel calls a file broken otherwise (ECMA-376, CT_Worksheet). */
const order = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'autoFilter',
  'conditionalFormatting',
  'dataValidations',
  'pageMargins',
  'pageSetup',
  'ignoredErrors',
  'drawing',
  'legacyDrawing',
];

/** Drop-downs, notes, filters, formats of whole columns and hidden sheets; `parts` by the place of the sheet. */
export function xlsxParts(parts: readonly SheetParts[]): XlsxFeature {
  const withNotes = parts.flatMap(({ notes }, index) => (notes.length === 0 ? [] : [index]));
  const path = (index: number, what: 'comments' | 'vml'): string =>
    what === 'comments'
      ? `xl/comments${String(index + 1)}.xml`
      : `xl/drawings/vmlDrawing${String(index + 1)}.vml`;
  return {
    files: {
      transform: {
        '[Content_Types].xml': {
          transform: (xml) =>
            xml.replace(
              '</Types>',
              `${withNotes.length === 0 ? '' : '<Default ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing" Extension="vml"/>'}${withNotes
                .map(
                  (index) =>
                    `<Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml" PartName="/${path(index, 'comments')}"/>`,
                )
                .join('')}</Types>`,
            ),
        },
        'xl/workbook.xml': {
          transform: (xml) => {
            let place = -1;
            const named = xml.replace('<definedNames/>', filterNames(parts));
            return named.replaceAll(/<sheet /g, (tag) => {
              place += 1;
              return parts[place]?.hidden === true ? `${tag}state="hidden" ` : tag;
            });
          },
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const own = parts[sheetIndex];
            return own === undefined ? xml : withParts(xml, own);
          },
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          transform: (xml, _options, { sheetIndex }) =>
            parts[sheetIndex]?.notes.length
              ? xml.replace(
                  '</Relationships>',
                  `<Relationship Id="rId-notes" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments${String(sheetIndex + 1)}.xml"/><Relationship Id="rId-notes-drawing" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing" Target="../drawings/vmlDrawing${String(sheetIndex + 1)}.vml"/></Relationships>`,
                )
              : xml,
        },
      },
      write: {
        files: () =>
          Object.fromEntries(
            withNotes.flatMap((index) => {
              const notes = parts[index]?.notes ?? [];
              return [
                [path(index, 'comments'), commentsXml(notes)],
                [path(index, 'vml'), notesDrawing(notes)],
              ];
            }),
          ),
      },
    },
  };
}

const areaOf = ({ rows, columns }: SheetParts, sign = ''): string =>
  `${sign}A${sign}1:${sign}${columnName(Math.max(0, columns - 1))}${sign}${String(Math.max(1, rows))}`;

/** A filter stands twice in a workbook: in its sheet, and under a name that Excel hides. */
function filterNames(parts: readonly SheetParts[]): string {
  const names = parts.flatMap((own, index) =>
    own.filter === null
      ? []
      : [
          `<definedName name="_xlnm._FilterDatabase" localSheetId="${String(index)}" hidden="1">'${escaped(own.filter.replaceAll("'", "''"))}'!${areaOf(own, '$')}</definedName>`,
        ],
  );
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
}

function withParts(xml: string, parts: SheetParts): string {
  const last = columnName(Math.max(0, parts.columns - 1));
  const put = (sheet: string, markup: string): string =>
    insertElementMarkupAccordingToOrderOfSiblings(sheet, markup, order, 'worksheet');
  let sheet = withFrozenHeading(withColumnFormats(xml));
  if (parts.filter !== null) sheet = put(sheet, `<autoFilter ref="${areaOf(parts)}"/>`);
  if (parts.hints.length > 0) {
    const hints = parts.hints.map(hintXml).join('');
    sheet = put(sheet, `<dataValidations count="${String(parts.hints.length)}">${hints}</dataValidations>`);
  }
  // Codes are texts on purpose: no green corners.
  const texts = `<ignoredErrors><ignoredError sqref="A1:${last}${String(LAST_ROW)}" numberStoredAsText="1"/></ignoredErrors>`;
  sheet = put(sheet, texts);
  return parts.notes.length === 0 ? sheet : put(sheet, '<legacyDrawing r:id="rId-notes-drawing"/>');
}

/** Cells that nobody wrote yet get the format of the first row beneath the heading: a code typed there stays a text. */
function withColumnFormats(xml: string): string {
  const row = /<row r="2"[^>]*>(.*?)<\/row>/s.exec(xml)?.[1] ?? '';
  const styles = [...row.matchAll(/<c r="[A-Z]+2"(?: s="(\d+)")?/g)].map(([, style]) => style);
  let column = -1;
  return xml.replaceAll(/<col min=/g, (tag) => {
    column += 1;
    const style = styles[column];
    return style === undefined ? tag : `<col style="${style}" min=`;
  });
}

/** As Excel writes it: LibreOffice takes no frozen heading from a pane that names columns too. */
const withFrozenHeading = (xml: string): string =>
  xml.replace(
    /<pane [^>]*state="frozen"\/>/,
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>',
  );

function hintXml({ column, title, text, list, refusal }: Hint): string {
  const name = columnName(column);
  const area = `${name}2:${name}${String(LAST_ROW)}`;
  const shown = `allowBlank="1" showInputMessage="1" promptTitle="${escaped(title, 32)}" prompt="${escaped(text, 255)}" sqref="${area}"`;
  if (list === undefined) return `<dataValidation ${shown}/>`;
  const refused = `errorStyle="stop" showErrorMessage="1" errorTitle="${escaped(title, 32)}" error="${escaped(refusal ?? text, 225)}"`;
  return `<dataValidation type="list" ${refused} ${shown}><formula1>${escaped(list, 255)}</formula1></dataValidation>`;
}

function commentsXml(notes: SheetParts['notes']): string {
  const comments = notes.map(
    ({ column, text }) =>
      `<comment ref="${columnName(column)}1" authorId="0"><text><r><t xml:space="preserve">${escaped(text)}</t></r></text></comment>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author></author></authors><commentList>${comments.join('')}</commentList></comments>`;
}

/** Excel shows a note only with a drawing of its box, in the markup of 1999. */
function notesDrawing(notes: SheetParts['notes']): string {
  const shapes = notes.map(
    ({ column }, index) =>
      `<v:shape id="_x0000_s${String(1025 + index)}" type="#_x0000_t202" style="position:absolute;width:260pt;height:90pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${String(column + 1)}, 15, 0, 10, ${String(column + 4)}, 15, 5, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>0</x:Row><x:Column>${String(column)}</x:Column></x:ClientData></v:shape>`,
  );
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join('')}</xml>`;
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string, longest = Number.POSITIVE_INFINITY): string {
  const fits = text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
  return fits
    .toWellFormed()
    .replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? sign)
    .replaceAll('\n', '&#10;');
}
