import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Brand } from '../frame/Brand'
import { LanguageSwitch } from '../frame/LanguageSwitch'

/** The page before a book is open: what the product is on the left, what to do on the right. */
export function Entrance({ children }: { children: ReactNode }) {
  const { t } = useTranslation('app')
  return (
    <div className="entrance">
      <section className="entrance-side">
        <Brand large />
        <p className="entrance-line">{t('entrance.line')}</p>
        <ul>
          {['offline', 'once', 'local'].map((key) => (
            <li key={key}>{t(`entrance.${key}`)}</li>
          ))}
        </ul>
      </section>
      <main className="entrance-main">
        <div className="entrance-tools">
          <LanguageSwitch />
        </div>
        <div className="entrance-content">{children}</div>
      </main>
    </div>
  )
}
