import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language, Text } from '#shared/model/text'

export function languageOf(code: string): Language {
  return code.startsWith('en') ? 'en' : 'zh'
}

/** Several names after one another, set apart as each language does it. */
export const listed = (names: readonly string[]): Text => ({ zh: names.join('、'), en: names.join(', ') })

/** Show a `Text` of shared in the current language; re-renders when the language changes. */
export function useText(): (text: Text) => string {
  const { i18n } = useTranslation()
  const language = languageOf(i18n.language)
  return useCallback((text: Text) => text[language], [language])
}
