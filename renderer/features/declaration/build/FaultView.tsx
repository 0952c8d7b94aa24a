import { Button, Empty } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../../app/book'
import { openTab } from '../../../app/navigation'
import { useChanges } from '../../../app/useChanges'
import { useQueryState } from '../../../app/useQuery'
import { FindingList } from '../../../components/FindingList'
import { groupDigits } from '../../../components/numbers'
import { useText } from '../../../components/text'
import type { RefusalView } from '../../../data/port'
import { canJump, jumpTo } from '../jump'
import { findingsOf } from './findings'

const perPage = 20

function RefusedOrder({ refusal }: { refusal: RefusalView }) {
  const { t } = useTranslation('declaration')
  const port = useBook()
  const { order, orderNo, faults } = refusal
  return (
    <section className="refused-order" aria-label={t('faults.order', { orderNo })}>
      <h3>
        <Button
          type="link"
          size="small"
          onClick={() => openTab({ view: 'orders/record', params: { id: order }, title: orderNo })}
        >
          {t('faults.order', { orderNo })}
        </Button>
      </h3>
      <FindingList
        findings={findingsOf(faults)}
        onJump={({ id }) => {
          const { source } = faults[Number(id)]!
          if (canJump(source.record)) void jumpTo(port, source.record, source.key)
        }}
      />
    </section>
  )
}

/** Orders no 清单 could be made of: rule by rule, with every fault, where it is mended, and the way there. */
export function FaultView() {
  const { t } = useTranslation('declaration')
  const show = useText()
  const port = useBook()
  const changes = useChanges('overlays', 'lists', 'facts')
  const [rule, setRule] = useState<string>()
  const [most, setMost] = useState(perPage)
  const { value } = useQueryState(
    () => port.refusals({ offset: 0, limit: most, ...(rule && { rule }) }),
    `${changes} ${rule} ${most}`,
  )
  if (!value) return null
  if (value.rules.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('faults.none')} />
  }
  return (
    <div className="faults">
      <div className="declaration-tools" role="group" aria-label={t('faults.rules')}>
        <Button size="small" type={rule ? 'default' : 'primary'} onClick={() => setRule(undefined)}>
          {t('faults.all')}
        </Button>
        {value.rules.map((one) => (
          <Button
            key={one.rule}
            size="small"
            type={rule === one.rule ? 'primary' : 'default'}
            aria-pressed={rule === one.rule}
            onClick={() => setRule(one.rule)}
          >
            {show(one.message)} <b>{groupDigits(String(one.count))}</b>
          </Button>
        ))}
      </div>
      {value.rows.map((refusal) => (
        <RefusedOrder key={refusal.order} refusal={refusal} />
      ))}
      {value.rows.length < value.total && (
        <Button onClick={() => setMost(most + perPage)}>
          {t('faults.more', { shown: value.rows.length, total: value.total })}
        </Button>
      )}
    </div>
  )
}
