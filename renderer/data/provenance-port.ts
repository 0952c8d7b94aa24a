import type { FieldProvenance, OutdatedField } from '#shared/declaration/field-provenance'
import type { OverrideTarget } from '#shared/declaration/overrides'
import type { DerivedValues, MovedField } from '#shared/provenance/derived'

/** Where every value of a 清单 comes from. `at`: record and id of its source in this book, to jump to. */
export type ListField = FieldProvenance & { at?: { record: string; id: string } }

/** Masters some of whose values come from others: goods from the tariff, templates from enterprises. */
export type DerivedMaster = 'goods' | 'templates'
/** One of them of which a source says something else by now. `key`: SKU, name. */
export type MovedMaster = { id: string; key: string; fields: MovedField[] }

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

  /** What the sources of a master say of its fields today; `values` as its form holds them, whether stored or not. */
  derivedValues(master: DerivedMaster, values: Readonly<Record<string, string>>): Promise<DerivedValues>
  /** 来源已变: masters with a value that its source tells otherwise, by key. */
  movedMasters(master: DerivedMaster): Promise<MovedMaster[]>
  /** 按来源更新: these take over what their sources say; what was replaced with a reason and stands over its source stays. */
  updateFromSources(
    master: DerivedMaster,
    ids: readonly string[],
    why: string,
  ): Promise<{ updated: number; group: string }>
}
