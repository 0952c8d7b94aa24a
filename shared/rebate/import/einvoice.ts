import type { PurchaseInvoice } from '../../model/rebate/claim'
import { dayOf } from './cells'
import { invoiceLines, refuseInvoice, type InvoiceKind } from './invoice-lines'
import type { Refusal } from './refusal'
import { MAX_CHARACTERS, named, textOf, xmlTree, type XmlNode } from './xml-tree'

/**
 * 数电票 as XML: EInvoice → Header, EInvoiceData (seller, buyer, one IssuItemInformation a line), TaxSupervisionInfo. Elements
 * are found by local name wherever they stand; what is not named here is left alone. The element names come from files in
 * circulation, not from a published schema (口径待确认); a file that lacks one is refused with its name.
 */

export type ReadInvoice = { invoice: PurchaseInvoice } | { refused: Refusal[] }

const lineNames = { qty: 'Quantity', net: 'Amount', rate: 'TaxRate' } as const

/** Special or ordinary by the words on it; undefined where they say neither, or both. */
export function kindByLabel(label: string): InvoiceKind | undefined {
  const [special, ordinary] = [label.includes('专用'), label.includes('普通')]
  if (special === ordinary) return undefined
  return special ? 'vatSpecial' : 'vatOrdinary'
}

/** One invoice of one file, or every reason why not. Its use is not in the file: it is `none` until it is confirmed. */
export function readEInvoice(xml: string): ReadInvoice {
  if (xml.length > MAX_CHARACTERS)
    return { refused: [refuseInvoice('file', '', '文件过大', 'The file is too large')] }
  try {
    return readDigital(xmlTree(xml))
  } catch (error) {
    const detail = error instanceof Error ? error.message : ''
    return { refused: [refuseInvoice('file', '', `XML 有误：${detail}`, `Broken XML: ${detail}`)] }
  }
}

/** The same of a document that is parsed already. */
export function readDigital(root: XmlNode): ReadInvoice {
  const items = named(root, 'IssuItemInformation')
  const supervision = named(root, 'TaxSupervisionInfo')[0] ?? root
  const first = (...values: string[]) => values.find((value) => value !== '') ?? ''
  const number = first(
    textOf(supervision, 'InvoiceNumber'),
    textOf(root, 'InvoiceNumber'),
    textOf(root, 'EIid'),
  )
  const date = dayOf(
    first(textOf(supervision, 'IssueTime'), textOf(root, 'IssueTime'), textOf(root, 'RequestTime')),
  )
  const label = named(root, 'GeneralOrSpecialVAT').map((node) => textOf(node, 'LabelName'))[0] ?? ''
  const kind = kindByLabel(label)
  const { lines, refused: wrongLines } = invoiceLines(
    items.map((item) => ({
      name: textOf(item, 'ItemName'),
      category: textOf(item, 'TaxClassificationCode'),
      spec: textOf(item, 'SpecMod'),
      unit: textOf(item, 'MeaUnits'),
      qty: textOf(item, 'Quantity'),
      net: textOf(item, 'Amount'),
      rate: textOf(item, 'TaxRate'),
      tax: textOf(item, 'ComTaxAm'),
    })),
    (field) => lineNames[field],
  )
  const refused = [
    ...(/^\d{20}$/.test(number)
      ? []
      : [refuseInvoice('InvoiceNumber', number, '没有 20 位数电票号码', 'No invoice number of 20 digits')]),
    ...(date === undefined ? [refuseInvoice('IssueTime', '', '没有开票日期', 'No date of the invoice')] : []),
    ...(kind === undefined
      ? [
          refuseInvoice(
            'GeneralOrSpecialVAT',
            label,
            '看不出专票还是普票',
            'Special or ordinary cannot be told',
          ),
        ]
      : []),
    ...(items.length === 0 ? [refuseInvoice('IssuItemInformation', '', '没有明细行', 'No lines')] : []),
    ...wrongLines,
  ]
  if (refused.length > 0 || kind === undefined || date === undefined) return { refused }
  return {
    invoice: {
      number,
      kind,
      form: 'digital',
      date,
      sellerName: textOf(root, 'SellerName'),
      sellerTaxNo: textOf(root, 'SellerIdNum'),
      buyerName: textOf(root, 'BuyerName'),
      buyerTaxNo: textOf(root, 'BuyerIdNum'),
      lines,
      status: 'normal',
      usage: 'none',
    },
  }
}
