import { LockOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StateTag } from '../StateTag'
import { showTime } from '../time'
import { SourceTag } from './SourceTag'
import type { FieldSource } from './types'
import './provenance.css'

type Props = {
  source: FieldSource
  /** A value as people read it: a code with its name. */
  shown: (value: string) => string
}

/** Under a field: where its value comes from, and 手改, 恢复来源 or 按来源更新 beside it. */
export function FieldSourceLine({ source, shown }: Props) {
  const { t } = useTranslation('provenance')
  const { standing, derived, override, onOpen, onOverride, onFollow } = source
  // The line stands at the field it is about; the name the source has for it tells nothing more.
  const { field: _field, ...record } = derived.source
  const now = shown(derived.value) || t('none')
  const button = (words: string, run: () => void): ReactNode => (
    // Enter goes from field to field; Tab reaches these.
    <Button type="link" size="small" className="source-open" onClick={run}>
      {words}
    </Button>
  )
  return (
    <div className="source-line" data-standing={standing} data-help="provenance.field">
      {standing === 'derived' && <LockOutlined aria-label={t('locked')} title={t('locked')} />}
      {standing === 'by-hand' && <StateTag tone="waiting">{t('byHand')}</StateTag>}
      {standing === 'moved' && <StateTag tone="bad">{t('moved')}</StateTag>}
      <SourceTag source={record} onOpen={onOpen} />
      {standing === 'open' && (
        <>
          <span>{now}</span>
          {button(t('fill'), onFollow)}
        </>
      )}
      {standing === 'by-hand' && override && (
        <span title={`${override.by} ${showTime(override.at)}`}>
          {t('instead', { derived: shown(override.derived) || t('none'), reason: override.reason })}
        </span>
      )}
      {standing === 'moved' && <span>{t('now', { value: now })}</span>}
      {standing === 'by-hand' && button(t('takeBack'), onFollow)}
      {standing === 'moved' && button(t('update'), onFollow)}
      {standing !== 'open' && button(t(standing === 'moved' ? 'keep' : 'override'), onOverride)}
    </div>
  )
}
