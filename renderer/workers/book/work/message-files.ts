import { MessageCutter } from '#shared/ceb/cut'
import { decodeMessage } from '#shared/ceb/decode'
import type { Fault } from '#shared/ceb/fault'
import type { CebMessage } from '#shared/ceb/message'
import { CebRefusal } from '#shared/ceb/refusal'
import { readMessageSheet } from '#shared/ceb/sheet/read'
import { refusalOf } from '#shared/import/file-refusals'
import { FileFault } from '#shared/table/file-fault'
import type { RawRow } from '#shared/table/rows'
import { openWorkbook } from '#shared/table/xlsx/workbook'
import type { Text } from '#shared/model/text'
import type { MessagesRead } from '../../../data/port'
import { textOfFile } from '../../../data/whole-file'

const headRows = 20
/** A workbook is a zip archive. */
const zipMark = 'PK'

export type MessageFiles = { messages: CebMessage[]; unread: MessagesRead['unread'] }

/** Messages of files: XML with one or more of them, or a workbook made from the template of a message. */
export async function readMessageFiles(files: readonly File[]): Promise<MessageFiles> {
  const read: MessageFiles = { messages: [], unread: [] }
  for (const file of files) {
    const refuse = (text: Text) => read.unread.push({ file: file.name, text })
    try {
      const isWorkbook = (await file.slice(0, zipMark.length).text()) === zipMark
      if (isWorkbook) read.messages.push(...(await sheetMessages(file, refuse)))
      else for (const xml of await texts(file)) read.messages.push(decodeMessage(xml).message)
    } catch (error) {
      if (error instanceof CebRefusal) refuse(inWords(error.faults[0]!))
      else if (error instanceof FileFault) refuse(brokenWorkbook(error, file.name))
      else throw error
    }
  }
  return read
}

async function texts(file: File): Promise<string[]> {
  const cutter = new MessageCutter()
  return [...cutter.write(await textOfFile(file, 'messages')), cutter.close()].filter(
    (xml) => xml !== undefined,
  )
}

/** The first sheet only: the others of a template are sample, notes and codes. */
async function sheetMessages(file: File, refuse: (text: Text) => void): Promise<CebMessage[]> {
  const bytes = { size: file.size, open: () => file.stream() as unknown as AsyncIterable<Uint8Array> }
  const workbook = await openWorkbook(bytes, (encoding) => new TextDecoder(encoding), headRows)
  const [first] = workbook.sheets
  const rows: RawRow[] = []
  if (first) for await (const part of workbook.rows(first, bytes.open())) rows.push(...part)
  const sheet = readMessageSheet(rows)
  if (!sheet) {
    refuse(noSheet)
    return []
  }
  for (const fault of sheet.faults) refuse(inWords(fault))
  const { type, documents } = sheet
  return documents.length === 0 ? [] : [{ type, guid: '', version: '1.0', documents }]
}

function brokenWorkbook(fault: FileFault, name: string): Text {
  const { message, fix } = refusalOf(fault, name, 'waybills')
  return { zh: `${message.zh}。${fix.zh}`, en: `${message.en}. ${fix.en}` }
}

const noSheet: Text = {
  zh: '第一张表不是报文的 Excel 模板：表头上方要有报文编号（如 CEB507），列名末尾要有元素名。请下载模板重填',
  en: 'The first sheet is no template of a message: its number (CEB507, say) has to stand above the header, and an element at the end of each heading. Take a template and fill it in',
}

const inWords = ({ path, value, message, fix }: Fault): Text => {
  const at = path === '' ? '' : `${path} `
  const what = value === '' ? '' : ` (${value})`
  return { zh: `${at}${message.zh}${what}。${fix.zh}`, en: `${at}${message.en}${what}. ${fix.en}` }
}
