import { Button, Empty } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { citations, everyRule, policies, type CatalogueRule, type Policy } from '#shared/policy/catalogue'
import type { ViewProps } from '../../app/room'
import { useColumnTitles } from '../../components/column-titles'
import { Grid, type GridColumn } from '../../components/grid'
import { StateTag } from '../../components/StateTag'
import { useText } from '../../components/text'
import { usePinyin } from '../../components/usePinyin'
import { daysOf, seenOf, seenTones, severityTones, strengthTones } from './columns'
import { chosenRules, everything, indexPolicies, indexRules, searched } from './find'
import { PolicyDetail } from './PolicyDetail'
import { RuleDetail } from './RuleDetail'
import { RuleTools, type Face } from './RuleTools'
import '../../styles/faces.css'
import './rules.css'

const rules = everyRule()
const citing = citations(rules)

type RuleRow = CatalogueRule & { [key: string]: unknown }
type PolicyRow = Policy & { id: string; [key: string]: unknown }
type Shown = { face: Face; rule?: string; document?: string }

/** The first column opens the row by mouse; keys open it with Enter. */
const opener = (text: string, open: () => void) => (
  <Button type="link" size="small" tabIndex={-1} onClick={open}>
    {text}
  </Button>
)

function useRuleColumns(open: (id: string) => void): GridColumn<RuleRow>[] {
  const { t } = useTranslation('rules')
  const show = useText()
  const title = useColumnTitles('rules', 'column')
  return useMemo(
    () => [
      { key: 'id', title: title('id'), width: 92, render: (_v, { id }) => opener(id, () => open(id)) },
      {
        key: 'severity',
        title: title('severity'),
        width: 84,
        format: (_v, { severity }) => t(`severity.${severity}`),
        render: (_v, { severity }) => (
          <StateTag tone={severityTones[severity]}>{t(`severity.${severity}`)}</StateTag>
        ),
      },
      { key: 'text', title: title('text'), width: 400, format: (_v, { text }) => show(text) },
      {
        key: 'strength',
        title: title('strength'),
        width: 116,
        format: (_v, { strength }) => t(`strength.${strength}`),
        render: (_v, { strength }) => (
          <StateTag tone={strengthTones[strength]}>{t(`strength.${strength}`)}</StateTag>
        ),
      },
      { key: 'days', title: title('days'), width: 180, format: (_v, rule) => daysOf(rule) },
      {
        key: 'basis',
        title: title('basis'),
        width: 320,
        format: (_v, { basis }) =>
          basis.map(({ document, article }) => `${document} ${article}`.trim()).join('; '),
      },
      { key: 'fix', title: title('fix'), width: 260, format: (_v, { fix }) => show(fix), hidden: true },
    ],
    [open, show, t, title],
  )
}

function usePolicyColumns(open: (document: string) => void): GridColumn<PolicyRow>[] {
  const { t } = useTranslation('rules')
  const show = useText()
  const title = useColumnTitles('rules', 'column')
  return useMemo(
    () => [
      {
        key: 'document',
        title: title('document'),
        width: 300,
        render: (_v, { document }) => opener(document, () => open(document)),
      },
      { key: 'title', title: title('title'), width: 240, format: (_v, row) => show(row.title) },
      { key: 'days', title: title('days'), width: 180, format: (_v, policy) => daysOf(policy) },
      {
        key: 'seen',
        title: title('seen'),
        width: 136,
        format: (_v, row) => t(`seen.${seenOf(row)}`),
        render: (_v, row) => <StateTag tone={seenTones[seenOf(row)]}>{t(`seen.${seenOf(row)}`)}</StateTag>,
      },
      {
        key: 'cited',
        title: title('cited'),
        width: 80,
        align: 'right',
        format: (_v, { document }) => String(citing.get(document)?.length ?? 0),
      },
    ],
    [open, show, t, title],
  )
}

const pageOf =
  <R,>(rows: readonly R[]) =>
  (offset: number, limit: number) =>
    Promise.resolve(rows.slice(offset, offset + limit))

/** 规则与文件: every rule of the pre-checks with its grounds, every document with the rules that rest on it. */
export function RulesRoom({ params }: ViewProps) {
  const { t } = useTranslation('rules')
  const label = useColumnTitles('rules', 'face')
  const [shown, setShown] = useState<Shown>({ face: 'rules' })
  const [choice, setChoice] = useState(everything)
  // A finding elsewhere leads to its rule or document.
  const asked = params['rule'] ?? params['document'] ?? ''
  const [led, setLed] = useState('')
  if (asked !== led) {
    setLed(asked)
    if (params['rule']) setShown({ face: 'rules', rule: params['rule'] })
    if (params['document']) setShown({ face: 'documents', document: params['document'] })
    setChoice(everything)
  }
  const pinyinOf = usePinyin(/[a-z]/i.test(choice.query))
  const ruleIndex = useMemo(() => indexRules(rules, pinyinOf), [pinyinOf])
  const policyIndex = useMemo(() => indexPolicies(policies, pinyinOf), [pinyinOf])
  const foundRules = useMemo(() => chosenRules(ruleIndex, choice), [choice, ruleIndex])
  const foundPolicies = useMemo(() => searched(policyIndex, choice.query), [choice.query, policyIndex])
  const ruleRows = useMemo(() => pageOf(foundRules as RuleRow[]), [foundRules])
  const policyRows = useMemo(
    () => pageOf(foundPolicies.map((one): PolicyRow => ({ ...one, id: one.document }))),
    [foundPolicies],
  )
  const [openRule, openDocument] = useMemo(
    () => [
      (rule: string) => setShown({ face: 'rules', rule }),
      (document: string) => setShown({ face: 'documents', document }),
    ],
    [],
  )
  const ruleColumns = useRuleColumns(openRule)
  const policyColumns = usePolicyColumns(openDocument)
  const rule = rules.find(({ id }) => id === shown.rule)
  const policy = policies.find(({ document }) => document === shown.document)
  const version = `${JSON.stringify(choice)} ${pinyinOf ? 'p' : ''}`
  return (
    <div className="rules" data-room="rules" data-help="rules.room">
      <RuleTools
        face={shown.face}
        choice={choice}
        onFace={(face) => setShown({ ...shown, face })}
        onChoose={setChoice}
      />
      <div className="rules-split">
        <div className="rules-grid">
          {shown.face === 'rules' ? (
            <Grid<RuleRow>
              key="rules"
              id="rules"
              label={label('rules')}
              columns={ruleColumns}
              source={{ total: foundRules.length, version, rows: ruleRows }}
              onOpen={({ id }) => openRule(id)}
              totals={{ filter: { rows: foundRules.length } }}
              empty={<p>{t('nothing')}</p>}
            />
          ) : (
            <Grid<PolicyRow>
              key="documents"
              id="documents"
              label={label('documents')}
              columns={policyColumns}
              source={{
                total: foundPolicies.length,
                version,
                rows: policyRows,
              }}
              onOpen={({ id }) => openDocument(id)}
              totals={{ filter: { rows: foundPolicies.length } }}
              empty={<p>{t('nothing')}</p>}
            />
          )}
        </div>
        <aside className="rules-detail face-card" aria-label={t('detail')} aria-live="polite">
          {shown.face === 'rules' && rule && <RuleDetail rule={rule} onDocument={openDocument} />}
          {shown.face === 'documents' && policy && (
            <PolicyDetail policy={policy} citing={citing.get(policy.document) ?? []} onRule={openRule} />
          )}
          {(shown.face === 'rules' ? rule : policy) === undefined && (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('choose')} />
          )}
        </aside>
      </div>
    </div>
  )
}
