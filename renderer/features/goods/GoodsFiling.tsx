import { useTranslation } from 'react-i18next'
import { Goods } from '#shared/model/goods'
import { fieldMeta } from '#shared/model/field'
import { useBook } from '../../app/book'
import { FilingVersions } from '../../app/versions/FilingVersions'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { StateTag, type StateTone } from '../../components/StateTag'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import type { FilingView } from '../../data/port'
import '../../styles/faces.css'

const tones: Partial<Record<FilingView['stage'], StateTone>> = {
  done: 'good',
  rejected: 'bad',
  attention: 'bad',
  cancelled: 'neutral',
}

/** 商品备案 of one of the goods: how its last filing went, and in what the master differs from it since. */
export function GoodsFiling({ goods }: { goods: Goods }) {
  const { t } = useTranslation('goods')
  const { t: words } = useTranslation('provenance')
  const show = useText()
  const port = useBook()
  const changes = useChanges('goods', 'outbox', 'batches', 'receipts')
  const { value } = useQueryState(async () => port.filings('goods', [goods.sku]), `${goods.sku} ${changes}`)
  const [last] = value ?? []
  if (!value) return null
  const { record: _record, kind: _kind, overrides: _overrides, ...now } = goods
  const differing = last
    ? (Object.keys({ ...now, ...last.content.head }) as (keyof typeof now)[]).filter(
        (field) => (now[field] ?? '') !== (last.content.head[field] ?? ''),
      )
    : []
  const labelOf = (field: keyof typeof now): string => {
    const meta = fieldMeta(Goods.shape[field])
    return meta ? show(meta) : field
  }
  return (
    <section className="face-card" aria-label={t('file.title')} data-help="goods.filing">
      <h2>
        {t('file.title')}{' '}
        {last && <StateTag tone={tones[last.stage] ?? 'running'}>{t(`file.stage.${last.stage}`)}</StateTag>}
        {last && (
          <small>
            {[
              t('file.attempt', { attempt: last.attempt }),
              showTime(last.queuedAt),
              last.version !== undefined && t('file.version', { version: last.version }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        )}
      </h2>
      {!last && <p className="face-note">{t('file.never')}</p>}
      {last?.reason && <p className="face-error">{show(last.reason.text)}</p>}
      {last?.stage === 'attention' && last.reason?.code === 'version-differs' && (
        <FilingVersions
          kind="goods"
          id={goods.sku}
          labelOf={(field) => fieldMeta(Goods.shape[field as keyof typeof now]) ?? { zh: field, en: field }}
          shown={(_field, value) => value}
        />
      )}
      {differing.length > 0 && (
        <p>
          <StateTag tone="waiting">{words('moved')}</StateTag>{' '}
          {t('file.differs', { fields: differing.map(labelOf).join(t('file.and')) })}
        </p>
      )}
    </section>
  )
}
