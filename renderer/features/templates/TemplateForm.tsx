import { Alert, Button, Checkbox, Spin } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeBook } from '#shared/codes/book'
import { useWhyNot } from '../../app/roles'
import { ActButton } from '../../app/ActButton'
import { useSession } from '../../app/book'
import { useDraft } from '../../app/drafts'
import { closeTab, tabId, titleTab } from '../../app/navigation'
import type { Params, ViewProps } from '../../app/room'
import { overridesField, overridesText } from '../../app/provenance/overrides-text'
import { useFieldSources } from '../../app/provenance/useFieldSources'
import { useAct } from '../../app/useAct'
import { RecordForm } from '../../components/record-form/RecordForm'
import { useText } from '../../components/text'
import { useCodeBook } from '../../components/useCodeBook'
import type { Stored } from '../../data/port'
import { modeRules } from '#shared/declaration/modes/modes'
import type { ListMode } from '#shared/model/mode'
import type { Template } from '#shared/model/template'
import { belongs, blankTemplate, templateSections } from './fields'
import { PortsTable } from './PortsTable'
import { faultsOf, freeName, onlyDefault, templateOf, valuesOf } from './record'
import { useTemplates } from './useTemplates'

type FormProps = { params: Params; codes: CodeBook; all: readonly Stored<Template>[] }

/** What the form starts from: the stored template, a copy of one under a new name, or what most templates share. */
function useStart({ params, all }: FormProps) {
  const own = all.find(({ id }) => id === params['id'])
  const source = all.find(({ id }) => id === params['copy'])
  const stored = useMemo(() => {
    const overrides = { [overridesField]: overridesText((own ?? source)?.record.overrides) }
    if (own) return { ...valuesOf(own.record), ...overrides, isDefault: own.record.isDefault ? 'yes' : '' }
    const isDefault = all.length === 0 ? 'yes' : ''
    if (!source) return { ...blankTemplate, isDefault }
    const taken = new Set(all.map(({ record }) => record.name))
    return { ...valuesOf(source.record), ...overrides, name: freeName(source.record.name, taken), isDefault }
  }, [all, own, source])
  return { own, stored }
}

function Form(props: FormProps) {
  const { params, codes, all } = props
  const { t } = useTranslation('templates')
  const { t: words } = useTranslation('provenance')
  const show = useText()
  const { entry } = useSession()
  const { act, refuse } = useAct()
  const { own, stored } = useStart(props)
  const view = tabId('templates/record', params)
  const { values, change, drop, dirty, moved, keepOwn } = useDraft(
    view,
    `${t('title')} ${own?.record.name ?? t('new')}`,
    stored,
  )
  const sources = useFieldSources({ master: 'templates', values, change, dirty })
  const [busy, setBusy] = useState(false)
  const refused = useWhyNot()('command')
  const context = useMemo(() => ({ codes, practice: entry.kind === 'practice' }), [codes, entry.kind])
  const faults = useMemo(() => faultsOf(values, context), [values, context])
  const mode = values['tradeMode'] ?? ''
  const sections = useMemo(() => templateSections(codes, mode), [codes, mode])
  const hasPorts = belongs('ports', mode)
  const name = values['name'] ?? ''
  useEffect(() => {
    titleTab('templates/record', params, own?.record.name ?? t('new'))
  }, [own?.record.name, params, t])

  const recordNow = () => {
    try {
      return templateOf(values, values['isDefault'] === 'yes', sources.overrides)
    } catch (error) {
      refuse(error)
      return undefined
    }
  }
  const save = async () => {
    const record = recordNow()
    if (!record) return
    setBusy(true)
    const isDefault = values['isDefault'] === 'yes'
    try {
      await act({
        name: own ? 'templates.edit' : 'templates.add',
        why: name,
        changes: [
          {
            table: 'templates',
            op: 'put',
            id: own?.id,
            rev: own?.rev ?? 0,
            record,
          },
          ...(isDefault ? onlyDefault(all, own?.id) : []),
        ],
        said: t('saved', { name }),
      })
      drop()
      closeTab(view)
    } catch {
      // Said by the act; the input stays.
    } finally {
      setBusy(false)
    }
  }
  const ports = faults.filter(({ field }) => field.startsWith('ports'))
  return (
    <>
      <RecordForm
        refused={refused}
        label={own ? own.record.name : t('new')}
        sections={sources.withSources(sections)}
        values={values}
        onChange={(field, value) => {
          change(field, value)
          // Lists of B2B export have one kind only; there is nothing to choose.
          if (
            field === 'tradeMode' &&
            belongs('statisticsFlag', value) &&
            modeRules[value as ListMode]?.statistics === 'A'
          ) {
            change('statisticsFlag', 'A')
          }
        }}
        faults={faults}
        onSubmit={() => void save()}
        newer={
          own && moved.length > 0 && !busy
            ? {
                stored,
                fields: moved,
                labels: { ports: t('ports.title'), isDefault: t('isDefault'), overrides: words('byHand') },
                onKeepOwn: keepOwn,
                onDrop: drop,
              }
            : undefined
        }
        first="name"
        actions={
          <>
            <ActButton does="command" type="primary" htmlType="submit" loading={busy}>
              {t('save')}
            </ActButton>
            <Checkbox
              checked={values['isDefault'] === 'yes'}
              disabled={own?.record.isDefault ?? all.length === 0}
              onChange={(event) => change('isDefault', event.target.checked ? 'yes' : '')}
            >
              {t('isDefault')}
            </Checkbox>
            <span className="record-space" />
            {dirty && <span className="record-note-plain">{t('draft')}</span>}
            {dirty && <Button onClick={drop}>{t('giveUp')}</Button>}
          </>
        }
      >
        {hasPorts && (
          <fieldset className="record-section template-ports-section">
            <legend>{t('ports.title')}</legend>
            <p className="record-note-plain">{t('ports.hint')}</p>
            <PortsTable
              text={values['ports'] ?? ''}
              onChange={(text) => change('ports', text)}
              context={context}
            />
            {(dirty || values['ports'] !== '') &&
              ports.map((fault) => (
                <Alert
                  key={`${fault.field} ${fault.rule}`}
                  type={fault.severity === 'refuse' ? 'error' : 'warning'}
                  showIcon
                  title={`${fault.value} ${show(fault.message)}`.trim()}
                  description={show(fault.fix)}
                />
              ))}
          </fieldset>
        )}
      </RecordForm>
      {sources.dialog}
    </>
  )
}

/** One template as a tab. */
export function TemplateForm({ params }: ViewProps) {
  const { t } = useTranslation('templates')
  const show = useText()
  const codes = useCodeBook()
  const read = useTemplates()
  if (read.state === 'failed') return <Alert type="error" showIcon title={show(read.failure.text)} />
  if (!codes || read.state === 'loading') return <Spin description={t('loading')} />
  return <Form params={params} codes={codes} all={read.all} />
}
