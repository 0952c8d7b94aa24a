import { CopyOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { TotalsBar } from '../TotalsBar'
import { ColumnChooser } from './ColumnChooser'
import { rangeOf, useGrid, type Hint as HintState } from './context'
import { isSingle } from './range'
import type { GridColumn, GridLayout, GridProps } from './types'

type GridFooterProps = {
  total: number
  totals: GridProps['totals']
  columns: readonly GridColumn[]
  layout: GridLayout
  onLayout: (layout: GridLayout) => void
  onResetLayout: () => void
  onCopy: () => void
}

/** The sentence of a hint; what was skipped or folded is only said when something was. */
function hintText(t: TFunction, { key, params = {} }: HintState): string {
  const parts = [t(`hint.${key}`, params)]
  for (const extra of ['folded', 'skipped'] as const) {
    if (Number(params[extra] ?? 0) > 0) parts.push(t(`hint.${extra}`, params))
  }
  return parts.join(t('hint.join'))
}

function Hint() {
  const { model } = useGrid()
  const { t } = useTranslation('grid')
  const hint = useStore(model, (state) => state.hint)
  return (
    <span role="status" className={`grid-hint grid-hint-${hint?.level ?? 'normal'}`}>
      {hint && hintText(t, hint)}
    </span>
  )
}

/** Size of the marked block; one cell says nothing. */
function RangeSize() {
  const { model } = useGrid()
  const { t } = useTranslation('grid')
  const size = useStore(model, (state) => {
    const range = rangeOf(state)
    return range && !isSingle(range)
      ? `${range.bottom - range.top + 1}×${range.right - range.left + 1}`
      : undefined
  })
  return size ? <span className="totals-label">{t('range', { size })}</span> : null
}

/** Bottom line of every grid: totals, what the last act did, and the tools of the grid. */
export function GridFooter({
  total,
  totals,
  columns,
  layout,
  onLayout,
  onResetLayout,
  onCopy,
}: GridFooterProps) {
  const { t } = useTranslation('grid')
  return (
    <div className="grid-footer">
      <TotalsBar filter={totals?.filter ?? { rows: total }} selection={totals?.selection} />
      <span className="grid-footer-space" />
      <Hint />
      <RangeSize />
      <Button
        type="text"
        size="small"
        icon={<CopyOutlined />}
        aria-label={t('copyWithHeaders')}
        title={`${t('copyWithHeaders')} (Ctrl+Shift+C)`}
        onClick={onCopy}
      />
      <ColumnChooser columns={columns} layout={layout} onChange={onLayout} onReset={onResetLayout} />
    </div>
  )
}
