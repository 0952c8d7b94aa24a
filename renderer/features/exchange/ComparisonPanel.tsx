import { DiffOutlined } from '@ant-design/icons'
import { Alert } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { groupDigits } from '../../components/numbers'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import type { Comparison } from '../../data/port'
import { ComparisonTable } from './ComparisonTable'
import { useActing } from './useActing'

/** Everything the single window knows of this enterprise against what this book knows, counted and named. */
export function ComparisonPanel() {
  const { t } = useTranslation('queue')
  const show = useText()
  const port = useBook()
  const { busy, act } = useActing()
  const [result, setResult] = useState<{ at: string; comparison: Comparison }>()
  const compare = async () => {
    // What was true a while ago must not be taken for the answer.
    setResult(undefined)
    const comparison = (await port.compareWithService()) as Comparison
    setResult({ at: new Date().toISOString(), comparison })
  }
  const comparison = result?.comparison
  const number = (n: number) => groupDigits(String(n))
  return (
    <section className="queue-card" aria-label={t('compare.title')} data-help="queue.compare">
      <div className="queue-line">
        <h2>{t('compare.title')}</h2>
        <span className="queue-note">
          {result ? t('compare.at', { time: showTime(result.at) }) : t('compare.what')}
        </span>
        <span className="queue-space" />
        <ActButton
          does="compareWithService"
          icon={<DiffOutlined />}
          loading={busy}
          onClick={() => void act(compare)}
        >
          {t('compare.button')}
        </ActButton>
      </div>
      {comparison && !comparison.ok && (
        <Alert
          type="warning"
          showIcon
          title={t('compare.failed', { text: show(comparison.reason.text) })}
          description={comparison.reason.fix && show(comparison.reason.fix)}
        />
      )}
      {comparison?.ok && (
        <>
          <Alert
            type={comparison.differences.length === 0 ? 'success' : 'error'}
            showIcon
            data-testid="compare-verdict"
            title={
              comparison.differences.length === 0
                ? t('compare.agrees', { count: comparison.compared, number: number(comparison.compared) })
                : t('compare.differs', {
                    number: number(comparison.compared),
                    differences: number(comparison.differences.length),
                  })
            }
          />
          <ComparisonTable byState={comparison.byState} differences={comparison.differences} />
        </>
      )}
    </section>
  )
}
