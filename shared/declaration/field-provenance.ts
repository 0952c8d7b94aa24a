import type { SourceRecord } from './build-fault'
import { members, messagesOf, type DossierMessage } from './dossier-messages'
import type { Origin } from './derive/derivation'
import { derivations } from './derive/documents'
import { compareDocuments, type ElementChange } from './modes/compare'
import { sourceOf } from './derive/source-of'
import type { DeclarationList, FieldOverride } from '../model/list'

/**
 * Whether a derived value may be replaced. `derived`: with a reason. `told`: another party said it, or documents are compared
 * by it. `fixed` and `system` as in {@link Origin}.
 */
export type Lock = 'derived' | 'told' | 'fixed' | 'system'

/** Records of our own making: what they say of one 清单 can be otherwise in another. */
const ours: ReadonlySet<SourceRecord> = new Set(['goods', 'template', 'waybill'])
/** Values by which documents are joined, or by which kind and mode of the 清单 were judged. */
const joining: ReadonlySet<string> = new Set([
  'logisticsNo',
  'itemNo',
  'statisticsFlag',
  'tradeMode',
  'qty1',
  'qty2',
])

/** Where an element of a head or line comes from; undefined for one no table derives. */
export function originOf(document: string, element: string, inLine: boolean): Origin | undefined {
  const tables = derivations[document as DossierMessage] as (typeof derivations)[DossierMessage] | undefined
  const table: readonly { element: string; from: Origin }[] = (inLine ? tables?.line : tables?.head) ?? []
  return table.find((entry) => entry.element === element)?.from
}

export function lockOf(document: string, element: string, inLine: boolean): Lock {
  const origin = originOf(document, element, inLine)
  if (origin === undefined || origin === 'system') return 'system'
  if (origin === 'fixed') return 'fixed'
  return ours.has(origin.record) && !joining.has(element) ? 'derived' : 'told'
}

/** One value of a 清单 with where it comes from, whether it may be replaced, and the override that did. */
export type FieldProvenance = {
  document: DossierMessage
  line?: number
  element: string
  value: string
  origin: Origin | undefined
  lock: Lock
  override?: FieldOverride
}

/** Every value of every document of a 清单, in the order it is sent. */
export function provenanceOf(list: DeclarationList): FieldProvenance[] {
  const messages = messagesOf(list)
  return members.flatMap((member) => {
    const whole = list.documents[member]
    if (!whole) return []
    const document = messages[member]
    const of = (values: Readonly<Record<string, string>>, line?: number): FieldProvenance[] =>
      Object.entries(values).map(([element, value]) => {
        const override = list.overrides?.find(
          (one) => one.document === document && one.element === element && one.line === line,
        )
        return {
          document,
          ...(line !== undefined && { line }),
          element,
          value,
          origin: originOf(document, element, line !== undefined),
          lock: lockOf(document, element, line !== undefined),
          ...(override && { override }),
        }
      })
    return [...of(whole.head), ...(whole.lines ?? []).flatMap((values, at) => of(values, at + 1))]
  })
}

/** How many values of a 清单 somebody typed: its overrides. Everything else was known already. */
export const typedByHand = (list: DeclarationList): number =>
  provenanceOf(list).filter(({ override }) => override !== undefined).length

/** What 待更新 would change in a 清单, each element with the record and field it comes from. */
export type OutdatedField = ElementChange & { source?: { record: SourceRecord; field: string } }

/** The elements of a 清单 that its sources say otherwise by now. Overrides stay what they are until they are confirmed. */
export function outdatedFields(
  list: DeclarationList,
  rebuilt: Pick<DeclarationList, 'tradeMode' | 'documents'>,
): OutdatedField[] {
  return compareDocuments(list, rebuilt).changes.map((change) => {
    const source = sourceOf(change.document, change.element)
    return { ...change, ...(source && { source: { record: source.record, field: source.field } }) }
  })
}
