import type { Member } from '../ceb/dossier-rules'
import { FieldOverride, type CebDocument, type DeclarationList } from '../model/list'
import { fillText, type Text } from '../model/text'
import type { BuildFault } from './build-fault'
import { members, slots, type DossierMessage } from './dossier-messages'
import { lockOf, originOf } from './field-provenance'

/** What an officer wants to replace: one element of one document, of a line counted from 1 or of the head. */
export type OverrideTarget = Pick<FieldOverride, 'document' | 'line' | 'element'>
export type OverrideRefusal = { why: Text; fix: Text }

type Documents = {
  order?: CebDocument
  receipts?: CebDocument
  logistics?: CebDocument
  inventory: CebDocument
}

const partOf = (documents: Partial<Documents>, { document, line }: OverrideTarget) => {
  const member = slots[document as DossierMessage] as Member | undefined
  const whole = member && documents[member]
  return line === undefined ? whole?.head : whole?.lines?.[line - 1]
}
const keyOf = ({ document, line, element }: OverrideTarget): string => `${document} ${line ?? ''} ${element}`

/**
 * Replace a derived value of a 清单, with the reason. Refused where the value is not ours to change: made by the system,
 * the same for all, or told by shop, payment institution or customs. The list is then built again with it.
 */
export function overrideField(
  list: DeclarationList,
  target: OverrideTarget,
  value: string,
  by: { reason: string; officer: string; now: string },
): { override: FieldOverride } | { refusal: OverrideRefusal } {
  const before = list.overrides?.find((one) => keyOf(one) === keyOf(target))
  const standing = partOf(list.documents, target)?.[target.element]
  if (standing === undefined) return { refusal: words.nothing }
  const lock = lockOf(target.document, target.element, target.line !== undefined)
  if (lock !== 'derived') return { refusal: words[lock] }
  const derived = before?.derived ?? standing
  if (value.trim() === derived) return { refusal: words.same }
  const read = FieldOverride.safeParse({
    ...target,
    orderNo: list.orderNo,
    value: value.trim(),
    derived,
    reason: by.reason.trim(),
    by: by.officer,
    at: by.now,
  })
  return read.success ? { override: read.data } : { refusal: words.reason }
}

/** The overrides of a list with one more; a second one of the same place takes the place of the first. */
export const withOverride = (overrides: readonly FieldOverride[], one: FieldOverride): FieldOverride[] => [
  ...overrides.filter((other) => keyOf(other) !== keyOf(one) || other.orderNo !== one.orderNo),
  one,
]

/**
 * Lay overrides over documents that were derived. One whose source says something else by now, or whose place is gone, is a
 * fault and not applied: the reason was given for another value. One that the source now agrees with has done its work and
 * is left out.
 */
export function applyOverrides<D extends Documents>(
  documents: D,
  messages: Readonly<Record<Member, DossierMessage>>,
  overrides: readonly FieldOverride[],
): { documents: D; applied: FieldOverride[]; faults: BuildFault[] } {
  if (overrides.length === 0) return { documents, applied: [], faults: [] }
  const copy: Partial<Record<Member, CebDocument>> = {}
  for (const member of members) {
    const document: CebDocument | undefined = documents[member]
    if (!document) continue
    const lines = document.lines?.map((line) => ({ ...line }))
    copy[member] = { head: { ...document.head }, ...(lines && { lines }) }
  }
  const applied: FieldOverride[] = []
  const faults: BuildFault[] = []
  const known = new Set<string>(Object.values(messages))
  for (const override of overrides) {
    const part = known.has(override.document) ? partOf(copy, override) : undefined
    const derived = part?.[override.element]
    if (part && derived === override.derived) {
      part[override.element] = override.value
      applied.push(override)
    } else if (derived !== override.value) faults.push(faultOf(override, derived))
  }
  return { documents: { ...documents, ...copy }, applied, faults }
}

function faultOf(override: FieldOverride, derived: string | undefined): BuildFault {
  const { document, line, element, orderNo, value } = override
  const origin = originOf(document, element, line !== undefined)
  const isRecord = origin !== undefined && typeof origin === 'object'
  const { rule, message, fix } = derived === undefined ? words.gone : words.outdated
  return {
    rule,
    message: fillText(message, { element, derived: derived ?? '', before: override.derived, value }),
    fix,
    document,
    path: line === undefined ? element : `${document}List[${line}]/${element}`,
    severity: 'refuse',
    value,
    source: isRecord ? { ...origin, key: orderNo } : { record: 'order', key: orderNo, field: element },
  }
}

const words = {
  nothing: {
    why: { zh: '这份清单没有这个栏目', en: 'The list does not have this element' },
    fix: { zh: '在来源记录里补上', en: 'Give it in its source' },
  },
  system: {
    why: { zh: '由系统产生，不能手改', en: 'Made by the system, not by hand' },
    fix: { zh: '作废后重新申报可得新值', en: 'Void the list and declare anew for another one' },
  },
  fixed: {
    why: { zh: '报文规定的固定值', en: 'Fixed by the form of the message' },
    fix: { zh: '换用其他业务模式', en: 'Use another mode' },
  },
  told: {
    why: {
      zh: '来自平台、支付机构、企业备案，或与其他单证核对的值，只能改来源',
      en: 'Told by shop, payment institution or registration, or compared with other documents: change its source',
    },
    fix: { zh: '改来源记录后重新生成清单', en: 'Correct the source and build the list again' },
  },
  same: {
    why: { zh: '与来源的值相同', en: 'The same as its source says' },
    fix: { zh: '不用覆盖', en: 'There is nothing to override' },
  },
  reason: {
    why: { zh: '没有写明理由（至少 2 个字）或值', en: 'No reason (2 characters at least), or no value' },
    fix: { zh: '写明为什么与来源不同', en: 'Say why it differs from its source' },
  },
  outdated: {
    rule: 'override-outdated',
    message: {
      zh: '“{element}”手改为 {value} 时来源是 {before}，现在是 {derived}',
      en: '{element} was set to {value} over {before}; its source now says {derived}',
    },
    fix: { zh: '重新确认这处手改，或撤销', en: 'Confirm the override again, or take it back' },
  },
  gone: {
    rule: 'override-gone',
    message: {
      zh: '手改过的“{element}”（{value}）在这份清单里已没有',
      en: '{element}, set to {value}, is no longer in the list',
    },
    fix: { zh: '撤销这处手改', en: 'Take the override back' },
  },
} as const
