import { Alert, Descriptions } from 'antd'
import { useTranslation } from 'react-i18next'
import { groupDigits } from '../../../components/numbers'
import { useText } from '../../../components/text'
import { showTime } from '../../../components/time'
import { shortId } from '../states'
import type { Verdict } from './carrying'

/** What a file is, before anything is done with it; a refused one says why and what to do. */
export function CarriedFileCard({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation('carry')
  const show = useText()
  const { file, content, faults } = verdict
  const [fault] = faults
  if (fault) {
    return (
      <Alert
        type="error"
        showIcon
        data-testid="carry-refused"
        title={
          <>
            {t('file.refused', { file })} {show(fault.message)} <code>{fault.code}</code>
          </>
        }
        description={show(fault.fix)}
      />
    )
  }
  if (!content) return null
  const { enterprise, book, createdAt, signer, batches, receipts, claim = '', mark } = content
  const kinds = new Map<string, number>()
  for (const { documents = {} } of batches) {
    for (const [type, n] of Object.entries(documents)) kinds.set(type, (kinds.get(type) ?? 0) + n)
  }
  const items = [
    [t('file.name'), file],
    [t('file.kind'), t(`kind.${content.kind}`, content.kind)],
    [t('file.enterprise'), `${enterprise.name} (${enterprise.code})`],
    [t('file.book'), mark ?? t(`book.${book}`)],
    [t('file.createdAt'), showTime(createdAt)],
    [t('file.claim'), claim],
    [t('file.batches'), batches.map(({ batchId }) => shortId(batchId)).join(' ')],
    [
      t('file.documents'),
      [...kinds]
        .map(([type, n]) => t('file.count', { message: t(`queue:message.${type}`, type), count: n }))
        .join(t('file.comma')),
    ],
    [t('file.receipts'), receipts === undefined ? '' : groupDigits(String(receipts))],
    [t('file.signer'), signer],
  ].filter(([, value]) => value !== '')
  return (
    <Descriptions
      size="small"
      bordered
      column={2}
      data-testid="carry-file"
      className="carry-facts"
      items={items.map(([label, value]) => ({ key: label, label, children: value }))}
    />
  )
}
