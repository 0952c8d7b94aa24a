import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '#shared/model/text'

type Resources = Record<string, unknown>

/** One file per language and namespace; a room's namespace is its id. */
const files = import.meta.glob<Resources>('./*/*.json', { eager: true, import: 'default' })

export function resources(): Record<Language, Record<string, Resources>> {
  const all: Record<Language, Record<string, Resources>> = { zh: {}, en: {} }
  for (const [path, content] of Object.entries(files)) {
    const [, language, namespace] = /\.\/(zh|en)\/(.+)\.json$/.exec(path)!
    all[language as Language][namespace!] = content
  }
  return all
}

/** Start the translations. Chinese is the original: an English gap shows the Chinese sentence, never a key. */
export function startLanguage(language: Language): i18n {
  const instance = createInstance()
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    resources: resources() as never,
    defaultNS: 'app',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    initAsync: false,
  })
  return instance
}

/** Each character that the texts of a language use, once. */
export function charactersOf(language: Language): string {
  return [...new Set(JSON.stringify(resources()[language]))].join('')
}
