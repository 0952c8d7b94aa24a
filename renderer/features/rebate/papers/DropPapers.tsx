import { Alert, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paperKinds, paperNames, type PaperKind } from '#shared/rebate/filing-papers'
import { useWhyNot } from '../../../app/roles'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { FileDrop } from '../../../components/FileDrop'
import { useText } from '../../../components/text'
import type { RebatePapersView } from '../../../data/port'
import { useAttempt } from '../../../app/useAttempt'
import { isPlaced, kindInName, numberInName, type Dropped } from './placing'
import { bytesOfFile } from '../../../data/whole-file'

const accept = ['.pdf', '.jpg', '.jpeg', '.png', '.tif', '.ofd', '.xml', '.zip']

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const digestOf = async (file: File): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', await bytesOfFile(file, 'paper')))

/** Drop 50 PDFs: each goes to the 报关单 its name holds; what names none waits here until a person says. */
export function DropPapers({ papers }: { papers: readonly RebatePapersView[] }) {
  const { t } = useTranslation('rebate')
  const show = useText()
  const port = useBook()
  const refused = useWhyNot()('placeRebatePapers')
  const act = useAttempt()
  const [dropped, setDropped] = useState<readonly Dropped[]>([])
  const [busy, setBusy] = useState(false)
  const take = (files: readonly File[]) =>
    act(async () => {
      const places = new Map(await port.placeRebatePapers(files.map(({ name }) => name)))
      const known = new Set(papers.map((one) => one.declarationNo))
      const taken: Dropped[] = []
      // One after another: the digests of 50 scans at once would fill the memory.
      for (const file of files) {
        const named = places.get(file.name) ?? ''
        // One of another batch is not filed from here: it would seem to be, and be nowhere.
        const declarationNo = known.has(named) ? named : ''
        taken.push({
          name: file.name,
          sha256: await digestOf(file),
          declarationNo,
          kind: kindInName(file.name) ?? '',
          number: numberInName(file.name, named),
        })
      }
      setDropped((before) => [...before, ...taken])
    })
  const change = (at: number, part: Partial<Dropped>) =>
    setDropped(dropped.map((one, place) => (place === at ? { ...one, ...part } : one)))
  const ready = dropped.filter(isPlaced)
  const file = async () => {
    setBusy(true)
    await act(async () => {
      for (const { declarationNo, record, rev } of papers) {
        const own = ready.filter((one) => one.declarationNo === declarationNo)
        if (own.length === 0) continue
        const files = own.map(({ name, number, sha256, kind }) => ({
          name,
          number,
          sha256,
          kind: kind as PaperKind,
        }))
        const known = new Set(record.files.map(({ sha256 }) => sha256))
        const fresh = files.filter(({ sha256 }) => !known.has(sha256))
        if (fresh.length === 0) continue
        await port.putRebatePapers({ ...record, files: [...record.files, ...fresh] }, rev, t('why.papers'))
      }
      setDropped(dropped.filter((one) => !isPlaced(one)))
    })
    setBusy(false)
  }
  return (
    <section className="face-card" aria-label={t('papers.drop')} data-help="rebate.papers">
      <FileDrop
        refused={refused}
        title={{ zh: t('papers.dropHere', { lng: 'zh' }), en: t('papers.dropHere', { lng: 'en' }) }}
        accept={accept}
        multiple
        onFiles={(files) => void take(files)}
      />
      {dropped.length > 0 && (
        <>
          {ready.length < dropped.length && (
            <Alert
              type="warning"
              showIcon
              title={t('papers.waiting', { count: dropped.length - ready.length })}
            />
          )}
          <table className="face-plain">
            <thead>
              <tr>
                <th>{t('papers.file')}</th>
                <th>{t('papers.declaration')}</th>
                <th>{t('papers.kind')}</th>
                <th>{t('papers.number')}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {dropped.map(({ name, declarationNo, kind, number }, at) => (
                <tr key={`${name} ${at}`}>
                  <td>{name}</td>
                  <td>
                    <Select
                      className="rebate-declaration"
                      aria-label={t('papers.declarationOf', { name })}
                      showSearch
                      placeholder={t('papers.choose')}
                      value={declarationNo || null}
                      onChange={(no: string) => change(at, { declarationNo: no })}
                      options={papers.map((one) => ({ value: one.declarationNo, label: one.declarationNo }))}
                    />
                  </td>
                  <td>
                    <Select<PaperKind>
                      className="face-choice-wide"
                      aria-label={t('papers.kindOf', { name })}
                      placeholder={t('papers.choose')}
                      value={kind || null}
                      onChange={(one) => change(at, { kind: one })}
                      options={paperKinds.map((value) => ({ value, label: show(paperNames[value]) }))}
                    />
                  </td>
                  <td>
                    <Input
                      aria-label={t('papers.numberOf', { name })}
                      value={number}
                      onChange={({ target }) => change(at, { number: target.value })}
                    />
                  </td>
                  <td>
                    <Button
                      size="small"
                      onClick={() => setDropped(dropped.filter((_one, place) => place !== at))}
                    >
                      {t('papers.putAway')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <ActButton
            does="placeRebatePapers"
            type="primary"
            loading={busy}
            disabled={ready.length === 0}
            onClick={() => void file()}
          >
            {t('papers.fileAll', { count: ready.length })}
          </ActButton>
        </>
      )}
      <p className="face-note">{t('papers.stay')}</p>
    </section>
  )
}
