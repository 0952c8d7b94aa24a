import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { useAct } from '../../app/useAct'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { readNumbers } from '../../components/pasted-numbers'
import type { SealedRecord, Stored } from '../../data/port'

const key = 'copNo.reserved'

/** Own numbers that an older system gave out: pasted here, they are never given out again. */
export function ReservedNumbers() {
  const { t } = useTranslation('desks')
  const port = useBook()
  const { act } = useAct()
  const version = useChanges('settings')
  const [text, setText] = useState<string>()
  const { value: stored } = useQueryState(async () => {
    const all = (await port.all('settings')) as Stored<SealedRecord<'settings'>>[]
    return all.find(({ record }) => record.key === key)
  }, version)
  const known = (stored?.record.value ?? []) as string[]
  const save = async () => {
    const numbers = [...readNumbers(text ?? '').numbers]
    await act({
      name: 'settings.save',
      why: t('reserved.title'),
      changes: [
        {
          table: 'settings',
          op: 'put',
          id: stored?.id,
          rev: stored?.rev ?? 0,
          record: { key, value: numbers },
        },
      ],
      said: t('reserved.said', { n: numbers.length }),
    })
    setText(undefined)
  }
  return (
    <>
      <ActButton does="command" onClick={() => setText(known.join('\n'))}>
        {t('reserved.button', { n: known.length })}
      </ActButton>
      <Modal
        open={text !== undefined}
        title={t('reserved.title')}
        okText={t('reserved.save')}
        onOk={() => void save().catch(() => undefined)}
        onCancel={() => setText(undefined)}
        destroyOnHidden
      >
        <p>{t('reserved.what')}</p>
        <Input.TextArea
          autoFocus
          rows={10}
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-label={t('reserved.title')}
        />
      </Modal>
    </>
  )
}
