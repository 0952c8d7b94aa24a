import { wrap } from 'comlink'
import type { ExcelPort, ExcelRow, ExcelSheet } from './excel'
import { saveFile, type Saved } from './save-file'

/** A sheet with its rows; pages may come from the book, in the order and with the filter of the list. */
export type SheetSource = ExcelSheet & { rows: AsyncIterable<readonly ExcelRow[]> | readonly ExcelRow[] }

/** Write sheets to an .xlsx where the officer says; made in a worker. undefined when they changed their mind. */
export function saveExcel(name: string, sheets: readonly SheetSource[]): Promise<Saved | undefined> {
  return saveFile(name, 'xlsx', () => buildWorkbook(sheets))
}

async function buildWorkbook(sheets: readonly SheetSource[]): Promise<Uint8Array> {
  const worker = new Worker(new URL('./excel.worker.ts', import.meta.url), { type: 'module', name: 'excel' })
  const failed = new Promise<never>((_resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message || 'excel worker'))
  })
  try {
    return await Promise.race([fill(wrap<ExcelPort>(worker), sheets), failed])
  } finally {
    worker.terminate()
  }
}

async function fill(
  port: ReturnType<typeof wrap<ExcelPort>>,
  sheets: readonly SheetSource[],
): Promise<Uint8Array> {
  for (const { rows, ...sheet } of sheets) {
    await port.sheet(sheet)
    if (Array.isArray(rows)) await port.rows(rows as readonly ExcelRow[])
    else for await (const part of rows as AsyncIterable<readonly ExcelRow[]>) await port.rows(part)
  }
  return port.finish()
}
