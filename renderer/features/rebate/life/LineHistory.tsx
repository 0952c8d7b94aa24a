import { Alert, Spin } from 'antd'
import { useTranslation } from 'react-i18next'
import { stateOf } from '#shared/rebate/life/states'
import { useBook } from '../../../app/book'
import { useQueryState } from '../../../app/useQuery'
import { groupDigits } from '../../../components/numbers'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import { useRebateChanges } from '../changes'
import { stateTones, writtenKey } from '../words'

/** Everything that happened to one line, oldest first; words of the tax office stand as they came. */
export function LineHistory({ line }: { line: string }) {
  const { t } = useTranslation('rebate')
  const show = useText()
  const port = useBook()
  const { value, state } = useQueryState(() => port.rebateHistory(line), `${useRebateChanges()} ${line}`)
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  if (!value) return <Spin />
  return (
    <article className="face-detail" aria-label={writtenKey(line)}>
      <h2>
        {writtenKey(line)} <StateTag tone={stateTones[value.state]}>{t(`state.${value.state}`)}</StateTag>
      </h2>
      <ol className="rebate-history">
        {value.history.map(({ event, on, by, text, amount }, at) => (
          <li key={`${at} ${event}`}>
            <b>{t(`event.${event}`)}</b>{' '}
            <StateTag tone="neutral">{t(`state.${stateOf(value.history.slice(0, at + 1)).state}`)}</StateTag>{' '}
            <span className="face-note">{`${on} ${by}`}</span>
            {amount !== undefined && <b> {groupDigits(amount)}</b>}
            {text && <p>{text}</p>}
          </li>
        ))}
      </ol>
      {value.history.length === 0 && <p className="face-note">{t('life.nothing')}</p>}
    </article>
  )
}
