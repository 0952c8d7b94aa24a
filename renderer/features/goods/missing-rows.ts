import type { CheckContext } from '#shared/ceb/rules/context'
import { goodsFaults, type MasterFault } from '#shared/declaration/master-check'
import type { FormValues } from '../../components/record-form/RecordForm'
import type { MissingGoods } from '../../data/port'
import { blankGoods, goodsFields } from './fields'
import { valuesOf } from './record'
import type { SheetDraft } from './useSheetDraft'

/** How the grid holds a line: values stand flat, so that what is typed shows before it is stored. */
export const gridRow = ({ id, orders, values }: MissingRow) => ({ ...values, id, orders })

/** One line of the sheet: the SKU, the orders that wait for it, and every field as far as it is filled. */
export type MissingRow = {
  id: string
  orders: number
  values: FormValues
  faults: readonly MasterFault[]
  begun: boolean
  /** The record as it is, where it only lacks what a mode needs. */
  known?: MissingGoods['known']
}

/** The sheet: what orders say of a SKU, and over it what was typed. */
export function missingRows(
  missing: readonly MissingGoods[],
  draft: SheetDraft,
  context: CheckContext,
): MissingRow[] {
  return missing.map(({ sku, name, orders, known }) => {
    const typed = draft[sku]
    const values = { ...blankGoods, name, ...(known && valuesOf(known.value)), ...typed, sku }
    const faults = goodsFaults(values, context, known !== undefined)
    return {
      id: sku,
      orders,
      values,
      faults,
      begun: typed !== undefined || known !== undefined,
      ...(known && { known }),
    }
  })
}

export const isComplete = ({ faults }: MissingRow): boolean =>
  faults.every(({ severity }) => severity === 'warn')

/** Write edits of the grid into the draft; a row that is back to what orders say leaves it. */
export function withEdits(
  draft: SheetDraft,
  edits: readonly { sku: string; field: string; value: string }[],
): SheetDraft {
  const next: Record<string, FormValues> = { ...draft }
  for (const { sku, field, value } of edits) {
    if (!(goodsFields as string[]).includes(field)) continue
    next[sku] = { ...next[sku], [field]: value.trim() }
  }
  return next
}

export function without(draft: SheetDraft, skus: ReadonlySet<string>): SheetDraft {
  return Object.fromEntries(Object.entries(draft).filter(([sku]) => !skus.has(sku)))
}

/** `011 件` or `件` as pasted → `011`; anything else stays as it is. */
export function unitCode(text: string, byName: ReadonlyMap<string, string>): string {
  const typed = text.trim()
  return /^(\d{3})(\s|$)/.exec(typed)?.[1] ?? byName.get(typed) ?? typed
}
