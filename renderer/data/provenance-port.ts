import type { FieldProvenance, OutdatedField } from '#shared/declaration/field-provenance'
import type { OverrideTarget } from '#shared/declaration/overrides'

/** Where every value of a 清单 comes from. `at`: record and id of its source in this book, to jump to. */
export type ListField = FieldProvenance & { at?: { record: string; id: string } }

/** 一次录入: sources of values, and replacing one with a reason; part of `BookPort`. */
export type ProvenancePort = {
  listFields(list: string): Promise<ListField[]>
  /** What a 清单 marked 待更新 would say otherwise when it is built anew; nothing is changed. */
  outdatedFields(list: string): Promise<OutdatedField[]>
  /**
   * Replace a derived value of an unsent 清单. Refused with `locked-field` (why, what to do) where the value is not ours to
   * change, and with `not-draft` once it is queued.
   */
  overrideField(list: string, target: OverrideTarget, value: string, reason: string): Promise<void>
  /** The source counts again. */
  takeBackOverride(list: string, target: OverrideTarget, why: string): Promise<void>
}
