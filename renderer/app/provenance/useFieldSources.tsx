import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { standingOf, type DerivedValues, type ValueSource } from '#shared/provenance/derived'
import { OverrideDialog } from '../../components/provenance/OverrideDialog'
import { shownAs } from '../../components/record-form/FieldBox'
import type { FormField, FormSection, FormValues } from '../../components/record-form/types'
import { useText } from '../../components/text'
import type { DerivedMaster } from '../../data/port'
import { useBook, useSession } from '../book'
import { openRoom, openTab } from '../navigation'
import { useChanges } from '../useChanges'
import { useQueryState } from '../useQuery'
import { overridesField, overridesIn, overridesText } from './overrides-text'

/** What decides what the sources say: the code of the goods, the codes of the enterprises. */
const asked: Readonly<Record<DerivedMaster, readonly string[]>> = {
  goods: ['gcode'],
  templates: ['ebpCode', 'payCode', 'logisticsCode', 'ownerCode', 'iacCode'],
}
const watched: Readonly<Record<DerivedMaster, readonly string[]>> = {
  goods: ['imports', 'settings'],
  templates: ['parties', 'enterprise'],
}

function openSource({ record, id, name }: ValueSource): void {
  if (record === 'party' && id !== undefined)
    openTab({ view: 'filing/record', params: { key: id }, title: name ?? id })
  else openRoom(record === 'party' ? 'filing' : record)
}

type Wanted = {
  master: DerivedMaster
  values: FormValues
  change: (key: string, value: string) => void
  dirty: boolean
}
const none: DerivedValues = {}

/**
 * 一次录入 in the form of a master: fields that a source tells show it and are locked, are replaced with a reason, and follow
 * when the code they hang on is typed.
 */
export function useFieldSources({ master, values, change, dirty }: Wanted) {
  const { t } = useTranslation('provenance')
  const show = useText()
  const port = useBook()
  const { officer } = useSession()
  const changes = useChanges(...watched[master])
  const question = JSON.stringify(asked[master].map((field) => [field, values[field] ?? '']))
  const { value: answer } = useQueryState(
    async () => ({
      question,
      derived: await port.derivedValues(
        master,
        Object.fromEntries(JSON.parse(question) as [string, string][]),
      ),
    }),
    `${question} ${changes}`,
  )
  const isCurrent = answer?.question === question
  const derived = isCurrent ? answer.derived : none
  const overrides = useMemo(() => overridesIn(values), [values])
  const [editing, setEditing] = useState<FormField>()

  const begun = useRef(question)
  /** Fields that stood as their source said, with that value: until they are typed over, they go along with it. */
  const following = useRef(new Map<string, string>())
  useEffect(() => {
    if (!isCurrent) return
    const isAnother = dirty && question !== begun.current
    for (const [field, { value: now }] of Object.entries(derived)) {
      const value = values[field] ?? ''
      const follows = value === '' || following.current.get(field) === value
      if (value === now) following.current.set(field, value)
      else if (isAnother && follows) change(field, now)
    }
  }, [change, derived, dirty, isCurrent, question, values])

  const setOverrides = (next: typeof overrides) => change(overridesField, overridesText(next))
  const follow = (field: string) => {
    const { [field]: _gone, ...others } = overrides
    change(field, derived[field]!.value)
    setOverrides(others)
  }
  const sourceOf = (field: FormField): FormField => {
    const now = derived[field.key]
    const override = overrides[field.key]
    const standing = standingOf(values[field.key] ?? '', now, override)
    if (!now || standing === 'own') return field
    return {
      ...field,
      ...(standing !== 'open' && standing !== 'moved' && { locked: true }),
      source: {
        standing,
        derived: now,
        ...(override && { override }),
        onOpen: () => openSource(now.source),
        onOverride: () => setEditing(field),
        onFollow: () => follow(field.key),
      },
    }
  }
  const withSources = (sections: readonly FormSection[]): FormSection[] =>
    sections.map((section) => ({ ...section, fields: section.fields.map(sourceOf) }))

  const editingNow = editing && derived[editing.key]
  const dialog = editing && editingNow && (
    <OverrideDialog
      label={editing.label}
      input={editing.input}
      value={values[editing.key] ?? ''}
      reason={overrides[editing.key]?.reason ?? ''}
      derived={shownAs(editing.input, editingNow.value, show) || t('none')}
      keep={(values[editing.key] ?? '') !== editingNow.value}
      onSave={(value, reason) => {
        const at = new Date().toISOString()
        change(editing.key, value)
        setOverrides({
          ...overrides,
          [editing.key]: { value, derived: editingNow.value, reason, by: officer, at },
        })
        return Promise.resolve(true)
      }}
      onClose={() => setEditing(undefined)}
    />
  )
  return { withSources, overrides, dialog }
}
