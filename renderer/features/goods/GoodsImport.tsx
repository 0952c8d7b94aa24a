import { Alert, Button, Drawer } from 'antd'
import { proxy } from 'comlink'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileRefusal } from '#shared/import/ports'
import { useBook } from '../../app/book'
import { openRoom } from '../../app/navigation'
import { roomById } from '../../app/rooms'
import { describeFailure, type Failure } from '../../components/failure'
import { FileDrop } from '../../components/FileDrop'
import { ProgressPanel } from '../../components/ProgressPanel'
import { listed, useText } from '../../components/text'
import type { ImportProgress, ImportView } from '../../data/port'
import { GoodsImported } from './GoodsImported'

type Stage =
  | { at: 'choose' }
  | { at: 'running'; file: string; started: number; progress?: ImportProgress }
  | { at: 'refused'; refusal: FileRefusal }
  | { at: 'failed'; failure: Failure }
  | { at: 'done'; view: ImportView }

function Refused({ refusal }: { refusal: FileRefusal }) {
  const { t } = useTranslation('goods')
  const show = useText()
  return (
    <Alert
      type="error"
      showIcon
      title={show(refusal.message)}
      description={
        <>
          <p>{show(refusal.fix)}</p>
          {refusal.missing.length > 0 && (
            <p>
              {t('import.lacking', {
                columns: show(listed(refusal.missing.map(({ label }) => show(label)))),
              })}
            </p>
          )}
        </>
      }
    />
  )
}

/** Goods from Excel or CSV; columns by their headings. A file that needs a mapping goes through the import room. */
export function GoodsImport({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('goods')
  const show = useText()
  const port = useBook()
  const [stage, setStage] = useState<Stage>({ at: 'choose' })

  const run = async (file: File) => {
    const started = Date.now()
    setStage({ at: 'running', file: file.name, started })
    try {
      const told = (progress: ImportProgress) =>
        setStage({ at: 'running', file: file.name, started, progress })
      const result = await port.importFile(
        file,
        { kind: 'goods', profile: 'auto', update: true },
        proxy(told),
      )
      if (result.ok) setStage({ at: 'done', view: result.view })
      else setStage('refusal' in result ? { at: 'refused', refusal: result.refusal } : { at: 'choose' })
    } catch (error) {
      setStage({ at: 'failed', failure: describeFailure(error) })
    }
  }
  const close = () => {
    onClose()
    if (stage.at !== 'running') setStage({ at: 'choose' })
  }
  return (
    <Drawer open={open} onClose={close} title={t('import.title')} size={900}>
      <div className="goods-import">
        {stage.at === 'running' ? (
          <ProgressPanel
            title={{ zh: stage.file, en: stage.file }}
            state="running"
            done={stage.progress?.bytes ?? 0}
            total={stage.progress?.total}
            unit={{ zh: t('import.bytes', { lng: 'zh' }), en: t('import.bytes', { lng: 'en' }) }}
            elapsedMs={Date.now() - stage.started}
            onCancel={() => void port.cancelImport()}
          />
        ) : (
          <FileDrop
            title={{ zh: t('import.drop', { lng: 'zh' }), en: t('import.drop', { lng: 'en' }) }}
            accept={['.xlsx', '.csv', '.tsv', '.txt']}
            onFiles={([file]) => file && void run(file)}
          />
        )}
        {stage.at === 'refused' && <Refused refusal={stage.refusal} />}
        {stage.at === 'failed' && <Alert type="error" showIcon title={show(stage.failure.text)} />}
        {stage.at === 'done' && (
          <GoodsImported
            view={stage.view}
            onView={(view) => setStage({ at: 'done', view })}
            onUndone={() => setStage({ at: 'choose' })}
          />
        )}
        {roomById('imports') && (
          <Button
            type="link"
            className="goods-import-more"
            onClick={() => {
              close()
              openRoom('imports', { kind: 'goods' })
            }}
          >
            {t('import.room')}
          </Button>
        )}
      </div>
    </Drawer>
  )
}
