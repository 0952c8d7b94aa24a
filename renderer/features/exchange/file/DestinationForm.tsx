import { Button, Input, Radio } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { textOfFile } from '../../../data/whole-file'
import { useAct } from '../../../app/useAct'

export type Destination = { own: boolean; url: string; token: string }

/** Where the batches are handed in. The token is used once and kept nowhere. */
export function DestinationForm(props: {
  mayOwn: boolean
  value: Destination
  onChange: (value: Destination) => void
}) {
  const { mayOwn, value, onChange } = props
  const { t } = useTranslation('carry')
  const { refuse } = useAct()
  const input = useRef<HTMLInputElement>(null)
  return (
    <fieldset className="carry-choices">
      <legend>{t('to.title')}</legend>
      {mayOwn && (
        <Radio.Group
          value={value.own}
          onChange={(event) => onChange({ ...value, own: event.target.value as boolean })}
          options={[
            { value: true, label: t('to.own') },
            { value: false, label: t('to.other') },
          ]}
        />
      )}
      {!(mayOwn && value.own) && (
        <>
          <label className="carry-field">
            <span>{t('to.url')}</span>
            <Input
              value={value.url}
              onChange={(event) => onChange({ ...value, url: event.target.value.trim() })}
            />
          </label>
          <label className="carry-field">
            <span>{t('to.token')}</span>
            <Input.Password
              value={value.token}
              autoComplete="off"
              onChange={(event) => onChange({ ...value, token: event.target.value.trim() })}
            />
            <Button onClick={() => input.current?.click()}>{t('to.tokenFile')}</Button>
            <input
              ref={input}
              type="file"
              className="visually-hidden"
              tabIndex={-1}
              aria-label={t('to.tokenFile')}
              onChange={(event) => {
                const file = event.target.files?.[0]
                if (file) {
                  textOfFile(file, 'line').then(
                    (token) => onChange({ ...value, token: token.trim() }),
                    refuse,
                  )
                }
              }}
            />
          </label>
        </>
      )}
    </fieldset>
  )
}
