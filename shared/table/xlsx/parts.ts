import { FileFault } from '../file-fault'
import { attribute, unescaped, type XmlHandler } from './xml'

/** Characters of all shared strings together; a workbook beyond it is refused rather than held. */
const MOST_CHARACTERS = 512 * 1024 ** 2

/** Built-in number formats that show a date or a time, East Asian ones included (ECMA-376 part 1, 18.8.30). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
}

/** True for a format code that shows date or time parts outside quotes, escapes and brackets. */
export function isDateFormat(code: string): boolean {
  const shown = code.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  const [first = ''] = shown.split(';')
  return !/general/i.test(first) && /[ymdhs年月日]/i.test(first)
}

/** styles.xml → for each cell style, whether it shows a date. */
export function stylesHandler(dates: boolean[]): XmlHandler {
  const custom = new Map<number, boolean>()
  let inCellXfs = false
  return {
    open(name, attributes) {
      if (name === 'numFmt')
        custom.set(Number(attributes['numFmtId']), isDateFormat(attributes['formatCode'] ?? ''))
      else if (name === 'cellXfs') inCellXfs = true
      else if (name === 'xf' && inCellXfs) {
        const id = Number(attributes['numFmtId'] ?? 0)
        dates.push(custom.get(id) ?? isBuiltInDate(id))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellXfs = false
    },
  }
}

/** sharedStrings.xml → its strings in order; rich text joined, phonetic guides left out. */
export function sharedStringsHandler(strings: string[]): XmlHandler {
  let text: string | undefined
  let inText = false
  let phonetic = false
  let characters = 0
  return {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic = true
      else if (name === 't') inText = !phonetic
    },
    text(part) {
      if (inText && text !== undefined) text += part
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'si' && text !== undefined) {
        characters += text.length
        if (characters > MOST_CHARACTERS)
          throw new FileFault('file.too-large', { detail: 'sharedStrings.xml' })
        strings.push(unescaped(text))
        text = undefined
      }
    },
  }
}

export type WorkbookInfo = { from1904: boolean; sheets: { name: string; relation: string }[] }

/** workbook.xml → visible sheets in the order of their tabs, and the date system. */
export function workbookHandler(info: WorkbookInfo): XmlHandler {
  return {
    open(name, attributes) {
      if (name === 'workbookPr') info.from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '')
      else if (name === 'sheet' && (attributes['state'] ?? 'visible') === 'visible') {
        info.sheets.push({ name: attributes['name'] ?? '', relation: attribute(attributes, 'id') ?? '' })
      }
    },
  }
}

/** workbook.xml.rels → target of each relation. */
export function relationsHandler(targets: Map<string, string>): XmlHandler {
  return {
    open(name, attributes) {
      if (name === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '')
    },
  }
}
