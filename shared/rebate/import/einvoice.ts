import { SaxesParser } from 'saxes'
import type { PurchaseInvoice } from '../model/claim'
import { dayOf, numberOf, rateOf } from './cells'
import { refusal, type Refusal } from './refusal'

/**
 * 数电票 as XML: EInvoice → Header, EInvoiceData (seller, buyer, one IssuItemInformation a line), TaxSupervisionInfo. Elements
 * are found by local name wherever they stand; what is not named here is left alone. The element names come from files in
 * circulation, not from a published schema (口径待确认); a file that lacks one is refused with its name.
 */

const MAX_CHARACTERS = 4_000_000

type Read = { values: Map<string, string>; items: Map<string, string>[] }

function parse(xml: string): Read {
  const parser = new SaxesParser()
  const values = new Map<string, string>()
  const items: Map<string, string>[] = []
  const path: string[] = []
  let text = ''
  let item: Map<string, string> | undefined
  parser.on('doctype', () => {
    throw new Error('a document type is not allowed')
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    const local = name.slice(name.indexOf(':') + 1)
    path.push(local)
    text = ''
    if (local === 'IssuItemInformation') items.push((item = new Map()))
  })
  parser.on('text', (part) => (text += part))
  parser.on('cdata', (part) => (text += part))
  parser.on('closetag', () => {
    const local = path.pop()!
    const value = text.trim()
    text = ''
    if (local === 'IssuItemInformation') item = undefined
    else if (item) item.set(local, value)
    else if (value !== '') {
      if (!values.has(local)) values.set(local, value)
      values.set(`${path.at(-1) ?? ''}/${local}`, value)
    }
  })
  parser.write(xml).close()
  return { values, items }
}

const refuse = (field: string, value: string, zh: string, en: string): Refusal =>
  refusal(
    { row: 0, field, value },
    ['不是可读的数电票 XML', 'Not a digital invoice that can be read'],
    [zh, en],
    ['从电子税务局重新下载 XML，或用 Excel 清单导入', 'Download the XML again, or import the list as Excel'],
  )

/** One invoice of one file, or every reason why not. Its use is not in the file: it is `none` until it is confirmed. */
export function readEInvoice(xml: string): { invoice: PurchaseInvoice } | { refused: Refusal[] } {
  if (xml.length > MAX_CHARACTERS)
    return { refused: [refuse('file', '', '文件过大', 'The file is too large')] }
  let read: Read
  try {
    read = parse(xml)
  } catch (error) {
    const detail = error instanceof Error ? error.message : ''
    return { refused: [refuse('file', '', `XML 有误：${detail}`, `Broken XML: ${detail}`)] }
  }
  const { values, items } = read
  const number =
    values.get('TaxSupervisionInfo/InvoiceNumber') ?? values.get('InvoiceNumber') ?? values.get('EIid') ?? ''
  const date = dayOf(
    values.get('TaxSupervisionInfo/IssueTime') ?? values.get('IssueTime') ?? values.get('RequestTime') ?? '',
  )
  const label = values.get('GeneralOrSpecialVAT/LabelName') ?? ''
  const kind = label.includes('专用') ? 'vatSpecial' : label.includes('普通') ? 'vatOrdinary' : undefined
  const refused: Refusal[] = []
  if (!/^\d{20}$/.test(number)) {
    refused.push(refuse('InvoiceNumber', number, '没有 20 位数电票号码', 'No invoice number of 20 digits'))
  }
  if (date === undefined) refused.push(refuse('IssueTime', '', '没有开票日期', 'No date of the invoice'))
  if (kind === undefined) {
    refused.push(
      refuse('GeneralOrSpecialVAT', label, '看不出专票还是普票', 'Special or ordinary cannot be told'),
    )
  }
  if (items.length === 0) refused.push(refuse('IssuItemInformation', '', '没有明细行', 'No lines'))
  const lines = items.map((item, at) => {
    const cell = (name: string) => item.get(name) ?? ''
    const [qty, net, rate] = [numberOf(cell('Quantity')), numberOf(cell('Amount')), rateOf(cell('TaxRate'))]
    for (const [field, value, zh, en] of [
      ['Quantity', qty, '没有数量，不能配单', 'no quantity, it cannot be allocated'],
      ['Amount', net, '没有金额', 'no amount'],
      ['TaxRate', rate, '没有税率', 'no rate'],
    ] as const) {
      if (value === undefined || value.startsWith('-')) {
        refused.push(refuse(field, cell(field), `第 ${at + 1} 行：${zh}`, `Line ${at + 1}: ${en}`))
      }
    }
    const category = cell('TaxClassificationCode')
    return {
      line: at + 1,
      name: cell('ItemName'),
      ...(category !== '' && { taxCategoryCode: category }),
      ...(cell('SpecMod') !== '' && { spec: cell('SpecMod') }),
      unit: cell('MeaUnits'),
      qty: qty ?? '0',
      net: net ?? '0',
      rate: rate ?? '0',
      tax: numberOf(cell('ComTaxAm')) ?? '0',
    }
  })
  if (refused.length > 0) return { refused }
  return {
    invoice: {
      number,
      kind: kind!,
      form: 'digital',
      date: date!,
      sellerName: values.get('SellerName') ?? '',
      sellerTaxNo: values.get('SellerIdNum') ?? '',
      buyerName: values.get('BuyerName') ?? '',
      buyerTaxNo: values.get('BuyerIdNum') ?? '',
      lines,
      status: 'normal',
      usage: 'none',
    },
  }
}
