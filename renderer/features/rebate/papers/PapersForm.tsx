import { Button, Checkbox, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paperKinds, paperNames, type PaperKind } from '#shared/rebate/filing-papers'
import { useBook } from '../../../app/book'
import { useText } from '../../../components/text'
import type { RebatePapers, RebatePapersView } from '../../../data/port'
import { useAttempt } from '../../../app/useAttempt'

const keptAs = ['paper', 'image', 'digital'] as const

/** What is known of the papers of one 报关单: which there are, where they lie, what is not needed. */
export function PapersForm({ papers, onClose }: { papers: RebatePapersView; onClose: () => void }) {
  const { t } = useTranslation('rebate')
  const show = useText()
  const port = useBook()
  const act = useAttempt()
  const [record, setRecord] = useState<RebatePapers>(papers.record)
  const [kind, setKind] = useState<PaperKind>(papers.missing[0] ?? 'exportContract')
  const [number, setNumber] = useState('')
  const [busy, setBusy] = useState(false)
  const add = () => {
    const text = number.trim()
    if (text === '') return
    setRecord({ ...record, files: [...record.files, { kind, number: text, name: '' }] })
    setNumber('')
  }
  const save = async () => {
    setBusy(true)
    const done = await act(async () => {
      await port.putRebatePapers(record, papers.rev, t('why.papers'))
      return true
    })
    setBusy(false)
    if (done) onClose()
  }
  return (
    <Modal
      open
      width={760}
      title={t('papers.title', { no: papers.declarationNo })}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className="face-page">
        <div className="face-tools">
          <Checkbox
            checked={record.purchased}
            onChange={({ target }) => setRecord({ ...record, purchased: target.checked })}
          >
            {t('papers.purchased')}
          </Checkbox>
          <Checkbox
            checked={record.brokered}
            onChange={({ target }) => setRecord({ ...record, brokered: target.checked })}
          >
            {t('papers.brokered')}
          </Checkbox>
        </div>
        <table className="face-plain">
          <tbody>
            {record.files.map(({ kind: own, number: no, name, substitute = false }, at) => (
              <tr key={`${own} ${no} ${at}`}>
                <td>{show(paperNames[own])}</td>
                <td>{no}</td>
                <td>{name}</td>
                <td>
                  <Checkbox
                    checked={substitute}
                    onChange={({ target }) =>
                      setRecord({
                        ...record,
                        files: record.files.map((file, place) =>
                          place === at ? { ...file, substitute: target.checked } : file,
                        ),
                      })
                    }
                  >
                    {t('papers.substitute')}
                  </Checkbox>
                </td>
                <td>
                  <Button
                    size="small"
                    onClick={() =>
                      setRecord({ ...record, files: record.files.filter((_file, place) => place !== at) })
                    }
                  >
                    {t('papers.drop1')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className="face-tools">
          <Select<PaperKind>
            className="face-choice-wide"
            aria-label={t('papers.kind')}
            value={kind}
            onChange={setKind}
            options={paperKinds.map((value) => ({ value, label: show(paperNames[value]) }))}
          />
          <Input
            className="face-word"
            aria-label={t('papers.number')}
            placeholder={t('papers.number')}
            value={number}
            onChange={({ target }) => setNumber(target.value)}
            onPressEnter={(event) => {
              if (!event.nativeEvent.isComposing) add()
            }}
          />
          <Button disabled={number.trim() === ''} onClick={add}>
            {t('papers.add')}
          </Button>
        </div>
        <div className="face-fields">
          <label>
            {t('papers.place')}
            <Input
              value={record.place}
              maxLength={100}
              onChange={({ target }) => setRecord({ ...record, place: target.value })}
            />
          </label>
          <label>
            {t('papers.kept')}
            <Select<(typeof keptAs)[number]>
              value={record.kept}
              onChange={(kept) => setRecord({ ...record, kept })}
              options={keptAs.map((value) => ({ value, label: t(`papers.keptAs.${value}`) }))}
            />
          </label>
        </div>
      </div>
    </Modal>
  )
}
