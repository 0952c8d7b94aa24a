import { Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isDay } from '#shared/time/day'
import type { Brands } from '../../data/port'

type Brand = Brands['brands'][number]
/** A brand, new or known, or a leave to sell one. */
export type BrandEdit = { kind: 'brand'; brand?: Brand } | { kind: 'leave'; brand: Brand }

type Props = {
  edit: BrandEdit
  known: Brands
  today: string
  onSave: (next: Brands, said: string) => Promise<boolean>
  onClose: () => void
}

const words = (text: string): string[] => [...new Set(text.split(/[\s,;，；、]+/).filter(Boolean))]
const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text.replaceAll('-', ''))

/** A brand with the ways it is written, or a leave with its days, countries and goods. */
export function BrandDialog({ edit, known, today, onSave, onClose }: Props) {
  const { t } = useTranslation('goods')
  const before = edit.brand
  const [name, setName] = useState(before?.name ?? '')
  const [spellings, setSpellings] = useState(before?.words.join(' ') ?? '')
  const [own, setOwn] = useState(before?.own ?? false)
  const [from, setFrom] = useState(today)
  const [to, setTo] = useState('')
  const [countries, setCountries] = useState('')
  const [skus, setSkus] = useState('')
  const [busy, setBusy] = useState(false)
  const isLeave = edit.kind === 'leave'
  const isTaken = known.brands.some((one) => one !== before && one.name === name.trim())
  const isSound = isLeave
    ? isDate(from) && (to === '' || (isDate(to) && to >= from))
    : name.trim() !== '' && !isTaken
  const next = (): Brands => {
    if (isLeave) {
      const leave = {
        brand: edit.brand.name,
        from,
        ...(to !== '' && { to }),
        ...(words(countries).length > 0 && { countries: words(countries) }),
        ...(words(skus).length > 0 && { skus: words(skus) }),
      }
      return { ...known, leaves: [...known.leaves, leave] }
    }
    const brand = { name: name.trim(), words: words(spellings), ...(own && { own }) }
    return {
      brands: before ? known.brands.map((one) => (one === before ? brand : one)) : [...known.brands, brand],
      leaves: known.leaves.map((one) => (one.brand === before?.name ? { ...one, brand: brand.name } : one)),
    }
  }
  const save = async () => {
    if (!isSound || busy) return
    setBusy(true)
    const done = await onSave(
      next(),
      t(isLeave ? 'brands.leaveSaved' : 'brands.saved', { name: name.trim() }),
    )
    setBusy(false)
    if (done) onClose()
  }
  return (
    <Modal
      open
      title={isLeave ? t('brands.leaveOf', { name }) : t(before ? 'brands.edit' : 'brands.add')}
      okText={t('save')}
      okButtonProps={{ disabled: !isSound }}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      {isLeave ? (
        <>
          <div className="face-fields">
            <label>
              {t('brands.from')}
              <Input autoFocus value={from} onChange={({ target }) => setFrom(target.value.trim())} />
            </label>
            <label>
              {t('brands.to')}
              <Input
                placeholder="2026-12-31"
                value={to}
                onChange={({ target }) => setTo(target.value.trim())}
              />
            </label>
          </div>
          <label className="face-field">
            {t('brands.countries')}
            <Input value={countries} onChange={({ target }) => setCountries(target.value)} />
          </label>
          <label className="face-field">
            {t('brands.skus')}
            <Input value={skus} onChange={({ target }) => setSkus(target.value)} />
          </label>
        </>
      ) : (
        <>
          <label className="face-field">
            {t('brands.name')}
            <Input autoFocus value={name} onChange={({ target }) => setName(target.value)} />
          </label>
          <label className="face-field">
            {t('brands.words')}
            <Input value={spellings} onChange={({ target }) => setSpellings(target.value)} />
          </label>
          <Checkbox checked={own} onChange={({ target }) => setOwn(target.checked)}>
            {t('brands.ownAsked')}
          </Checkbox>
          {isTaken && (
            <p className="face-error" role="alert">
              {t('brands.taken')}
            </p>
          )}
        </>
      )}
    </Modal>
  )
}
