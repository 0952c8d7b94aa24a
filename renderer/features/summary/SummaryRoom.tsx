import { Alert, Empty, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewProps } from '../../app/room'
import type { Grouping } from '#shared/summary/keys'
import { useText } from '../../components/text'
import { Applications } from './Applications'
import { Choice } from './Choice'
import { Preview } from './Preview'
import { useMonths } from './useMonths'
import '../../styles/faces.css'
import './summary.css'

const faces = ['preview', 'applications'] as const
type Face = (typeof faces)[number]

/** 月末汇总: the 报关单 a month will become, the application for it, and what customs made of it. */
export function SummaryRoom({ params }: Partial<ViewProps>) {
  const { t } = useTranslation('summary')
  const show = useText()
  const { months, state, changes } = useMonths()
  const [face, setFace] = useState<Face>('preview')
  // A number that was searched for leads to where it stands.
  const found = params?.['id']
  const [shown, setShown] = useState<string>()
  if (found && found !== shown) {
    setShown(found)
    setFace('applications')
  }
  const [chosen, setChosen] = useState<string>()
  const [grouping, setGrouping] = useState<Grouping>({ summaryFlag: '2', itemNameFlag: '1' })
  const period = chosen ?? months?.find(({ open }) => open > 0)?.period ?? months?.[0]?.period
  return (
    <div className="summary" data-room="summary" data-help="summary.room">
      <div className="face-tools" role="toolbar" aria-label={t('tools')}>
        <Segmented<Face>
          aria-label={t('faces')}
          value={face}
          onChange={setFace}
          options={faces.map((one) => ({ value: one, label: t(`face.${one}`) }))}
        />
        {face === 'preview' && (
          <Choice
            months={months ?? []}
            period={period}
            grouping={grouping}
            onPeriod={setChosen}
            onGrouping={setGrouping}
          />
        )}
      </div>
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      {face === 'applications' && <Applications found={found} />}
      {face === 'preview' && period && (
        <Preview
          choice={{ period, grouping }}
          version={`${changes} ${period} ${grouping.summaryFlag}${grouping.itemNameFlag}`}
          onApplied={() => setFace('applications')}
        />
      )}
      {face === 'preview' && months?.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('noMonths')} />
      )}
    </div>
  )
}
