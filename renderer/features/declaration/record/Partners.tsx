import { Empty } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CodeBook } from '#shared/codes/book'
import { messagesOf, type DossierMessage } from '#shared/declaration/dossier-messages'
import type { CebDocument, DeclarationList } from '#shared/model/list'
import { StateTag, type StateTone } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import type { DocumentView } from '../../../data/port'
import { DocumentFields } from './DocumentFields'
import { LineTable } from './LineTable'

const partners = [
  'order',
  'receipts',
  'logistics',
] as const satisfies readonly (keyof DeclarationList['documents'])[]

const tones: Partial<Record<DocumentView['situation'], StateTone>> = { good: 'good' }

type PartnersProps = {
  list: DeclarationList
  documents: readonly DocumentView[]
  codes: CodeBook | undefined
}

function Partner({
  message,
  document,
  view,
  codes,
}: {
  message: DossierMessage
  document: CebDocument
  view: DocumentView | undefined
  codes: CodeBook | undefined
}) {
  const { t } = useTranslation('declaration')
  const show = useText()
  return (
    <section className="partner" aria-label={t(`message.${message}`)}>
      <h3>
        {t(`message.${message}`)}
        {view && <StateTag tone={tones[view.situation] ?? 'neutral'}>{show(view.words)}</StateTag>}
        {view && view.code !== '' && <code>{view.code}</code>}
      </h3>
      <DocumentFields message={message} values={document.head} codes={codes} />
      {document.lines && document.lines.length > 0 && (
        <LineTable message={message} lines={document.lines} codes={codes} />
      )}
    </section>
  )
}

/** Order, 收款单 and 运单 that are sent with the 清单; what another party transmits is said to be theirs. */
export function Partners({ list, documents, codes }: PartnersProps) {
  const { t } = useTranslation('declaration')
  const messages = messagesOf(list)
  return (
    <div className="partners">
      {partners.map((key) => {
        const message = messages[key]
        const document = list.documents[key]
        return document ? (
          <Partner
            key={message}
            message={message}
            document={document}
            view={documents.find((one) => one.message === message)}
            codes={codes}
          />
        ) : (
          <section key={message} className="partner" aria-label={t(`message.${message}`)}>
            <h3>{t(`message.${message}`)}</h3>
            <Empty image={null} description={t(`record.absent.${message}`)} />
          </section>
        )
      })}
    </div>
  )
}
