import { Segmented } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeBook } from '#shared/codes/book'
import { partyFields } from '#shared/filing/fields'
import { labelOf } from '#shared/filing/views'
import { maskText } from '#shared/model/mask'
import { tabId, titleTab } from '../../../app/navigation'
import type { Params } from '../../../app/room'
import { FilingVersions } from '../../../app/versions/FilingVersions'
import { StateTag } from '../../../components/StateTag'
import type { PartyView } from '../../../data/port'
import { stateTones } from '../states'
import { AuthorityViews } from './AuthorityViews'
import { blankParty, copyOf, partyOf, valuesOf } from './fields'
import { focusField } from './focus-field'
import { Meter } from './Meter'
import { PartyForm } from './PartyForm'
import { ReviewHistory } from './ReviewHistory'
import { usePartyDraft } from './usePartyDraft'
import { ZoneMoved } from './ZoneMoved'

const faces = ['form', 'authorities', 'history'] as const
type Face = (typeof faces)[number]

type Props = {
  params: Params
  codes: CodeBook
  practice: boolean
  /** The master itself; absent while it is a new one. */
  view: PartyView | undefined
  /** What a copy begins with. */
  source: PartyView | undefined
}

const isField = (field: string): field is keyof typeof partyFields => Object.hasOwn(partyFields, field)
const labelOfField = (field: string) =>
  isField(field) || field === 'roles' || field === 'modes' ? labelOf(field) : { zh: field, en: field }
const shownField = (field: string, value: string) =>
  isField(field) && partyFields[field].sensitivity === 'personal' ? maskText(value) : value

/** A master with its form, how each authority stands to it, and what became of each filing. */
export function PartyRecord({ params, codes, practice, view, source }: Props) {
  const { t } = useTranslation('filing')
  const [face, setFace] = useState<Face>('form')
  const stored = useMemo(
    () => valuesOf(view ? view.party : source ? copyOf(source.party) : blankParty),
    [source, view],
  )
  const title = view?.party.values.name ?? view?.party.values.personName ?? view?.key ?? t('new')
  const draft = usePartyDraft({
    id: tabId('filing/record', params),
    title: `${t('title')} ${title}`,
    stored,
    view,
  })
  const party = useMemo(() => partyOf(draft.values), [draft.values])
  useEffect(() => titleTab('filing/record', params, title), [params, title])
  return (
    <div className="filing-record" data-help="filing.record">
      <div className="face-tools" role="toolbar" aria-label={title}>
        <Segmented<Face>
          aria-label={t('record.faces')}
          value={face}
          onChange={setFace}
          options={faces.map((value) => ({
            value,
            label: t(`record.${value}`),
            disabled: !view && value !== 'form',
          }))}
        />
        {view && <StateTag tone={stateTones[view.state]}>{t(`state.${view.state}`)}</StateTag>}
        {view?.stage === 'attention' && (
          <FilingVersions kind="enterprise" id={view.key} labelOf={labelOfField} shown={shownField} />
        )}
        <span className="face-space" />
        <span role="status">{draft.said}</span>
      </div>
      {view?.zoneMoved && <ZoneMoved partyKey={view.key} />}
      <div className="filing-split">
        <div className="filing-main">
          {face === 'form' && (
            <PartyForm
              params={params}
              codes={codes}
              practice={practice}
              view={view}
              party={party}
              draft={draft}
            />
          )}
          {face === 'authorities' && view && (
            <AuthorityViews
              view={view}
              party={party}
              onField={(field) => {
                setFace('form')
                focusField(field)
              }}
            />
          )}
          {face === 'history' && view && (
            <ReviewHistory
              view={view}
              party={party}
              onTake={(values) => {
                draft.take(values)
                setFace('form')
              }}
            />
          )}
        </div>
        <Meter party={party} practice={practice} onField={() => setFace('form')} />
      </div>
    </div>
  )
}
