import type { CebDocument } from '../model/list'
import type { Decoded } from './decode'
import type { Fault } from './fault'
import type { CebMessage, MessageType } from './message'
import { keptFault } from './remarks'
import { rulesOf } from './rules/all'
import type { CheckContext } from './rules/context'
import { checkEnvelope } from './rules/envelope'
import { checkPart } from './rules/field'
import { checkOccurs } from './rules/occurs'
import { Place, RuleRun } from './rules/rule'
import { FaultSink } from './rules/sink'
import { tableOf } from './tables'

/**
 * Every fault of one document at once, in the order of its fields, then what concerns several fields. `index` is its
 * place in the message, from 1. The same verdict wherever it is asked for: while typing, before queueing, in the
 * command line and in the practice window.
 */
export function validateDocument(
  type: MessageType,
  document: CebDocument,
  context: CheckContext,
  index = 1,
): Fault[] {
  const table = tableOf(type)
  const lenient = table.origin === 'authority'
  const sink = new FaultSink(table)
  const node = `${table.node}[${index}]`
  const { lines } = table
  const place = new Place(
    table.flat ? node : `${node}/${table.head.element}`,
    `${node}/${lines?.element ?? 'lines'}`,
  )
  checkPart(table.head, document.head, place.head, lenient, context, sink)
  const given = document.lines ?? []
  checkOccurs(place.lines, given.length, lines?.occurs ?? { min: 0, max: 0 }, sink)
  if (lines) {
    for (let at = 0; at < given.length; at++)
      checkPart(lines, given[at] ?? {}, place.line(at), lenient, context, sink)
  }
  if (!lenient) new RuleRun(place, sink).run(rulesOf(type), document, context)
  return sink.faults
}

/** Every fault of a message: its envelope, each document, and what they have between them. */
export function validateMessage(message: CebMessage, context: CheckContext): Fault[] {
  const faults = checkEnvelope(message, context)
  message.documents.forEach((document, at) => {
    for (const fault of validateDocument(message.type, document, context, at + 1)) faults.push(fault)
  })
  for (const extra of message.extras ?? []) faults.push(keptFault(extra))
  return faults
}

/** Faults of a message that was read from XML: what was off about the XML, then the content. */
export function validateDecoded({ message, remarks }: Decoded, context: CheckContext): Fault[] {
  const kept = new Set<string>(message.extras?.map((extra) => extra.why))
  return [...remarks.filter((one) => !kept.has(one.rule)), ...validateMessage(message, context)]
}
