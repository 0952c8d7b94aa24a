import { useTranslation } from 'react-i18next'
import { practiceTemplates } from '#shared/declaration/practice-template'
import type { ListMode } from '#shared/model/mode'
import type { Template } from '#shared/model/template'
import { useSession } from '../../app/book'
import { useAct } from '../../app/useAct'
import type { Stored } from '../../data/port'
import { freeName } from './record'

/** Adds the ready-made template of a mode to a 演练 book; undefined in a 正式 one, where its codes would be refused. */
export function usePracticeTemplate(
  all: readonly Stored<Template>[],
): ((mode?: ListMode) => void) | undefined {
  const { t } = useTranslation('templates')
  const { entry, enterprise } = useSession()
  const { act } = useAct()
  if (entry.kind !== 'practice') return undefined
  return (mode = '9610') => {
    const practiceTemplate = practiceTemplates[mode]
    const name = freeName(practiceTemplate.name, new Set(all.map(({ record }) => record.name)))
    const record: Template = {
      ...practiceTemplate,
      name,
      isDefault: all.length === 0,
      ownerName: enterprise?.name ?? practiceTemplate.ownerName,
    }
    // A refusal is already on the screen.
    act({
      name: 'templates.add',
      why: name,
      changes: [{ table: 'templates', op: 'put', rev: 0, record }],
      said: t('saved', { name }),
    }).catch(() => undefined)
  }
}
