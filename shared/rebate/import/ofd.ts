import { cmp, sum } from '../../money/decimal'
import { dayOf, numberOf } from './cells'
import { kindByLabel, readDigital, type ReadInvoice } from './einvoice'
import { invoiceLines, refuseInvoice, type InvoiceKind, type LineCells } from './invoice-lines'
import { objectTexts, readTags } from './ofd-tags'
import type { Refusal } from './refusal'
import { named, textOf, xmlTree, type XmlNode } from './xml-tree'

/**
 * An e-invoice as OFD (GB/T 33190), a zip of XML parts. Read is what the file says of itself, in this order: the invoice that is
 * attached (`eInvoice` of 2019, or a 数电票 as XML), else the tags that name the texts on its page. Positions on the page are
 * never read. The names come from several public readers and writers that agree; which object belongs to which line of several
 * is taken from the order of the tags (one source, 口径待确认) and only when the lines come to the total that is printed.
 */

type Head = Record<'number' | 'code' | 'date' | 'seller' | 'sellerNo' | 'buyer' | 'buyerNo' | 'net', string>
type Source = { head: Head; lines: readonly LineCells[] | undefined; names: 'attached' | 'tags' }

const lineNames = { qty: 'Quantity', net: 'Amount', rate: 'TaxScheme' } as const

const headBy = (of: (name: string) => string): Head => ({
  number: of('InvoiceNo'),
  code: of('InvoiceCode'),
  date: of('IssueDate'),
  seller: of('SellerName'),
  sellerNo: of('SellerTaxID'),
  buyer: of('BuyerName'),
  buyerNo: of('BuyerTaxID'),
  net: of('TaxExclusiveTotalAmount'),
})

function attachedInvoice(root: XmlNode): Source {
  const lines = named(root, 'GoodsInfo').map((line) => ({
    name: textOf(line, 'Item'),
    category: textOf(line, 'Code'),
    spec: textOf(line, 'Specification'),
    unit: textOf(line, 'MeasurementDimension'),
    qty: textOf(line, 'Quantity'),
    net: textOf(line, 'Amount'),
    rate: textOf(line, 'TaxScheme'),
    tax: textOf(line, 'TaxAmount'),
  }))
  return { head: headBy((name) => textOf(root, name)), lines, names: 'attached' }
}

/** What it is titled, wherever that text stands, and the last two of a code of 12 digits (11 普票, 13 专票); never against each other. */
function kindOf(texts: readonly string[], code: string): InvoiceKind | undefined {
  const titles = texts.filter((text) =>
    /^\p{Script=Han}{0,12}(电子发票（.{2,8}发票）|(专用|普通)发票)$/u.test(text),
  )
  const byTitle = kindByLabel(titles.join(' '))
  const byCode = { '11': 'vatOrdinary', '13': 'vatSpecial' } as const
  const end = /^0\d{9}(11|13)$/.exec(code)?.[1] as keyof typeof byCode | undefined
  if (end === undefined) return byTitle
  return titles.length === 0 || byTitle === byCode[end] ? byCode[end] : undefined
}

/** Parts that are no XML of ours (annotations, a broken index of tags) are passed by: what is missed is refused by name. */
function trees(parts: readonly string[]): XmlNode[] {
  return parts.flatMap((part) => {
    try {
      return [xmlTree(part)]
    } catch {
      return []
    }
  })
}

/** The number among the data of the file itself, where it is another one. */
function otherNumber(number: string, data: ReadonlyMap<string, string>): Refusal[] {
  const told = data.get('发票号码') ?? ''
  if (told === '' || told === number) return []
  return [
    refuseInvoice(
      'InvoiceNo',
      number,
      `文件信息中的发票号码是 ${told}`,
      `The file itself says it is invoice ${told}`,
    ),
  ]
}

