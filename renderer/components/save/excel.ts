/** One sheet as it is wanted. `text` columns stay text (codes, leading zeros); `number` columns are exact decimal text. */
export type ExcelColumn = { title: string; width: number; kind: 'text' | 'number' }
export type ExcelSheet = {
  name: string
  /** Lines above the header: title, 演练 mark, facts. */
  preamble?: readonly string[]
  columns: readonly ExcelColumn[]
  /** Drop-downs by column index. */
  choices?: Readonly<Record<number, readonly string[]>>
}
export type ExcelRow = readonly string[]

/** What the worker offers; rows come in parts, so that neither side holds all of them twice. */
export type ExcelPort = {
  sheet(sheet: ExcelSheet): void
  rows(rows: readonly ExcelRow[]): void
  finish(): Promise<Uint8Array>
}

/** More digits than a spreadsheet keeps are left as text: Excel would round them without a word. */
const exactDigits = 15

/** The value of a cell: a number only where it comes back unchanged. */
export function cellValue(text: string, kind: ExcelColumn['kind']): string | number {
  if (kind === 'text' || !/^-?\d+(\.\d+)?$/.test(text)) return text
  return text.replace(/\D/g, '').length <= exactDigits ? Number(text) : text
}

/** Number format with the decimals that the text has, so that 1.50 does not become 1.5. */
export function numberFormat(text: string): string {
  const decimals = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
}
