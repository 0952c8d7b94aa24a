import { useTranslation } from 'react-i18next'
import type { BookKind } from '#shared/model/enterprise'

/** 演练 or 正式, in words; the same words stand on every print and export of a 演练 book. */
export function BookTag({ kind }: { kind: BookKind }) {
  const { t } = useTranslation('app')
  return <span className={`book-tag book-tag-${kind}`}>{t(`kind.${kind}`)}</span>
}
