import type { EvidenceKind } from '#shared/evidence/kinds'
import type { Brand, BrandFinding, BrandLeave } from '#shared/control/brands'
import type { Proposal, RegulatoryFlag } from '#shared/control/flags'
import type { CodeDelta, DeltaRefusal } from '#shared/codes/delta'
import type { ControlList, ListFault } from '#shared/control/list'
import type { ListPlan } from '#shared/control/update'
import type { TariffUsed } from './tariff-port'

/** A list of goods with its version and days. `shipped`: came with the software, and is not dropped. */
export type ControlListView = Omit<ControlList, 'entries'> & { entries: number; shipped: boolean }

/** How and when goods are to go; `country` is customs' number. */
export type FlagQuery = { mode: string; on: string; country?: string }

/** Everything lists, tariff and brands say of one of the goods, each with list, version and what was hit. */
export type GoodsFlags = {
  sku: string
  flags: RegulatoryFlag[]
  brands: BrandFinding[]
  /** 涉证, 涉检, 出口关税 by the tariff, where it says something. */
  proposals: Proposal[]
  /** Papers that are needed and not recorded, or do not hold on the day. */
  missing: EvidenceKind[]
}
/** Rows that were asked for, by SKU; `flagged` counts goods with anything to say among all that were looked at. */
export type FlagPage = {
  tariff: TariffUsed
  lists: ControlListView[]
  rows: GoodsFlags[]
  total: number
  looked: number
}

/** What a signed update does to a list: entries that are new, otherwise, gone, or as they were. */
export type ControlUpdate = Omit<ListPlan, 'list'> & { list: ControlListView; from: string | undefined }

export type Brands = { brands: Brand[]; leaves: BrandLeave[] }

/** 监管标识; part of `BookPort`. Lists belong to the machine, like code tables; who changed them stands in the journal. */
export type ControlPort = {
  controlLists(): Promise<ControlListView[]>
  /** A file that is no list gives its faults by field and changes nothing. The newer version of a list goes beside the older. */
  addControlList(
    file: { name: string; text: string },
    why: string,
  ): Promise<{ ok: true; list: ControlListView } | { ok: false; faults: ListFault[] }>
  /**
   * What a signed update of a list would change here; nothing is changed by looking. Whether its signature holds is judged
   * before it comes here.
   */
  planControlUpdate(delta: CodeDelta, key: string): Promise<ControlUpdate | DeltaRefusal>
  /** The same, and the list stands for every version of it before. One of a practice window counts in 演练 books only. */
  takeControlUpdate(delta: CodeDelta, key: string, why: string): Promise<ControlUpdate | DeltaRefusal>
  dropControlList(id: string, version: string, why: string): Promise<void>
  /** Of these goods (at most 1,000 SKU), in the order asked; SKU that are not in the master are left out. */
  flagsOfGoods(skus: readonly string[], query: FlagQuery): Promise<GoodsFlags[]>
  /** The whole master: those with anything to say, by SKU. */
  flaggedGoods(query: FlagQuery & { offset: number; limit: number }): Promise<FlagPage>
  brands(): Promise<Brands>
  setBrands(brands: Brands, why: string): Promise<void>
}
