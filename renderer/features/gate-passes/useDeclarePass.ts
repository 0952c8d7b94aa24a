import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../app/book'
import { openRoom } from '../../app/navigation'
import { useAct } from '../../app/useAct'
import { runWork } from '../../app/work'
import type { GatePassView } from '../../data/port'

/** Build the 清单 of a 核放单 from its orders as 1210: nothing is typed again. */
export function useDeclarePass(): (pass: GatePassView) => Promise<void> {
  const { t } = useTranslation('gate-passes')
  const port = useBook()
  const { refuse } = useAct()
  return useCallback(
    async ({ record }) => {
      const why = t('why', { passNo: record.passNo })
      const open = { ids: record.orders, where: [{ column: 'copNo', is: 'empty' as const }] }
      try {
        await port.bulkEdit('orders', open, { mode: '1210' }, why)
        const summary = await runWork('build', (progress) => port.buildLists(open, {}, progress as never))
        if (summary) openRoom('lists', { face: summary.refused > 0 ? 'faults' : 'lists' })
      } catch (error) {
        refuse(error)
      }
    },
    [port, refuse, t],
  )
}
