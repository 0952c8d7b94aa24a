import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paperKinds, paperNames, type PaperKind } from '#shared/rebate/filing-papers'
import { useText } from '../../../components/text'
import type { RebatePapers } from '../../../data/port'

const keptAs = ['paper', 'image', 'digital'] as const

type Props = {
  record: RebatePapers
  /** What is missing first. */
  first: PaperKind
  onChange: (record: RebatePapers) => void
}

/** 备案单证 of one 报关单: which there are, where they lie, what is not needed. */
export function PaperFiles({ record, first, onChange }: Props) {
  const { t } = useTranslation('rebate')
  const show = useText()
  const [kind, setKind] = useState<PaperKind>(first)
  const [number, setNumber] = useState('')
  const add = () => {
    const text = number.trim()
    if (text === '') return
    onChange({ ...record, files: [...record.files, { kind, number: text, name: '' }] })
    setNumber('')
  }
  return (
    <div className="face-page">
      <div className="face-tools">
        <Checkbox
          checked={record.purchased}
          onChange={({ target }) => onChange({ ...record, purchased: target.checked })}
        >
          {t('papers.purchased')}
        </Checkbox>
        <Checkbox
          checked={record.brokered}
          onChange={({ target }) => onChange({ ...record, brokered: target.checked })}
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
                    onChange({
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
                    onChange({ ...record, files: record.files.filter((_file, place) => place !== at) })
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
            onChange={({ target }) => onChange({ ...record, place: target.value })}
          />
        </label>
        <label>
          {t('papers.kept')}
          <Select<(typeof keptAs)[number]>
            value={record.kept}
            onChange={(kept) => onChange({ ...record, kept })}
            options={keptAs.map((value) => ({ value, label: t(`papers.keptAs.${value}`) }))}
          />
        </label>
      </div>
    </div>
  )
}
