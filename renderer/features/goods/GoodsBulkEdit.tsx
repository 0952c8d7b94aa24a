import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useBulkEdit } from '../../app/useBulkEdit'
import { BulkEdit, type BulkField } from '../../components/BulkEdit'
import { useCodeBook } from '../../components/useCodeBook'
import type { Filter } from '../../data/port'
import { flagOptions, inputOf, labelOf, type GoodsField } from './fields'

/** Fields that many goods share; what names one piece is edited one by one. */
const shared: readonly GoodsField[] = [
  'statisticsFlag',
  'gcode',
  'gname',
  'itemName',
  'gmodel',
  'unit',
  'unit1',
  'perUnit1',
  'unit2',
  'perUnit2',
  'netWeight',
  'grossWeight',
  'barCode',
  'fairPrice',
  'fairCurrency',
  'licence',
  'inspection',
  'exportDuty',
  'rebate',
]

type BulkProps = { open: boolean; filter: Filter; rows: number; onClose: () => void }

/** 批量修改 of goods: preview of what changes and what would break, then one act that can be undone. */
export function GoodsBulkEdit({ open, filter, rows, onClose }: BulkProps) {
  const { t } = useTranslation('goods')
  const codes = useCodeBook()
  const fields = useMemo(
    () =>
      shared.map((field): BulkField => {
        if (field === 'statisticsFlag') return { key: field, title: labelOf(field), options: flagOptions }
        const input = codes && inputOf(field, codes)
        if (input?.kind === 'choice') return { key: field, title: labelOf(field), options: input.options }
        if (input?.kind !== 'code') return { key: field, title: labelOf(field) }
        const options = input.entries.map(({ code, name }) => {
          const label = `${code} ${name}`
          return { value: code, label: { zh: label, en: label } }
        })
        return { key: field, title: labelOf(field), options }
      }),
    [codes],
  )
  const { preview, apply } = useBulkEdit('goods', filter, { edit: t('bulk'), undo: t('bulkUndo') })
  return (
    <BulkEdit open={open} onClose={onClose} rows={rows} fields={fields} preview={preview} apply={apply} />
  )
}
