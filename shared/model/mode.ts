import { z } from 'zod'

/** 监管方式 of a 清单 of goods that leave the country. */
export const exportModes = ['9610', '1210', '9710', '9810'] as const

/** Retail import: 直购进口 and 网购保税进口. Customs has one number for both directions, so here the direction is added. */
export const importModes = ['9610-I', '1210-I'] as const

/** What a 清单 is declared as: 监管方式 with its direction. */
export const listModes = [...exportModes, ...importModes] as const
export const ListMode = z.enum(listModes)
export type ListMode = z.infer<typeof ListMode>

export const Direction = z.enum(['export', 'import'])
export type Direction = z.infer<typeof Direction>

/** Whether goods of a mode, or of a way, leave the country or come in. */
export const directionOf = (mode: string): Direction => (mode.endsWith('-I') ? 'import' : 'export')

/** The number customs has for a mode. */
export const customsMode = (mode: string): string => mode.slice(0, 4)

/**
 * Every way an order can go that is prepared here: 监管方式 and document. `9610-A`, `9610-B`: 简化 and 汇总; `-I`: retail
 * import. What ends in `entry` goes by 报关单, which is made outside and recorded here; 一般贸易 (0110) has no other way.
 */
export const modePaths = [
  '1210',
  '9610-A',
  '9610-B',
  '9710',
  '9810',
  '9710-entry',
  '9810-entry',
  '0110-entry',
  ...importModes,
] as const
export const ModePath = z.enum(modePaths)
export type ModePath = z.infer<typeof ModePath>

/** 监管方式 of a way, with its direction. */
export const modeOfPath = (path: ModePath): string =>
  directionOf(path) === 'import' ? path : customsMode(path)

/** Whether a way ends in a 报关单 instead of a 清单. */
export const isByEntry = (path: ModePath): boolean => path.endsWith('-entry')

/** The 监管方式 of a way by 清单; undefined for one by 报关单. */
export const listModeOf = (path: ModePath): ListMode | undefined =>
  isByEntry(path) ? undefined : ListMode.parse(modeOfPath(path))

/** 申报业务类型 that a way settles; undefined where goods and template decide, or there is no 清单. */
export const flagOfPath = (path: ModePath): 'A' | 'B' | undefined =>
  path === '9610-A' ? 'A' : path === '9610-B' ? 'B' : undefined
