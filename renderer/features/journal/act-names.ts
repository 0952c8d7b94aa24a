import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** Names of acts in words; one that has no words of its own is shown by the words of its kind, else as it is. */
export function useActName(): (name: string) => string {
  const { t } = useTranslation('journal')
  return useCallback(
    (name) => {
      const [kind = name, verb = ''] = name.split('.')
      const own = t(`act.${kind}_${verb}`, { defaultValue: '' })
      return own || t(`kind.${kind}`, { defaultValue: name })
    },
    [t],
  )
}
