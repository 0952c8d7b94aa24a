import { z } from 'zod'

/** 监管方式 of a 清单 of goods that leave the country. */
export const exportModes = ['9610', '1210', '9710', '9810'] as const
export const ExportMode = z.enum(exportModes)
export type ExportMode = z.infer<typeof ExportMode>

/**
 * Every way an order can leave that is prepared here: 监管方式 and document. `9610-A`, `9610-B`: 简化 and 汇总. What ends in
 * `entry` goes by 报关单, which is made outside and recorded here; 一般贸易 (0110) has no other way.
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
] as const
export const ModePath = z.enum(modePaths)
export type ModePath = z.infer<typeof ModePath>

/** 监管方式 of a way. */
export const modeOfPath = (path: ModePath): string => path.slice(0, 4)

/** Whether a way ends in a 报关单 instead of a 清单. */
export const isByEntry = (path: ModePath): boolean => path.endsWith('-entry')

/** The 监管方式 of a way by 清单; undefined for one by 报关单. */
export const listModeOf = (path: ModePath): ExportMode | undefined =>
  isByEntry(path) ? undefined : ExportMode.parse(modeOfPath(path))

/** 申报业务类型 that a way settles; undefined where goods and template decide, or there is no 清单. */
export const flagOfPath = (path: ModePath): 'A' | 'B' | undefined =>
  path === '9610-A' ? 'A' : path === '9610-B' ? 'B' : undefined
