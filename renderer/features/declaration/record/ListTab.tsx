import { Alert, Spin, Tabs } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../../app/book'
import { titleTab } from '../../../app/navigation'
import { SubjectNote } from '../../../app/note/SubjectNote'
import { messagesOf } from '#shared/declaration/dossier-messages'
import type { ViewProps } from '../../../app/room'
import { useChanges } from '../../../app/useChanges'
import { useQueryState } from '../../../app/useQuery'
import { useText } from '../../../components/text'
import { Timeline } from '../../../components/Timeline'
import { useCodeBook } from '../../../components/useCodeBook'
import type { ListTimeline, SealedRecord, Stored } from '../../../data/port'
import { Chain } from './Chain'
import { DocumentFields } from './DocumentFields'
import { LineTable } from './LineTable'
import { ListHead } from './ListHead'
import { ListTaxes } from './ListTaxes'
import { Partners } from './Partners'
import { Replacements } from './Replacements'
import { RetailEstimate } from './RetailEstimate'
import { Sources } from './Sources'
import '../../../styles/faces.css'

/** One 清单 as a whole: head, lines, the documents that go with it, and everything that happened to it. */
export function ListTab({ params }: ViewProps) {
  const { t } = useTranslation('declaration')
  const show = useText()
  const port = useBook()
  const codes = useCodeBook()
  const changes = useChanges('lists', 'departures', 'goods', 'templates', 'enterprise', 'overlays')
  const id = params['id'] ?? ''
  const { value, state } = useQueryState(async () => {
    const stored = (await port.get('lists', id)) as Stored<SealedRecord<'lists'>> | undefined
    return { stored, timeline: stored && ((await port.timeline(id)) as ListTimeline) }
  }, `${changes} ${id}`)
  const copNo = value?.stored?.record.list.copNo
  useEffect(() => {
    if (copNo) titleTab('lists/record', params, copNo)
  }, [copNo, params])
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  if (!value) return <Spin />
  if (!value.stored || !value.timeline) return <Alert type="warning" showIcon title={t('record.gone')} />
  const { stored, timeline } = value
  const { list } = stored.record
  const { inventory } = list.documents
  const { inventory: message } = messagesOf(list)
  return (
    <div className="list-tab">
      <ListHead stored={stored} timeline={timeline} />
      <Replacements list={id} />
      <SubjectNote fact={id} act="list.note" />
      <Tabs
        size="small"
        items={[
          {
            key: 'head',
            label: t('record.head'),
            children: <DocumentFields message={message} values={inventory.head} codes={codes} />,
          },
          {
            key: 'lines',
            label: t('record.lines', { count: inventory.lines?.length ?? 0 }),
            children: <LineTable message={message} lines={inventory.lines ?? []} codes={codes} />,
          },
          {
            key: 'partners',
            label: t('record.partners'),
            children: <Partners list={list} documents={timeline.documents} codes={codes} />,
          },
          {
            key: 'sources',
            label: t('source.title'),
            children: <Sources stored={stored} outdated={timeline.outdated} codes={codes} />,
          },
          ...(list.retail
            ? [
                {
                  key: 'retail',
                  label: t('retail.title'),
                  children: (
                    <>
                      <RetailEstimate retail={list.retail} />
                      <ListTaxes list={id} />
                    </>
                  ),
                },
              ]
            : []),
          {
            key: 'chain',
            label: t('record.chain'),
            children: <Chain list={id} />,
          },
          {
            key: 'timeline',
            label: t('record.timeline'),
            children: <Timeline attempts={timeline.attempts} />,
          },
        ]}
      />
    </div>
  )
}
