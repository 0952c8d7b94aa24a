import { sourceFault, type BuildFault } from '#shared/declaration/build-fault'
import { modeTexts } from '#shared/declaration/modes/mode-texts'
import type { Sourced } from '#shared/declaration/sourced'
import { directionOf, listModeOf, modeOfPath } from '#shared/model/mode'
import type { Template } from '#shared/model/template'
import type { OrderInput } from './order-inputs'
import { templateOf } from './sources'
import type { Sources } from './sources'

/**
 * The template a 清单 is built with: the one asked for, unless its order is to be declared in another mode or goes the
 * other direction. Then it is the default or the only template that fits; between several nothing is guessed.
 */
export function templateFor(
  sources: Sources,
  { orders, path }: Pick<OrderInput, 'orders' | 'path'>,
  asked?: string,
): { template: Sourced<Template>; fault?: undefined } | { template?: undefined; fault: BuildFault } {
  const chosen = templateOf(sources, asked)
  const { orderNo = '', direction = 'export' } = orders[0]?.value ?? {}
  const source = { record: 'order', key: orderNo, field: 'mode' } as const
  const mode = path && listModeOf(path)
  if (path && !mode) return { fault: sourceFault(modeTexts.byEntry, source, modeOfPath(path)) }
  const fits = ({ value: { tradeMode } }: Sourced<Template>) =>
    mode ? tradeMode === mode : directionOf(tradeMode) === direction
  if (fits(chosen)) return { template: chosen }
  const fitting = [...sources.templates.values()].filter(fits)
  const found = fitting.length === 1 ? fitting[0] : fitting.find(({ value }) => value.isDefault)
  if (found) return { template: found }
  const words = fitting.length === 0 ? modeTexts.noTemplate : modeTexts.manyTemplates
  return { fault: sourceFault(words, source, mode ?? direction) }
}