function contradictions({ head, lines, names }: Source, data: ReadonlyMap<string, string>): Refusal[] {
  const total = numberOf(head.net) ?? numberOf(data.get('合计金额') ?? '')
  const net = sum((lines ?? []).map((line) => numberOf(line.net) ?? '0'))
  const wrong: Refusal[] = otherNumber(head.number, data)
  if (lines === undefined) {
    const [zh, en] = ['标引没有说明哪个值属于哪一行', 'The tags do not say which value is of which line']
    wrong.push(refuseInvoice('Item', '', zh, en))
  } else if (total === undefined && names === 'tags') {
    const [zh, en] = ['没有合计金额可核对明细', 'No total to hold the lines against']
    wrong.push(refuseInvoice('TaxExclusiveTotalAmount', '', zh, en))
  } else if (total !== undefined && lines.length > 0 && cmp(net, total) !== 0) {
    const [zh, en] = [`明细合计不等于合计金额 ${total}`, `The lines do not come to the total of ${total}`]
    wrong.push(refuseInvoice('Amount', net, zh, en))
  }
  return wrong
}

function invoiceOf(source: Source, kind: InvoiceKind | undefined, contradicted: Refusal[]): ReadInvoice {
  const { head, lines: cells = [] } = source
  const date = dayOf(head.date)
  const digital = /^\d{20}$/.test(head.number)
  const coded = /^\d{8}$/.test(head.number) && /^(\d{10}|\d{12})$/.test(head.code)
  const { lines, refused: wrongLines } = invoiceLines(cells, (field) => lineNames[field])
  const refused = [
    ...(digital || coded
      ? []
      : [refuseInvoice('InvoiceNo', head.number, '没有可用的发票号码', 'No number of an invoice')]),
    ...(date === undefined
      ? [refuseInvoice('IssueDate', head.date, '没有开票日期', 'No date of the invoice')]
      : []),
    ...(kind === undefined
      ? [refuseInvoice('title', '', '看不出专票还是普票', 'Special or ordinary cannot be told')]
      : []),
    ...(source.lines?.length === 0 ? [refuseInvoice('GoodsInfo', '', '没有明细行', 'No lines')] : []),
    ...contradicted,
    ...wrongLines,
  ]
  if (refused.length > 0 || kind === undefined || date === undefined) return { refused }
  return {
    invoice: {
      number: digital ? head.number : `${head.code}${head.number}`,
      ...(!digital && { code: head.code }),
      kind,
      form: digital ? 'digital' : 'electronic',
      date,
      sellerName: head.seller,
      sellerTaxNo: head.sellerNo,
      buyerName: head.buyer,
      buyerTaxNo: head.buyerNo,
      lines,
      status: 'normal',
      usage: 'none',
    },
  }
}

/** The invoice of one OFD from its XML parts, or every reason why not. */
export function readOfdInvoice(parts: readonly string[]): ReadInvoice {
  const roots = trees(parts)
  const info = roots.filter(({ name }) => name === 'OFD')
  if (info.flatMap((root) => named(root, 'DocBody')).length > 1)
    return {
      refused: [refuseInvoice('DocBody', '', '一个文件里有几份文档', 'Several documents in one file')],
    }
  const data = new Map(
    info
      .flatMap((root) => named(root, 'CustomData'))
      .map(({ attributes, text }) => [attributes['Name'] ?? '', text] as const),
  )
  const refers = (root: XmlNode) => named(root, 'ObjectRef').length > 0
  const digital = roots.find(({ name }) => name === 'EInvoice')
  if (digital) {
    const read = readDigital(digital)
    const told = 'invoice' in read ? otherNumber(read.invoice.number, data) : []
    return told.length > 0 ? { refused: told } : read
  }
  const texts = objectTexts(roots.filter(({ name }) => name === 'Page'))
  const attached = roots.find((root) => root.name === 'eInvoice' && !refers(root))
  const tags = readTags(roots.filter(refers), texts)
  const source: Source = attached
    ? attachedInvoice(attached)
    : { head: headBy(tags.of), lines: tags.lines(), names: 'tags' }
  const titles = [...texts.values()].map((text) =>
    text.trim().replace(/[()]/g, (c) => (c === '(' ? '（' : '）')),
  )
  return invoiceOf(source, kindOf(titles, source.head.code), contradictions(source, data))
}
