import type { MessageType } from '../../ceb/message'
import { tableOf } from '../../ceb/tables'
import type { DeclarationList } from '../../model/list'
import type { Text } from '../../model/text'
import { members, messagesOf } from '../dossier-messages'

/** One element of the documents of a 清单 before and after a change of mode; '' where it is not declared. */
export type ElementChange = { document: string; element: string; label: Text; before: string; after: string }

/** `of`: elements before the change; `kept`: those of them that say the same afterwards. */
export type ModeComparison = { of: number; kept: number; changes: ElementChange[] }

/** Made anew at every building. */
const passing = new Set(['guid', 'appTime', 'appType'])

type Declared = Pick<DeclarationList, 'tradeMode' | 'documents'>

/** What a change of mode keeps, drops, adds and turns into something else, element by element of every document. */
export function compareDocuments(before: Declared, after: Declared): ModeComparison {
  const comparison: ModeComparison = { of: 0, kept: 0, changes: [] }
  const messages = messagesOf(after)
  for (const member of members) {
    const [old, now] = [before.documents[member], after.documents[member]]
    const lines = Math.max(old?.lines?.length ?? 0, now?.lines?.length ?? 0)
    compareParts(messages[member], old?.head, now?.head, comparison)
    for (let at = 0; at < lines; at += 1) {
      compareParts(messages[member], old?.lines?.[at], now?.lines?.[at], comparison)
    }
  }
  return comparison
}

type Values = Readonly<Record<string, string>>

function compareParts(
  message: MessageType,
  before: Values = {},
  after: Values = {},
  into: ModeComparison,
): void {
  for (const element of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (passing.has(element)) continue
    const [old, now] = [before[element] ?? '', after[element] ?? '']
    if (old !== '') into.of += 1
    if (old === now) into.kept += 1
    else
      into.changes.push({
        document: message,
        element,
        label: labelOf(message, element),
        before: old,
        after: now,
      })
  }
}

function labelOf(message: MessageType, element: string): Text {
  const table = tableOf(message)
  const field = table.head.byName.get(element) ?? table.lines?.byName.get(element)
  return field?.label ?? { zh: element, en: element }
}
