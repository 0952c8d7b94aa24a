import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BUNDLE_EXTENSION } from '#shared/protocol/bundle'
import { useWhyNot } from '../../../app/roles'
import { useBook, useSession } from '../../../app/book'
import { openRoom } from '../../../app/navigation'
import { FileDrop } from '../../../components/FileDrop'
import { useActing } from '../useActing'
import { takeIn } from './carrying'

type Taken = {
  name: string
  batches: number
  receipts: number
  unknown: number
  differing: number
  service: string
}

/** On the machine of the book: take in the receipts file. Doing it again changes nothing, and says so. */
export function BringBackStep() {
  const { t } = useTranslation('carry')
  const port = useBook()
  const refused = useWhyNot()('bringBack')
  const { entry, enterprise } = useSession()
  const [taken, setTaken] = useState<Taken[]>([])
  const { busy, act } = useActing()
  const take = async (file: File) => {
    const { content, news } = await takeIn(port, entry.id, enterprise?.customsCode ?? '', file)
    const { batches, receipts, unknown, differing } = news
    const line = { name: file.name, batches, receipts, service: content.service.name }
    setTaken((lines) =>
      [{ ...line, unknown: unknown.length, differing: differing.length }, ...lines].slice(0, 10),
    )
  }
  return (
    <>
      <FileDrop
        refused={refused}
        title={{ zh: t('back.drop', { lng: 'zh' }), en: t('back.drop', { lng: 'en' }) }}
        accept={[`.${BUNDLE_EXTENSION}`]}
        disabled={busy}
        onFiles={([file]) => void act(() => take(file!))}
      />
      <p className="carry-note">{t('back.note')}</p>
      {taken.map((line, n) => {
        const { name, batches, receipts, unknown, differing, service } = line
        const isNews = batches + receipts > 0
        return (
          <Alert
            key={taken.length - n}
            type={differing > 0 ? 'warning' : isNews ? 'success' : 'info'}
            showIcon
            data-testid="carry-taken"
            title={t(isNews ? 'back.done' : 'back.nothing', { name, batches, receipts, service })}
            description={
              (unknown > 0 || differing > 0) && (
                <>
                  {unknown > 0 && <p>{t('back.unknown', { count: unknown })}</p>}
                  {differing > 0 && <p>{t('back.differing', { count: differing })}</p>}
                </>
              )
            }
          />
        )
      })}
      {taken.length > 0 && (
        <div className="carry-acts">
          <Button onClick={() => openRoom('receipts')}>{t('back.receipts')}</Button>
          <Button onClick={() => openRoom('queue')}>{t('back.queue')}</Button>
        </div>
      )}
    </>
  )
}
