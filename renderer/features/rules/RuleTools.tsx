import { Button, Input, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { severities, strengths } from './columns'
import { everything, type RuleChoice } from './find'

export type Face = 'rules' | 'documents'
type Props = {
  face: Face
  choice: RuleChoice
  onFace: (face: Face) => void
  onChoose: (choice: RuleChoice) => void
}

/** What is shown: rules or documents, of which room, how grave, how sure, and by which words. */
export function RuleTools({ face, choice, onFace, onChoose }: Props) {
  const { t } = useTranslation('rules')
  return (
    <div className="face-tools" role="toolbar" aria-label={t('title')}>
      <Segmented<Face>
        aria-label={t('faces')}
        value={face}
        onChange={onFace}
        options={(['rules', 'documents'] as const).map((value) => ({ value, label: t(`face.${value}`) }))}
      />
      <Input.Search
        className="rules-search"
        aria-label={t('search')}
        placeholder={t('search')}
        allowClear
        value={choice.query}
        onChange={({ target }) => onChoose({ ...choice, query: target.value })}
      />
      {face === 'rules' && (
        <>
          <Select<RuleChoice['room']>
            aria-label={t('column.room')}
            className="rules-choice"
            value={choice.room}
            onChange={(room) => onChoose({ ...choice, room })}
            options={(['', 'rebate', 'forex'] as const).map((value) => ({
              value,
              label: t(`room.${value || 'all'}`),
            }))}
          />
          <Select
            aria-label={t('column.severity')}
            className="rules-choice"
            value={choice.severity}
            onChange={(severity) => onChoose({ ...choice, severity })}
            options={[
              { value: '', label: t('severity.all') },
              ...severities.map((value) => ({ value: value as string, label: t(`severity.${value}`) })),
            ]}
          />
          <Select<RuleChoice['strength']>
            aria-label={t('column.strength')}
            className="rules-choice"
            value={choice.strength}
            onChange={(strength) => onChoose({ ...choice, strength })}
            options={[
              { value: '' as const, label: t('strength.all') },
              ...strengths.map((value) => ({ value, label: t(`strength.${value}`) })),
            ]}
          />
        </>
      )}
      {JSON.stringify(choice) !== JSON.stringify(everything) && (
        <Button type="link" size="small" onClick={() => onChoose(everything)}>
          {t('clear')}
        </Button>
      )}
    </div>
  )
}
