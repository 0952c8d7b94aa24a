import { named, type XmlNode } from './xml-tree'
import type { LineCells } from './invoice-lines'

/**
 * 自定义标引 of an OFD (GB/T 33190): elements whose names say what a text object on a page is, by its ID. The names are those
 * of the invoice itself (InvoiceNo, Seller/SellerName, Item …). Where an object stands on the page is never asked.
 */
export type Tagged = {
  /** The text of all objects of the first element of this name, one after the other. */
  of(name: string): string
  /** One entry a line; undefined where the tags do not say which object belongs to which line. */
  lines(): LineCells[] | undefined
}

const fields: Readonly<Record<keyof LineCells, string>> = {
  name: 'Item',
  category: 'Code',
  spec: 'Specification',
  unit: 'MeasurementDimension',
  qty: 'Quantity',
  net: 'Amount',
  rate: 'TaxScheme',
  tax: 'TaxAmount',
}
const optional: ReadonlySet<string> = new Set(['category', 'spec'])

/** Texts of a page by the ID of their object. An ID that stands for two texts stands for none. */
export function objectTexts(pages: readonly XmlNode[]): Map<string, string> {
  const texts = new Map<string, string>()
  for (const object of pages.flatMap((page) => named(page, 'TextObject'))) {
    const id = object.attributes['ID'] ?? ''
    const text = named(object, 'TextCode')
      .map((code) => code.text)
      .join('')
    texts.set(id, texts.has(id) && texts.get(id) !== text ? '' : text)
  }
  return texts
}

export function readTags(tags: readonly XmlNode[], texts: ReadonlyMap<string, string>): Tagged {
  const elements = (within: readonly XmlNode[], name: string) =>
    within
      .flatMap((node) => named(node, name))
      .map((element) =>
        named(element, 'ObjectRef')
          .map(({ text: id }) => texts.get(id) ?? '')
          // The sign of the currency is an object of its own beside the amount.
          .filter((text) => !/^[¥￥]?$/.test(text.trim())),
      )
      .filter((parts) => parts.length > 0)
  const joined = (parts: readonly string[]) => parts.join('').trim()

  function cellsOf(group: readonly XmlNode[]): LineCells {
    const cell = (name: string) => joined(elements(group, name).flat())
    return Object.fromEntries(Object.entries(fields).map(([field, name]) => [field, cell(name)])) as Record<
      keyof LineCells,
      string
    >
  }

  /** Without a group a line: each field is a list in the order of the lines, or all of it belongs to the one line. */
  function lists(): LineCells[] | undefined {
    const columns = Object.entries(fields).map(([field, name]) => {
      const found = elements(tags, name)
      return { field, cells: found.length > 1 ? found.map(joined) : (found[0] ?? []) }
    })
    const count = columns.find(({ field }) => field === 'net')!.cells.length
    if (count <= 1) return count === 1 ? [cellsOf(tags)] : []
    const torn = columns.some(({ field, cells }) => cells.length !== count && !optional.has(field))
    if (torn) return undefined
    return Array.from(
      { length: count },
      (_, at) =>
        Object.fromEntries(
          columns.map(({ field, cells }) => [field, cells.length === count ? cells[at]!.trim() : '']),
        ) as Record<keyof LineCells, string>,
    )
  }

  return {
    of: (name) => joined(elements(tags, name)[0] ?? []),
    lines() {
      const groups = tags.flatMap((tag) => named(tag, 'GoodsInfo'))
      return groups.length > 0 ? groups.map((group) => cellsOf([group])) : lists()
    },
  }
}
