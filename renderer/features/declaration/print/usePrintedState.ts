import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { StateWords } from './rows'

/** A print is a Chinese paper whatever language the screen is in. */
export function usePrintedState(): StateWords {
  const { i18n } = useTranslation()
  return useCallback((key) => i18n.t(`declaration:state.${key}`, { lng: 'zh' }), [i18n])
}
