import { Segmented } from 'antd'
import { useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { ExemptMonth } from '../exempt/ExemptMonth'
import { Ledger } from '../life/Ledger'
import { Letters } from './Letters'
import { PreRefunds } from './PreRefunds'
import { Returned } from './Returned'
import { Taxed } from './Taxed'

type Page = 'ledger' | 'settlement' | 'letters' | 'returned' | 'exempt' | 'taxed'

/** Pages that belong to one face, one at a time. */
function Pages({ pages }: { pages: readonly (readonly [Page, ComponentType])[] }) {
  const { t } = useTranslation('rebateAfter')
  const [at, setAt] = useState(pages[0]![0])
  const [, Shown] = pages.find(([page]) => page === at)!
  return (
    <>
      <Segmented<Page>
        className="face-tabs"
        aria-label={t('pages')}
        value={at}
        onChange={setAt}
        options={pages.map(([value]) => ({ value, label: t(`face.${value}`) }))}
      />
      <Shown />
    </>
  )
}

const afterClaim = [
  ['ledger', Ledger],
  ['settlement', PreRefunds],
  ['letters', Letters],
  ['returned', Returned],
] as const
const notRefunded = [
  ['exempt', ExemptMonth],
  ['taxed', Taxed],
] as const

/** 退税台账 with what follows a claim: pre-refunds to settle, letters of the office, goods that came back. */
export const LedgerPages = () => <Pages pages={afterClaim} />
/** What is declared without a refund: exempt, or taxed as sold at home. */
export const ExemptPages = () => <Pages pages={notRefunded} />
