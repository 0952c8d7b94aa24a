import { subscribePart, transferPart } from './fields/transfer'
import type { MessageType } from './message'
import type { Field, Part } from './table'
import { tableOf } from './tables'

/** How the reader sees one parent element: what each child element is, by local name. */
export type Slot =
  | { kind: 'leaf'; field: Field; index: number; misspelt: boolean }
  | { kind: 'head' | 'line' | 'node' | 'transfer' | 'subscribe'; name: string; index: number; layout: Layout }
  | { kind: 'signature' | 'extend'; index: number }
export type Layout = ReadonlyMap<string, Slot>

function partLayout(part: Part): Layout {
  const slots = new Map<string, Slot>()
  part.fields.forEach((field, index) => {
    slots.set(field.name, { kind: 'leaf', field, index, misspelt: false })
    const spelling = field.printed?.spelling
    if (spelling) slots.set(spelling, { kind: 'leaf', field, index, misspelt: true })
  })
  return slots
}

const transferLayout = partLayout(transferPart)
const subscribeLayout = partLayout(subscribePart)
const layouts = new Map<MessageType, Layout>()

/** Children of the root of a message; computed once per type. */
export function rootLayout(type: MessageType): Layout {
  let layout = layouts.get(type)
  if (!layout) {
    layout = buildRoot(type)
    layouts.set(type, layout)
  }
  return layout
}

function buildRoot(type: MessageType): Layout {
  const table = tableOf(type)
  let node = partLayout(table.head)
  if (!table.flat) {
    const children = new Map<string, Slot>()
    const { head, lines } = table
    children.set(head.element, { kind: 'head', name: head.element, index: 0, layout: node })
    if (lines) {
      children.set(lines.element, { kind: 'line', name: lines.element, index: 1, layout: partLayout(lines) })
    }
    node = children
  }
  const [signature, extend] = table.direction === 'export' ? [3, 4] : [4, 3]
  return new Map<string, Slot>([
    [table.node, { kind: 'node', name: table.node, index: 0, layout: node }],
    ['BaseTransfer', { kind: 'transfer', name: 'BaseTransfer', index: 1, layout: transferLayout }],
    ['BaseSubscribe', { kind: 'subscribe', name: 'BaseSubscribe', index: 2, layout: subscribeLayout }],
    ['Signature', { kind: 'signature', index: signature }],
    ['ExtendMessage', { kind: 'extend', index: extend }],
  ])
}
