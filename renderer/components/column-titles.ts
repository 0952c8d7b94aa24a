import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Text } from '#shared/model/text'

/**
 * Titles of grid columns from the language resources as `Text`, so that a column keeps its identity when the language
 * changes: `useColumnTitles('orders', 'columns')('orderNo')`.
 */
export function useColumnTitles(namespace: string, prefix: string): (key: string) => Text {
  const { i18n } = useTranslation()
  return useCallback(
    (key) => {
      const full = `${namespace}:${prefix}.${key}`
      return { zh: i18n.t(full, { lng: 'zh' }), en: i18n.t(full, { lng: 'en' }) }
    },
    [i18n, namespace, prefix],
  )
}
