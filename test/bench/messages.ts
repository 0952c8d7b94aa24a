import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { SaxesParser } from 'saxes'
import { decodeMessage } from '#shared/ceb/decode'
import { encodeMessage } from '#shared/ceb/encode'
import { isAccepted } from '#shared/ceb/fault'
import type { CebMessage, Values } from '#shared/ceb/message'
import type { CheckContext } from '#shared/ceb/rules/context'
import { inventory, transfer } from '#shared/ceb/testing/sample'
import { validateDecoded, validateDocument, validateMessage } from '#shared/ceb/validate'
import { loadCodeBook } from '#shared/codes/load'
import type { Step } from './step'

const perMessage = 100
const linesPerList = 5
const [line = {}] = inventory.lines ?? []

/** Lists of five lines by the hundred in a message, signed as they are sent. */
function message(n: number): CebMessage {
  const number = (at: number) => String(n * perMessage + at)
  return {
    type: 'CEB603',
    guid: `4CDE1CFD-EDED-46B1-946C-${String(n).padStart(12, '0')}`,
    version: '1.0',
    transfer,
    signature: '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"></ds:Signature>',
    documents: Array.from({ length: perMessage }, (_, at) => ({
      head: {
        ...inventory.head,
        guid: `4CDE1CFD-EDED-46B1-947C-${number(at).padStart(12, '0')}`,
        orderNo: `A-${number(at)}`,
        copNo: `YG01260302${number(at)}`,
        logisticsNo: `LP${number(at)}`,
      },
      lines: Array.from({ length: linesPerList }, (_, i) => ({
        ...line,
        gnum: `${i + 1}`,
        itemNo: `SKU-${number(at)}-${i}`,
      })),
    })),
  }
}

const encoder = new TextEncoder()
const escaped = (text: string) =>
  /[&<>]/.test(text) ? text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`) : text

/** The same elements as bytes, by what they are called in the record: no table, no order, no look at any text. */
function bareWrite({ documents }: CebMessage): Uint8Array {
  let xml = '<ceb:CEB603Message xmlns:ceb="http://www.chinaport.gov.cn/ceb">'
  const write = (values: Values) => {
    for (const name in values) xml += `<ceb:${name}>${escaped(values[name] ?? '')}</ceb:${name}>`
  }
  for (const { head, lines = [] } of documents) {
    xml += '<ceb:Inventory><ceb:InventoryHead>'
    write(head)
    xml += '</ceb:InventoryHead>'
    for (const one of lines) {
      xml += '<ceb:InventoryList>'
      write(one)
      xml += '</ceb:InventoryList>'
    }
    xml += '</ceb:Inventory>'
  }
  return encoder.encode(`${xml}</ceb:CEB603Message>`)
}

/** The events of a parser that resolves namespaces, counted and dropped. */
function bareRead(xml: string): number {
  let events = 0
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', () => void (events += 1))
  parser.on('text', () => void (events += 1))
  parser.write(xml).close()
  return events
}

export type MessageBench = {
  steps: Step[]
  /** Megabytes of heap in use after the first tenth and at the end: the same when memory is flat. */
  heap: [early: number, late: number]
  /** Milliseconds to check one list of a hundred lines, as a form does at a keystroke: median of a hundred. */
  keystroke: number
}

/** Writing and checking, reading and checking messages, beside the same XML through nothing but strings and a parser. */
export async function benchMessages(lists: number): Promise<MessageBench> {
  const context: CheckContext = { codes: await loadCodeBook(), today: '20260401' }
  const times = { write: 0, bareWrite: 0, read: 0, bareRead: 0 }
  const clock = <T>(name: keyof typeof times, work: () => T): T => {
    const start = performance.now()
    const result = work()
    times[name] += performance.now() - start
    return result
  }
  const heap: [number, number] = [0, 0]
  const count = Math.ceil(lists / perMessage)
  for (let n = 0; n < count; n++) {
    const made = message(n)
    const bytes = clock('write', () => {
      if (!isAccepted(validateMessage(made, context))) throw new Error('the message is not sound')
      return encoder.encode(encodeMessage(made))
    })
    clock('bareWrite', () => bareWrite(made))
    const xml = new TextDecoder().decode(bytes)
    clock('read', () => {
      if (!isAccepted(validateDecoded(decodeMessage(xml), context)))
        throw new Error('the message is not sound')
    })
    clock('bareRead', () => bareRead(xml))
    if (n === Math.floor(count / 10)) heap[0] = heapUsed()
  }
  heap[1] = heapUsed()
  const words = { count: count * perMessage, unit: `lists of ${linesPerList} lines` }
  return {
    steps: [
      {
        step: 'check + write CEB603',
        ms: times.write,
        bare: 'tags and escaped text joined to bytes',
        bareMs: times.bareWrite,
        ...words,
      },
      {
        step: 'read + check CEB603',
        ms: times.read,
        bare: 'saxes with namespaces, events dropped',
        bareMs: times.bareRead,
        ...words,
      },
    ],
    heap,
    keystroke: keystroke(context),
  }
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** What is held, not what waits for the collector. */
function heapUsed(): number {
  collect()
  return Math.round(process.memoryUsage().heapUsed / 2 ** 20)
}

function keystroke(context: CheckContext): number {
  const lines = Array.from({ length: 100 }, (_, at) => ({ ...line, gnum: `${at + 1}` }))
  const times = Array.from({ length: 100 }, (_, n) => {
    const document = { head: { ...inventory.head, note: `${n}` }, lines }
    const start = performance.now()
    validateDocument('CEB603', document, context)
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[50] ?? 0
}
