import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { valueOf, type FormField } from '#shared/forex/outputs/form'
import { standingOf, type SourceKind } from '#shared/provenance/derived'
import { useSession } from '../../../app/book'
import { overridesField, overridesIn, overridesText } from '../../../app/provenance/overrides-text'
import { OverrideDialog } from '../../../components/provenance/OverrideDialog'
import type { FieldSource } from '../../../components/provenance/types'
import { shownAs } from '../../../components/record-form/FieldBox'
import type { FieldInput } from '../../../components/record-form/types'
import { useText } from '../../../components/text'
import { useCredit } from '../credit/context'
import { startOf, steps, type Step } from '../credit/steps'
import type { useAnswers } from './AnswerForm'
import { formSections, keyOf, type SpecSection } from './spec'
import { useEntries } from './useEntries'

export type FormSources = {
  /** The way to where the source is mended. */
  openOf: (field: FormField) => (() => void) | undefined
  sourceOf: (field: FormField) => FieldSource | undefined
  /** A value as people read it: a code with its name. */
  shown: (field: FormField, value: string) => string
}

/** The step of the receipt where the source of a field is mended; codes come from a table nobody mends here. */
const stepOf: Partial<Record<SourceKind, Step>> = {
  credit: 'channel',
  subject: 'subject',
  settlement: 'netting',
  quote: 'currency',
  check: 'findings',
}

/**
 * 一次录入 in a form of a receipt: what its sources say stands there locked, is replaced with a reason, and says so once a
 * source moved. `inputs`: how fields are typed that are not plain text.
 */
export function useFormSources(form: ReturnType<typeof useAnswers>, inputs: readonly SpecSection[]) {
  const { t } = useTranslation('provenance')
  const show = useText()
  const { officer } = useSession()
  const { go } = useCredit()
  const entries = useEntries(inputs)
  const drawn = useMemo(
    () =>
      new Map(
        formSections(inputs, '', entries ?? {}).flatMap(({ fields }) =>
          fields.map(({ key, input }) => [key, input] as const),
        ),
      ),
    [entries, inputs],
  )
  const [editing, setEditing] = useState<FormField>()
  const inputOf = ({ id }: FormField): FieldInput => drawn.get(keyOf(id)) ?? { kind: 'text' }
  const shown = (field: FormField, value: string): string => shownAs(inputOf(field), value, show)
  const overrides = overridesIn(form.values)
  const set = (next: typeof overrides) => form.change(overridesField, overridesText(next))
  const openOf = ({ source }: FormField) => {
    const step = source && (steps.find((one) => one === source.id) ?? stepOf[source.record])
    return step && (() => go(startOf(step)))
  }
  const sourceOf = (field: FormField): FieldSource | undefined => {
    const { id, source, derived: value, override } = field
    if (!source || value === undefined) return undefined
    const derived = { value, source }
    const standing = standingOf(valueOf(field), derived, override)
    const onOpen = openOf(field)
    return standing === 'own'
      ? undefined
      : {
          standing,
          derived,
          ...(override && { override }),
          ...(onOpen && { onOpen }),
          onOverride: () => setEditing(field),
          onFollow: () => {
            const { [id]: _gone, ...others } = overrides
            set(others)
            // What was typed here before its source said it.
            if (form.values[keyOf(id)]) form.change(keyOf(id), '')
          },
        }
  }
  const dialog = editing?.derived !== undefined && (
    <OverrideDialog
      label={editing.label}
      input={inputOf(editing)}
      value={valueOf(editing)}
      reason={overrides[editing.id]?.reason ?? ''}
      derived={shown(editing, editing.derived) || t('none')}
      keep={valueOf(editing) !== editing.derived}
      onSave={(value, reason) => {
        const at = new Date().toISOString()
        set({ ...overrides, [editing.id]: { value, derived: editing.derived!, reason, by: officer, at } })
        return Promise.resolve(true)
      }}
      onClose={() => setEditing(undefined)}
    />
  )
  return { sources: { openOf, sourceOf, shown }, dialog }
}

/** The questions that are left to whoever fills the form in: what a source says is not asked. */
export const openQuestions = (
  sections: readonly SpecSection[],
  fields: readonly FormField[] | undefined,
): readonly SpecSection[] => {
  const known = new Set(fields?.flatMap(({ id, derived }) => (derived === undefined ? [] : id)))
  return known.size === 0
    ? sections
    : sections.map((section) => ({
        ...section,
        fields: section.fields.filter(({ path }) => !known.has(path)),
      }))
}
