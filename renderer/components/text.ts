import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language, Text } from '#shared/model/text'

export function languageOf(code: string): Language {
  return code.startsWith('en') ? 'en' : 'zh'
}

/** Show a `Text` of shared in the current language; re-renders when the language changes. */
export function useText(): (text: Text) => string {
  const { i18n } = useTranslation()
  const language = languageOf(i18n.language)
  return useCallback((text: Text) => text[language], [language])
}
