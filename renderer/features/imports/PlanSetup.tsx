import { Alert, Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Preview } from '#shared/import/api'
import { isPersonal } from '#shared/import/personal-columns'
import type { Direction } from '#shared/model/mode'
import { useBook } from '../../app/book'
import { useColumnTitles } from '../../components/column-titles'
import { ArithmeticBox } from '../../components/import-mapping/ArithmeticBox'
import { Questions } from '../../components/import-mapping/Questions'
import { ImportMapping } from '../../components/import-mapping/ImportMapping'
import { maskText } from '#shared/model/mask'
import { useText } from '../../components/text'
import { FirstRows } from './FirstRows'
import { arithmeticOf, boundColumns, mapOf, useQuestions } from './mapping-view'
import { isReady, openAnswers, profileOf, type Plan } from './plan'
import { answer, applyRemembered, bindColumns, chooseProfile, setUpdate } from './store'

const separators: Readonly<Record<string, string>> = {
  ',': 'comma',
  '\t': 'tab',
  ';': 'semicolon',
  '|': 'bar',
}

/** How the file is read: nothing of it was taken for granted that it does not say. */
function Facts({ preview }: { preview: Preview }) {
  const { t } = useTranslation('imports')
  const { encoding, delimiter, sheet, headerRow, columns } = preview
  const facts = [
    encoding.toUpperCase(),
    delimiter !== undefined && t(`separator.${separators[delimiter] ?? 'comma'}`),
    sheet !== undefined && t('sheet', { name: sheet }),
    t('headerRow', { row: headerRow }),
    t('columns', { count: columns.length }),
  ].filter(Boolean)
  return <span className="setup-facts">{facts.join(' · ')}</span>
}

function ProfileChoice({ plan, preview }: { plan: Plan; preview: Preview }) {
  const { t } = useTranslation('imports')
  const show = useText()
  const port = useBook()
  const known = preview.candidates.map(({ profile, title, fields }) => ({
    value: profile,
    label: t('profileChoice', { name: show(title), count: fields }),
  }))
  const options = known.some(({ value }) => value === 'generic')
    ? known
    : [...known, { value: 'generic', label: t('format.generic') }]
  return (
    <label className="setup-choice" data-help="imports.profile">
      {t('profile')}
      <Select
        value={profileOf(plan)}
        options={options}
        popupMatchSelectWidth={false}
        onChange={(profile: string) => chooseProfile(port, plan.id, profile)}
      />
    </label>
  )
}

/** Bought abroad or sold from here: what the columns of the file say, until the officer says otherwise. */
function DirectionChoice({ plan, preview }: { plan: Plan; preview: Preview }) {
  const { t } = useTranslation('imports')
  const port = useBook()
  if (plan.kind !== 'orders') return null
  const told = preview.columns.some(({ field }) => field === 'buyerIdNumber') ? 'import' : 'export'
  return (
    <label className="setup-choice" data-help="imports.direction">
      {t('direction.label')}
      <Select<Direction>
        value={plan.answers.direction ?? told}
        options={(['export', 'import'] as const).map((value) => ({ value, label: t(`direction.${value}`) }))}
        popupMatchSelectWidth={false}
        onChange={(direction) => answer(port, plan.id, 'direction', direction)}
      />
    </label>
  )
}

function ShopChoice({ plan }: { plan: Plan }) {
  const { t } = useTranslation('imports')
  const port = useBook()
  const { remembered, answers } = plan
  if (remembered.length === 0) return null
  const chosen = remembered.findIndex(
    ({ platform, shop }) => platform === (answers.platform ?? '') && shop === (answers.shop ?? ''),
  )
  return (
    <label className="setup-choice" data-help="imports.shop">
      {t('rememberedShop')}
      <Select
        value={chosen < 0 ? null : chosen}
        placeholder={t('newShop')}
        popupMatchSelectWidth={false}
        options={remembered.map(({ platform, shop }, value) => ({
          value,
          label: [platform, shop].filter(Boolean).join(' / ') || t('noShop'),
        }))}
        onChange={(at: number) => applyRemembered(port, plan.id, remembered[at]!)}
      />
    </label>
  )
}

/** What the file is read as, what it leaves open, and the columns where the profile does not know them. */
export function PlanSetup({ plan }: { plan: Plan }) {
  const { t } = useTranslation('imports')
  const show = useText()
  const port = useBook()
  const questions = useQuestions(plan)
  const generic = useColumnTitles('imports', 'format')
  const preview = plan.preview!
  const unknown = preview.missing.length > 0 || profileOf(plan) === 'generic'
  const [mapping, setMapping] = useState(false)
  const open = openAnswers(plan)
  const arithmetic = arithmeticOf(preview, plan.answers.currency)
  const onAnswer = (key: string, value: string) => answer(port, plan.id, key, value)
  const chosen = preview.candidates.find(({ profile }) => profile === profileOf(plan))
  return (
    <div className="setup">
      <div className="setup-head">
        <Facts preview={preview} />
        <ProfileChoice plan={plan} preview={preview} />
        <ShopChoice plan={plan} />
        <DirectionChoice plan={plan} preview={preview} />
        {!unknown && (
          <Button type="link" onClick={() => setMapping(!mapping)}>
            {t(mapping ? 'hideMapping' : 'showMapping')}
          </Button>
        )}
        <Checkbox
          data-help="imports.update"
          checked={plan.update}
          onChange={(event) => setUpdate(plan.id, event.target.checked)}
        >
          {t('update')}
        </Checkbox>
      </div>
      {isReady(plan) && <Alert type="success" showIcon title={t('readyHint')} />}
      {open.length > 0 && <Alert type="warning" showIcon title={t('answerHint')} />}
      {unknown || mapping ? (
        <ImportMapping
          fileName={plan.file.name}
          encoding={preview.encoding}
          profile={chosen?.title ?? generic('generic')}
          columns={preview.columns.map(({ header, samples, field }) => ({
            name: header,
            samples: field && isPersonal(plan.kind, field) ? samples.map(maskText) : samples,
          }))}
          fields={preview.fields.map(({ field, label, required }) => ({
            key: field,
            title: label,
            required,
          }))}
          mapping={boundColumns(preview)}
          onMap={(next) => bindColumns(port, plan.id, mapOf(preview, next))}
          questions={questions}
          onAnswer={onAnswer}
          arithmetic={arithmetic}
          faults={preview.missing.map(({ label }) => label)}
        />
      ) : (
        <div className="setup-asks">
          {questions.length > 0 && <Questions questions={questions} onAnswer={onAnswer} />}
          {arithmetic && <ArithmeticBox arithmetic={arithmetic} />}
        </div>
      )}
      <details className="setup-rows" open={!unknown && !mapping}>
        <summary>
          {t('firstRows', { count: preview.rows.length, name: show(chosen?.title ?? generic('generic')) })}
        </summary>
        <FirstRows preview={preview} kind={plan.kind} />
      </details>
    </div>
  )
}
