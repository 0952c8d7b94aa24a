import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../app/book'
import { useAttempt } from '../../../app/useAttempt'
import { practiceMark } from '../../../components/save/practice-mark'
import { saveExcel } from '../../../components/save/save-excel'
import { useText } from '../../../components/text'
import type { TaxedRow } from '../../../data/port'
import { writtenKey, writtenPeriod } from '../words'

/** The list of taxed exports as a workbook, in the order of the screen. */
export function useTaxedSheet() {
  const { t } = useTranslation('rebateAfter')
  const show = useText()
  const { entry } = useSession()
  const act = useAttempt()
  const { message } = App.useApp()
  return async (rows: readonly TaxedRow[]) => {
    const text = (key: string, width = 18) => ({ title: t(`taxed.${key}`), width, kind: 'text' as const })
    const number = (key: string) => ({ title: t(`taxed.${key}`), width: 16, kind: 'number' as const })
    const saved = await act(() =>
      saveExcel(`${t('face.taxed')}.xlsx`, [
        {
          name: t('face.taxed').slice(0, 31),
          ...practiceMark(entry.kind),
          columns: [
            text('key', 26),
            text('name', 24),
            text('exportDate', 12),
            text('rule', 10),
            text('reason', 40),
            number('fobCny'),
            number('outputVat'),
            text('due', 12),
            text('state', 12),
            text('period', 10),
            text('certificateNo', 20),
            text('certificateOn', 12),
            text('todo', 40),
          ],
          rows: rows.map((row) => [
            writtenKey(row.key),
            row.name,
            row.exportDate,
            row.decidedBy,
            show(row.why),
            row.fobCny ?? '',
            row.outputVat ?? '',
            row.dueOn ?? row.dueMonth ?? '',
            t(`taxedState.${row.state}`),
            row.record.period === undefined ? '' : writtenPeriod(row.record.period),
            row.record.certificateNo ?? '',
            row.record.certificateOn ?? '',
            row.todo.map(show).join('; '),
          ]),
        },
      ]),
    )
    if (saved) void message.success(t('saved', { place: saved.shownPath }))
  }
}
