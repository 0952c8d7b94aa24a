import { Alert, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { numberOf } from '#shared/protocol/keys'
import { ActButton } from '../../../app/ActButton'
import { useBook, useSession } from '../../../app/book'
import type { ViewProps } from '../../../app/room'
import { useChanges } from '../../../app/useChanges'
import { useQueryState } from '../../../app/useQuery'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import { showTime } from '../../../components/time'
import type { PackedDocument } from '../../../data/port'
import { shortId } from '../states'
import { useActing } from '../useActing'
import '../file/file.css'
import { saveCheck } from './making'

/** What has no receipt yet, then what was sent back, then the rest; each in the order of the lists. */
const urgency = ({ code }: PackedDocument) => (code === '' ? 0 : /^(-|100$)/.test(code) ? 1 : 2)
const urgentFirst = (documents: readonly PackedDocument[]) =>
  [...documents].sort((a, b) => urgency(a) - urgency(b))

/** A pack beside the real receipts that came since: each document with its code and words, to keep as PDF or Excel. */
export function PackDetail({ params }: ViewProps) {
  const { t } = useTranslation('outage')
  const show = useText()
  const port = useBook()
  const session = useSession()
  const id = params['id'] ?? ''
  const changes = useChanges('outbox', 'receipts')
  const { value, state } = useQueryState(() => port.outagePack(id), `${id} ${changes}`)
  const { busy, act } = useActing()
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  if (!value) return null
  const { pack, documents } = value
  const answered = documents.filter(({ code }) => code !== '').length
  const save = (form: 'pdf' | 'xlsx') =>
    act(() => saveCheck(form, session, pack, documents as PackedDocument[], t('checkName')))
  return (
    <div className="carry" data-view="queue/pack">
      <div className="carry-head">
        <h1>{t('tab', { time: showTime(pack.at) })}</h1>
        <span className="carry-note">{t('by', { who: pack.who, why: pack.why })}</span>
      </div>
      <div className="carry-acts">
        <StateTag tone={answered === documents.length ? 'good' : 'waiting'}>
          {t('answered', { answered, documents: documents.length })}
        </StateTag>
        <ActButton does="print.pdf" loading={busy} onClick={() => void save('pdf')}>
          {t('pdf')}
        </ActButton>
        <ActButton does="files.saveAs" loading={busy} onClick={() => void save('xlsx')}>
          {t('excel')}
        </ActButton>
      </div>
      <p className="carry-note">{t('file', { path: pack.shownPath, sha256: pack.sha256 })}</p>
      <Table<PackedDocument>
        size="small"
        rowKey={({ message, businessKey }) => `${message} ${businessKey}`}
        dataSource={urgentFirst(documents as PackedDocument[])}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        columns={[
          { key: 'copNo', title: t('document.copNo'), width: 200, dataIndex: 'copNo' },
          {
            key: 'message',
            title: t('document.message'),
            width: 110,
            render: (_, one) => t(`queue:message.${one.message}`, one.message),
          },
          { key: 'key', title: t('document.key'), render: (_, one) => numberOf(one.businessKey) },
          {
            key: 'batch',
            title: t('document.batch'),
            width: 90,
            render: (_, one) => <code>{shortId(one.batchId)}</code>,
          },
          {
            key: 'receipt',
            title: t('document.receipt'),
            width: 190,
            render: (_, one) =>
              one.code === '' ? <StateTag tone="waiting">{t('noReceipt')}</StateTag> : show(one.words),
          },
          {
            key: 'at',
            title: t('document.at'),
            width: 150,
            render: (_, one) => (one.at ? showTime(one.at) : ''),
          },
        ]}
      />
    </div>
  )
}
