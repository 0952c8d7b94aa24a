import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../../app/book'
import { useChanges } from '../../../app/useChanges'
import { useQueryState } from '../../../app/useQuery'
import { useText } from '../../../components/text'

/** What a 清单 marked 待更新 would say otherwise when it is built anew; a source may have changed in what it does not say. */
export function Outdated({ list }: { list: string }) {
  const { t } = useTranslation('declaration')
  const { t: words } = useTranslation('provenance')
  const show = useText()
  const port = useBook()
  const changes = useChanges('lists', 'goods', 'templates', 'enterprise', 'overlays')
  const { value, state } = useQueryState(async () => port.outdatedFields(list), `${list} ${changes}`)
  // What keeps it from being built anew is the most useful thing to say here.
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  if (!value) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={t(value.length === 0 ? 'source.outdatedSame' : 'source.outdated', { count: value.length })}
      description={
        value.length > 0 && (
          <ul className="face-list">
            {value.map(({ document, element, label, before, after, source }) => (
              <li key={`${document} ${element}`}>
                {`${document} ${show(label)} `}
                <code>{element}</code>
                {`: ${before || '—'} → ${after || '—'}`}
                {source && ` (${words(`record.${source.record}`)} ${source.field})`}
              </li>
            ))}
          </ul>
        )
      }
    />
  )
}
