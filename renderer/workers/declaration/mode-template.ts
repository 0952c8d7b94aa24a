import { sourceFault, type BuildFault } from '#shared/declaration/build-fault'
import { modeTexts } from '#shared/declaration/modes/mode-texts'
import type { Sourced } from '#shared/declaration/sourced'
import { listModeOf, modeOfPath, type ModePath } from '#shared/model/mode'
import type { Template } from '#shared/model/template'
import { templateOf } from './sources'
import type { Sources } from './sources'

/**
 * The template a 清单 is built with: the one asked for, unless its order is to be declared in another mode. Then it is the
 * default or the only template of that mode; between several nothing is guessed.
 */
export function templateFor(
  sources: Sources,
  orderNo: string,
  path: ModePath | undefined,
  asked?: string,
): { template: Sourced<Template>; fault?: undefined } | { template?: undefined; fault: BuildFault } {
  const chosen = templateOf(sources, asked)
  if (path === undefined) return { template: chosen }
  const source = { record: 'order', key: orderNo, field: 'mode' } as const
  const mode = listModeOf(path)
  if (mode === undefined) return { fault: sourceFault(modeTexts.byEntry, source, modeOfPath(path)) }
  if (chosen.value.tradeMode === mode) return { template: chosen }
  const fitting = [...sources.templates.values()].filter(({ value }) => value.tradeMode === mode)
  const found = fitting.length === 1 ? fitting[0] : fitting.find(({ value }) => value.isDefault)
  if (found) return { template: found }
  const words = fitting.length === 0 ? modeTexts.noTemplate : modeTexts.manyTemplates
  return { fault: sourceFault(words, source, mode) }
}
