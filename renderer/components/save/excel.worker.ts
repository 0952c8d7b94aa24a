import { expose, transfer } from 'comlink'
import { Workbook } from './workbook'

const book = new Workbook()

expose({
  sheet: book.sheet.bind(book),
  rows: book.rows.bind(book),
  finish: async () => {
    const bytes = await book.finish()
    return transfer(bytes, [bytes.buffer])
  },
})
