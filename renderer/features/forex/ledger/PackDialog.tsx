import { Alert, Modal } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import type { Filter } from '../../../data/port'
import { useForexChanges } from '../changes'
import { PackMaker } from '../credit/evidence/PackMaker'
import { creditTitle } from './title'

/** A pack is read by a person; of more receipts several are made. */
const most = 200

/** One 证据包 over several receipts: papers they share stand in it once. */
export function PackDialog({ credits, onClose }: { credits: Filter; onClose: () => void }) {
  const { t } = useTranslation('forex')
  const port = useBook()
  const { value } = useQueryState(
    () => port.forexPage({ table: 'credits', filter: credits, offset: 0, limit: most }),
    useForexChanges(),
  )
  const rows = useMemo(() => value?.rows ?? [], [value])
  const checked = useMemo(() => rows.flatMap(({ id, result }) => (result === '' ? [] : [id])), [rows])
  const papers = useMemo(
    () => ({
      creditAdvice: checked,
      order: rows.flatMap(({ orders }) => orders),
      settlement: rows.flatMap(({ settlements }) => settlements),
    }),
    [checked, rows],
  )
  const unchecked = rows.filter(({ result }) => result === '')
  const tooMany = (value?.total ?? 0) > most
  return (
    <Modal
      open
      title={t('pack.several', { count: checked.length })}
      footer={null}
      width="min(980px, 96vw)"
      onCancel={onClose}
    >
      {tooMany && <Alert type="warning" showIcon title={t('pack.tooMany', { most })} />}
      {unchecked.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('pack.unchecked', { count: unchecked.length })}
          description={unchecked.slice(0, 10).map(creditTitle).join(' · ')}
        />
      )}
      <PackMaker credits={tooMany ? [] : checked} papers={papers} />
    </Modal>
  )
}
