import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useText } from '../../components/text'
import type { FilingBatch } from '../../data/port'
import './filed.css'

type Props = {
  batch: FilingBatch
  /** Where one of them is mended, by its key. */
  onOpen: (key: string) => void
  onClose: () => void
}

/** What became of a batch: what is in the queue, what is named by field and goes alone once mended, and what was left. */
export function FiledResult({ batch: { queued, refused, left }, onOpen, onClose }: Props) {
  const { t } = useTranslation('filing')
  const show = useText()
  const opener = (key: string) => (
    <Button type="link" size="small" onClick={() => onOpen(key)}>
      {key}
    </Button>
  )
  return (
    <Alert
      className="filed-result"
      type={refused.length > 0 ? 'warning' : 'success'}
      showIcon
      closable={{ onClose }}
      title={t('filed.says', { queued: queued.length, refused: refused.length, left: left.length })}
      description={
        refused.length + left.length > 0 && (
          <table className="face-plain" aria-label={t('filed.refused')}>
            <thead>
              <tr>
                <th scope="col">{t('column.key')}</th>
                <th scope="col">{t('filed.what')}</th>
                <th scope="col">{t('filed.why')}</th>
                <th scope="col">{t('filed.fix')}</th>
              </tr>
            </thead>
            <tbody>
              {refused.flatMap(({ key, faults, twiceOf }) => [
                ...(twiceOf === undefined
                  ? []
                  : [
                      <tr key={`${key} twice`}>
                        <td>{opener(key)}</td>
                        <td>{t('filed.twice')}</td>
                        <td>{t('filed.twiceOf', { key: twiceOf })}</td>
                        <td>{t('filed.twiceFix')}</td>
                      </tr>,
                    ]),
                ...faults.map(({ field, text, why, fix }) => (
                  <tr key={`${key} ${field}`}>
                    <td>{opener(key)}</td>
                    <td>{show(text)}</td>
                    <td>{show(why)}</td>
                    <td>{show(fix)}</td>
                  </tr>
                )),
              ])}
              {left.map(({ key, why, fix }) => (
                <tr key={`${key} left`}>
                  <td>{opener(key)}</td>
                  <td>{t('filed.left')}</td>
                  <td>{show(why)}</td>
                  <td>{show(fix)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    />
  )
}
