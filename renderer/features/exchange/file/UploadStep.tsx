import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BUNDLE_EXTENSION } from '#shared/protocol/bundle'
import { ActButton } from '../../../app/ActButton'
import { useSession } from '../../../app/book'
import { FileDrop } from '../../../components/FileDrop'
import { saveFile } from '../../../components/save/save-file'
import { useActing } from '../useActing'
import { CarriedFileCard } from './CarriedFileCard'
import { fileName, readBytes, type Uploaded, type Verdict } from './carrying'
import { DestinationForm, type Destination } from './DestinationForm'
import { UploadResult } from './UploadResult'

type Chosen = { file: File; verdict: Verdict }

/** On the machine with a line: whose file it is, where it goes, and what came back. No data of that book is needed. */
export function UploadStep() {
  const { t } = useTranslation('carry')
  const { entry } = useSession()
  const mayOwn = entry.kind === 'practice'
  const [chosen, setChosen] = useState<Chosen>()
  const [to, setTo] = useState<Destination>({ own: mayOwn, url: '', token: '' })
  const [uploaded, setUploaded] = useState<Uploaded>()
  const { busy, act } = useActing()
  const choose = async (file: File) => {
    setUploaded(undefined)
    setChosen({ file, verdict: await window.yiguan.invoke('carry.judge', file.name, await readBytes(file)) })
  }
  const run = async (errand: 'send' | 'ask') => {
    const { file } = chosen!
    const destination = mayOwn && to.own ? null : { url: to.url, token: to.token }
    const request = { name: file.name, bytes: await readBytes(file), errand, destination }
    setUploaded(await window.yiguan.invoke('carry.upload', entry.id, request))
  }
  const save = (back: Uint8Array) =>
    saveFile(fileName('receipts'), BUNDLE_EXTENSION, () => Promise.resolve(back))
  const isReady = chosen?.verdict.ok && (to.own || (URL.canParse(to.url) && to.token !== ''))
  return (
    <>
      <FileDrop
        title={{ zh: t('upload.drop', { lng: 'zh' }), en: t('upload.drop', { lng: 'en' }) }}
        accept={[`.${BUNDLE_EXTENSION}`, '.zip']}
        onFiles={([file]) => void act(() => choose(file!))}
      />
      {chosen && <CarriedFileCard verdict={chosen.verdict} />}
      {chosen?.verdict.ok && <DestinationForm mayOwn={mayOwn} value={to} onChange={setTo} />}
      <div className="carry-acts">
        <ActButton
          does="carry.upload"
          type="primary"
          loading={busy}
          disabled={!isReady}
          onClick={() => void act(() => run('send'))}
        >
          {t('upload.button')}
        </ActButton>
        <ActButton
          does="carry.upload"
          disabled={!isReady || busy}
          title={t('upload.askHint')}
          onClick={() => void act(() => run('ask'))}
        >
          {t('upload.ask')}
        </ActButton>
        <span className="carry-note">{t('upload.again')}</span>
      </div>
      {uploaded && (
        <div className="carry-step" ref={(element) => element?.scrollIntoView({ block: 'nearest' })}>
          <UploadResult report={uploaded.report} />
          {uploaded.back && (
            <div className="carry-acts">
              <ActButton
                does="files.saveAs"
                type="primary"
                onClick={() => void act(() => save(uploaded.back!))}
              >
                {t('upload.save')}
              </ActButton>
              <span className="carry-note">{t('upload.saveNote')}</span>
            </div>
          )}
        </div>
      )}
    </>
  )
}
