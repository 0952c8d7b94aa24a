import { Random } from '../sim/random'

const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n'
const skus = 4000
const longestInvoice = 40
const countries = ['United Kingdom', 'Germany', 'France', 'EIRE', 'Spain', 'Netherlands']

/** SKU and text of an article, plain or with a comma that needs quotes. */
function article(n: number): [sku: string, name: string] {
  const name = `ARTICLE ${n} OF THE ASSORTMENT`
  return [`${20_000 + n}${n % 7 === 0 ? 'A' : ''}`, n % 11 === 0 ? `"${name}, LARGE"` : name]
}

/**
 * Exactly so many invoice lines in the form of the UCI "Online Retail" set, header apart: about 20 lines an invoice,
 * two invoices in a hundred cancelled. The same seed gives the same text.
 */
export function retailLines(lines: number, seed: number): string {
  const random = new Random(seed)
  const parts = [header]
  for (let written = 0, invoice = 536_365; written < lines; invoice++) {
    const cancelled = random.chance(0.02)
    const size = Math.min(random.int(1, longestInvoice), lines - written)
    const day = `2010-12-${String(1 + (invoice % 28)).padStart(2, '0')} ${String(8 + (invoice % 10)).padStart(2, '0')}:26:00`
    const tail = `${17_000 + (invoice % 4300)},${countries[invoice % countries.length]}`
    for (let n = 0; n < size; n++) {
      const [sku, name] = article(random.int(1, skus))
      const quantity = random.int(1, 24)
      const price = `${random.int(0, 19)}.${random.int(10, 99)}`
      parts.push(
        `${cancelled ? 'C' : ''}${invoice},${sku},${name},${cancelled ? -quantity : quantity},${day},${price},${tail}\n`,
      )
    }
    written += size
  }
  return parts.join('')
}

/** The first lines of a text, with its header. */
export function firstLines(text: string, lines: number): string {
  let at = 0
  for (let n = 0; n <= lines && at >= 0; n++) at = text.indexOf('\n', at) + 1 || -1
  return at < 0 ? text : text.slice(0, at)
}
