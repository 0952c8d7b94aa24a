import { Alert, Spin } from 'antd'
import { useTranslation } from 'react-i18next'
import { useBook, useSession } from '../../../app/book'
import type { ViewProps } from '../../../app/room'
import { useQueryState } from '../../../app/useQuery'
import { useText } from '../../../components/text'
import { useCodeBook } from '../../../components/useCodeBook'
import { useFilingChanges } from '../useParties'
import { PartyRecord } from './PartyRecord'
import '../../../styles/faces.css'
import '../filing.css'

/** One master as a tab: a stored one by its key, a copy of one, or a new one. */
export function PartyTab({ params }: ViewProps) {
  const { t } = useTranslation('filing')
  const show = useText()
  const port = useBook()
  const { entry } = useSession()
  const codes = useCodeBook()
  const changes = useFilingChanges()
  const asked = params['key'] ?? params['copy']
  const { value, state } = useQueryState(
    async () => ({ view: asked === undefined ? undefined : await port.party(asked) }),
    `${asked ?? ''} ${changes}`,
  )
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  if (!codes || !value) return <Spin description={t('loading')} />
  if (asked !== undefined && !value.view) return <Alert type="warning" showIcon title={t('gone')} />
  return (
    <PartyRecord
      params={params}
      codes={codes}
      practice={entry.kind === 'practice'}
      view={params['key'] === undefined ? undefined : value.view}
      source={value.view}
    />
  )
}
