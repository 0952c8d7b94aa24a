import { LockOutlined } from '@ant-design/icons'
import { Alert, Select, Spin } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tableOf } from '#shared/ceb/tables'
import type { Field } from '#shared/ceb/table'
import type { CodeBook } from '#shared/codes/book'
import { messagesOf, type DossierMessage } from '#shared/declaration/dossier-messages'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { useUndoable } from '../../../app/useUndoable'
import { OverrideDialog } from '../../../components/provenance/OverrideDialog'
import { SourceTag } from '../../../components/provenance/SourceTag'
import { StateTag } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import { showTime } from '../../../components/time'
import type { ListField, SealedRecord, Stored } from '../../../data/port'
import { Outdated } from './Outdated'
import { shownValue } from './DocumentFields'
import { openSource, placeOf, useSources } from './useSources'

type Props = { stored: Stored<SealedRecord<'lists'>>; outdated: boolean; codes: CodeBook | undefined }

const partOf = ({ document, line = 0 }: ListField): string => `${document} ${line}`

/**
 * 来源与手改: every value of the 清单 with the record it comes from. Values are typed once, in their source; what is replaced
 * here has its reason beside it, and the source counts again when that is taken back.
 */
export function Sources({ stored, outdated, codes }: Props) {
  const { t } = useTranslation('declaration')
  const { t: words } = useTranslation('provenance')
  const show = useText()
  const port = useBook()
  const act = useUndoable()
  const { value: fields, state } = useSources(stored.id)
  const { list } = stored.record
  const [chosen, setChosen] = useState<string>()
  const [editing, setEditing] = useState<ListField>()
  const isDraft = stored.record.state === 'draft'
  const part = chosen ?? `${messagesOf(list).inventory} 0`
  const parts = useMemo(() => [...new Set((fields ?? []).map(partOf))], [fields])
  if (typeof state === 'object') return <Alert type="error" showIcon title={show(state.error)} />
  if (!fields) return <Spin />
  const replaced = fields.filter(({ override }) => override !== undefined)
  const shown = part === 'replaced' ? replaced : fields.filter((field) => partOf(field) === part)
  const fieldOf = ({ document, line, element }: ListField): Field | undefined => {
    const table = tableOf(document)
    return (line === undefined ? table.head : table.lines)?.fields.find(({ name }) => name === element)
  }
  const labelOf = (field: ListField): string => {
    const known = fieldOf(field)
    return known ? show(known.label) : field.element
  }
  const nameOf = (one: string): string => {
    const [document = '', line = '0'] = one.split(' ')
    const message = t(`message.${document as DossierMessage}`)
    return line === '0' ? `${message} ${t('record.head')}` : `${message} ${t('source.line', { line })}`
  }
  const takeBack = (field: ListField) => {
    const { document, line, element } = field
    const target = { document, element, ...(line !== undefined && { line }) }
    const said = t('source.tookBack', { element: labelOf(field) })
    void act(
      () => port.takeBackOverride(stored.id, target, said),
      () => said,
    )
  }
  return (
    <div data-help="declaration.sources">
      {outdated && <Outdated list={stored.id} />}
      <div className="face-tools source-tools">
        <Select
          className="source-part"
          aria-label={t('source.part')}
          value={part}
          onChange={setChosen}
          options={[
            ...parts.map((value) => ({ value, label: nameOf(value) })),
            { value: 'replaced', label: t('source.replaced', { count: replaced.length }) },
          ]}
        />
        <span className="face-note">{t(isDraft ? 'source.hint' : 'source.sent')}</span>
      </div>
      <table className="face-plain source-table" aria-label={t('source.title')}>
        <thead>
          <tr>
            {(['element', 'value', 'from', 'lock', 'do'] as const).map((one) => (
              <th key={one} scope="col">
                {t(`source.${one}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((field) => {
            const { document, element, value, origin, lock, override } = field
            const known = fieldOf(field)
            return (
              <tr key={placeOf(field)} data-help={`ceb.${document}.${element}`}>
                <td>
                  {labelOf(field)} <code>{element}</code>
                  {part === 'replaced' && <div className="face-note">{nameOf(partOf(field))}</div>}
                </td>
                <td>
                  {known ? shownValue(known, value, codes) : value}
                  {override && (
                    <div className="face-note">
                      {words('instead', { derived: override.derived, reason: override.reason })}{' '}
                      {`${override.by} ${showTime(override.at)}`}
                    </div>
                  )}
                </td>
                <td>
                  {typeof origin === 'object' ? (
                    <SourceTag
                      source={origin}
                      onOpen={() => openSource(field, words(`record.${origin.record}`))}
                    />
                  ) : (
                    t(`source.${origin ?? 'system'}`)
                  )}
                </td>
                <td>
                  {override ? (
                    <StateTag tone="waiting">{words('byHand')}</StateTag>
                  ) : (
                    <span className="face-note">
                      <LockOutlined /> {t(`source.locked.${lock}`)}
                    </span>
                  )}
                </td>
                <td>
                  {isDraft && lock === 'derived' && (
                    <ActButton
                      does="overrideField"
                      type="link"
                      size="small"
                      onClick={() => setEditing(field)}
                    >
                      {words('override')}
                    </ActButton>
                  )}
                  {isDraft && override && (
                    <ActButton
                      does="takeBackOverride"
                      type="link"
                      size="small"
                      onClick={() => takeBack(field)}
                    >
                      {words('takeBack')}
                    </ActButton>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {editing && (
        <OverrideDialog
          label={{ zh: labelOf(editing), en: labelOf(editing) }}
          input={{ kind: 'text' }}
          value={editing.value}
          reason={editing.override?.reason ?? ''}
          derived={editing.override?.derived ?? editing.value}
          onSave={async (value, reason) => {
            const { document, line, element } = editing
            const target = { document, element, ...(line !== undefined && { line }) }
            const done = await act(
              () => port.overrideField(stored.id, target, value, reason),
              () => t('source.overridden', { element: labelOf(editing) }),
            )
            return done !== undefined
          }}
          onClose={() => setEditing(undefined)}
        />
      )}
    </div>
  )
}
