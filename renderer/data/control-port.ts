import type { EvidenceKind } from '#shared/evidence/kinds'
import type { Brand, BrandFinding, BrandLeave } from '#shared/control/brands'
import type { Proposal, RegulatoryFlag } from '#shared/control/flags'
import type { ControlList } from '#shared/control/list'
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

export type Brands = { brands: Brand[]; leaves: BrandLeave[] }

/** 监管标识; part of `BookPort`. Lists are published tables (`ReferencePort`). */
export type ControlPort = {
  controlLists(): Promise<ControlListView[]>
  /** Of these goods (at most 1,000 SKU), in the order asked; SKU that are not in the master are left out. */
  flagsOfGoods(skus: readonly string[], query: FlagQuery): Promise<GoodsFlags[]>
  /** The whole master: those with anything to say, by SKU. */
  flaggedGoods(query: FlagQuery & { offset: number; limit: number }): Promise<FlagPage>
  brands(): Promise<Brands>
  setBrands(brands: Brands, why: string): Promise<void>
}
