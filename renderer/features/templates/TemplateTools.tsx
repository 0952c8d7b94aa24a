import {
  CopyOutlined,
  DeleteOutlined,
  DownOutlined,
  ExportOutlined,
  ImportOutlined,
  PlusOutlined,
  StarOutlined,
} from '@ant-design/icons'
import { App, Dropdown, Space } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { modeRules } from '#shared/declaration/modes/modes'
import { listModes, type ListMode } from '#shared/model/mode'
import type { Template } from '#shared/model/template'
import { ActButton } from '../../app/ActButton'
import { useSession } from '../../app/book'
import { openTab } from '../../app/navigation'
import { useAct } from '../../app/useAct'
import { useCommand } from '../../app/useCommand'
import { PlainTemplateButton } from '../../components/import-template/PlainTemplateButton'
import { languageOf, listed, useText } from '../../components/text'
import { useCodeBook } from '../../components/useCodeBook'
import type { Stored } from '../../data/port'
import { templateTemplate } from './blank'
import { exportTemplates, readTemplates } from './exchange'
import { onlyDefault } from './record'
import type { SheetFault } from './sheet'
import { SheetFaults } from './SheetFaults'
import { usePracticeTemplate } from './usePracticeTemplate'

type ToolsProps = {
  all: readonly Stored<Template>[]
  chosen: readonly Stored<Template>[]
  onDone: () => void
}

/** What may be done with templates; copy and default need exactly one that is ticked. */
export function TemplateTools({ all, chosen, onDone }: ToolsProps) {
  const { t, i18n } = useTranslation('templates')
  const show = useText()
  const { entry } = useSession()
  const { message } = App.useApp()
  const { act, refuse } = useAct()
  const codes = useCodeBook()
  const addPractice = usePracticeTemplate(all)
  const input = useRef<HTMLInputElement>(null)
  const [faults, setFaults] = useState<readonly SheetFault[]>([])
  const one = chosen.length === 1 ? chosen[0] : undefined
  const add = () => openTab({ view: 'templates/record', params: {}, title: t('new') })
  useCommand({
    id: 'templates.add',
    does: 'command',
    title: 'templates:add',
    group: 'room',
    keys: 'Alt+N',
    run: add,
  })

  const names = show(listed(chosen.map(({ record }) => record.name)))
  const remove = () =>
    act({
      name: 'templates.delete',
      why: names,
      changes: chosen.map(({ id, rev }) => ({ table: 'templates', op: 'delete', id, rev })),
      said: t('deleted', { count: chosen.length }),
    }).then(onDone, () => undefined)
  const makeDefault = ({ id, rev, record }: Stored<Template>) =>
    act({
      name: 'templates.default',
      why: record.name,
      changes: [
        { table: 'templates', op: 'put', id, rev, record: { ...record, isDefault: true } },
        ...onlyDefault(all, id),
      ],
      said: t('madeDefault', { name: record.name }),
    }).catch(() => undefined)

  const take = async (file: File | undefined) => {
    if (!file || !codes) return
    try {
      const read = await readTemplates(file, all, { codes, practice: entry.kind === 'practice' })
      if (!read) {
        message.error(t('noSheet', { file: file.name }))
        return
      }
      setFaults(read.faults)
      if (read.changes.length === 0) {
        if (read.faults.length === 0) message.info(t('unchanged', { file: file.name }))
        return
      }
      const said = t('imported', { added: read.added, updated: read.updated })
      await act({ name: 'templates.import', why: file.name, changes: read.changes, said })
    } catch (error) {
      if (!(typeof error === 'object' && error !== null && 'code' in error)) refuse(error)
    }
  }
  return (
    <div className="templates-tools" role="toolbar" aria-label={t('title')}>
      <ActButton does="command" type="primary" icon={<PlusOutlined />} onClick={add}>
        {t('add')}
      </ActButton>
      {addPractice && all.length > 0 && (
        <Space.Compact>
          <ActButton does="command" onClick={() => addPractice()}>
            {t('practice')}
          </ActButton>
          <Dropdown
            trigger={['click']}
            menu={{
              items: listModes.map((mode) => ({ key: mode, label: show(modeRules[mode].name) })),
              onClick: ({ key }) => addPractice(key as ListMode),
            }}
          >
            <ActButton does="command" aria-label={t('practiceMode')} icon={<DownOutlined />} />
          </Dropdown>
        </Space.Compact>
      )}
      <ActButton
        does="command"
        icon={<CopyOutlined />}
        disabled={!one}
        onClick={() => openTab({ view: 'templates/record', params: { copy: one!.id }, title: t('new') })}
      >
        {t('copy')}
      </ActButton>
      <ActButton
        does="command"
        icon={<StarOutlined />}
        disabled={!one || one.record.isDefault}
        onClick={() => void makeDefault(one!)}
      >
        {t('makeDefault')}
      </ActButton>
      <ActButton
        does="command"
        icon={<DeleteOutlined />}
        danger
        disabled={chosen.length === 0}
        onClick={() => void remove()}
      >
        {t('delete')}
      </ActButton>
      <span className="record-space" />
      <ActButton does="command" icon={<ImportOutlined />} onClick={() => input.current?.click()}>
        {t('import')}
      </ActButton>
      <input
        ref={input}
        type="file"
        accept=".xlsx"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('importFile')}
        onChange={(event) => {
          void take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <PlainTemplateButton
        file={t('templateFile')}
        template={() => templateTemplate(t('title'), languageOf(i18n.language))}
        onFailure={refuse}
      />
      <ActButton
        does="files.saveAs"
        icon={<ExportOutlined />}
        onClick={() => void exportTemplates(t('title'), all, entry.kind).catch(refuse)}
      >
        {t('export')}
      </ActButton>
      <SheetFaults faults={faults} onClose={() => setFaults([])} />
    </div>
  )
}
