import { FileAddOutlined } from '@ant-design/icons'
import { Alert, Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tableOf } from '#shared/ceb/tables'
import { stepOf } from '#shared/protocol/transmitters'
import type { ChainMessage } from '#shared/protocol/transmitters'
import { statusWords } from '#shared/protocol/status'
import { ActButton } from '../ActButton'
import { useText } from '../../components/text'
import type { MessagesRead } from '../../data/port'
import { useBook } from '../book'
import { useAct } from '../useAct'
import { MessageTemplates } from './MessageTemplates'

/** 215 stands beside the chain of a 清单: it is of a return. */
const nameOf = (message: MessagesRead['refused'][number]['message']) =>
  message === 'CEB215' ? tableOf(message).label : stepOf(message).name

function Result({ read }: { read: MessagesRead }) {
  const { t } = useTranslation('read-messages')
  const show = useText()
  const { messages, ticked, refused, unmatched, unread } = read
  const { tallied, taxBills, deliveries, customsEntries, ignored } = read
  const counts = { tallied, taxBills, deliveries, customsEntries, ignored }
  return (
    <>
      <p>{t('messages', { count: messages })}</p>
      <ul>
        {(Object.entries(ticked) as [ChainMessage, number][]).map(([message, count]) => (
          <li key={message}>{t('ticked', { name: show(stepOf(message).name), message, count })}</li>
        ))}
        {(Object.keys(counts) as (keyof typeof counts)[])
          .filter((key) => counts[key] > 0)
          .map((key) => (
            <li key={key}>{t(key, { count: counts[key] })}</li>
          ))}
      </ul>
      {refused.map(({ message, number, code, info }) => (
        <Alert
          key={`${message} ${number} ${code}`}
          type="warning"
          showIcon
          title={t('refused', { name: show(nameOf(message)), number, words: show(statusWords(code)) })}
          description={`${info} ${t('refusedFix')}`}
        />
      ))}
      {unmatched.length > 0 && (
        <Alert type="info" showIcon title={t('unmatched')} description={unmatched.join(' ')} />
      )}
      {unread.map(({ file, text }) => (
        <Alert key={file} type="error" showIcon title={t('unread', { file })} description={show(text)} />
      ))}
    </>
  )
}

/** Read message files of other parties: what they transmitted, 电子税单, 入库明细; what came of it is told. */
export function ReadMessages() {
  const { t } = useTranslation('read-messages')
  const port = useBook()
  const { refuse } = useAct()
  const chosen = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [read, setRead] = useState<MessagesRead>()
  const take = async (files: File[]) => {
    if (files.length === 0) return
    setBusy(true)
    try {
      setRead(await port.readMessages(files))
    } catch (error) {
      refuse(error)
    } finally {
      setBusy(false)
      if (chosen.current) chosen.current.value = ''
    }
  }
  return (
    <>
      <input
        ref={chosen}
        type="file"
        multiple
        hidden
        accept=".xml,.txt,.xlsx"
        data-read-messages
        onChange={({ target }) => void take([...(target.files ?? [])])}
      />
      <ActButton
        does="readMessages"
        icon={<FileAddOutlined />}
        loading={busy}
        data-help="read-messages.read"
        onClick={() => chosen.current?.click()}
      >
        {t('read')}
      </ActButton>
      <MessageTemplates />
      {read && (
        <Modal
          open
          title={t('result')}
          footer={
            <Button type="primary" onClick={() => setRead(undefined)}>
              {t('close')}
            </Button>
          }
          onCancel={() => setRead(undefined)}
        >
          <Result read={read} />
        </Modal>
      )}
    </>
  )
}
