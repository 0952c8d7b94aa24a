import { SaveOutlined } from '@ant-design/icons'
import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { openRoom } from '../../../app/navigation'
import { useChanges } from '../../../app/useChanges'
import { useQueryState } from '../../../app/useQuery'
import { runWork, useWork } from '../../../app/work'
import type { BuildOptions, BuildSummary, Filter } from '../../../data/port'

type Gifts = NonNullable<BuildOptions['gifts']>

type BuildBarProps = {
  filter: Filter
  /** Rows are selected; otherwise everything the filter finds is built. */
  selected: boolean
  /** Orders in the list. */
  total: number
  onDone: (summary: BuildSummary) => void
}

/** 暂存: which template, what happens to gifts, and go. Nothing leaves the machine. */
export function BuildBar({ filter, selected, total, onDone }: BuildBarProps) {
  const { t } = useTranslation('declaration')
  const port = useBook()
  const changes = useChanges('templates')
  const { value: templates } = useQueryState(() => port.all('templates'), changes)
  const [template, setTemplate] = useState<string>()
  const [gifts, setGifts] = useState<Gifts>('fair-price')
  const busy = useWork(({ work }) => work !== undefined && work.state !== 'failed')
  if (templates?.length === 0) {
    return (
      <Alert
        type="warning"
        showIcon
        title={t('build.noTemplate')}
        action={<Button onClick={() => openRoom('templates')}>{t('build.openTemplates')}</Button>}
      />
    )
  }
  const chosen = template ?? templates?.find(({ record }) => record.isDefault)?.id ?? templates?.[0]?.id
  const build = async () => {
    const options: BuildOptions = { gifts, ...(chosen && { template: chosen }) }
    const summary = await runWork('build', (progress) => port.buildLists(filter, options, progress as never))
    if (summary) onDone(summary)
  }
  return (
    <div className="declaration-tools" role="toolbar" aria-label={t('build.tools')}>
      <label data-help="declaration.template">
        {t('build.template')}
        <Select
          aria-label={t('build.template')}
          className="build-template"
          value={chosen ?? null}
          onChange={setTemplate}
          options={templates?.map(({ id, record }) => ({
            value: id,
            label: record.isDefault ? t('build.default', { name: record.name }) : record.name,
          }))}
        />
      </label>
      <label data-help="declaration.gifts">
        {t('build.gifts')}
        <Select<Gifts>
          aria-label={t('build.gifts')}
          className="build-gifts"
          value={gifts}
          onChange={setGifts}
          options={[
            { value: 'fair-price', label: t('build.fairPrice') },
            { value: 'leave-out', label: t('build.leaveOut') },
          ]}
        />
      </label>
      <ActButton
        does="buildLists"
        type="primary"
        icon={<SaveOutlined />}
        disabled={busy || !chosen || total === 0}
        onClick={() => void build()}
      >
        {t(selected ? 'build.selected' : 'build.all')}
      </ActButton>
      <span className="declaration-note">{t('build.automatic')}</span>
    </div>
  )
}
