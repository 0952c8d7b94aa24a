import { useTranslation } from 'react-i18next'
import type { Explained, Input } from '#shared/rules/explain'
import { groupDigits } from '../../components/numbers'
import { useText } from '../../components/text'
import { RuleLink } from './RuleLink'
import './grounds.css'

function InputLine({ input }: { input: Input }) {
  const show = useText()
  if (input.of) return <FigureTree figure={input.of} name={show(input.name)} />
  return (
    <div className="figure-input">
      <span>{show(input.name)}</span>
      <b>{groupDigits(input.value)}</b>
    </div>
  )
}

type Props = { figure: Explained; name?: string; open?: boolean }

/** A figure that opens to its formula and what went into it, down to what was given: to be recomputed by hand. */
export function FigureTree({ figure, name, open = false }: Props) {
  const { t } = useTranslation('grounds')
  const show = useText()
  return (
    <details className="figure" open={open}>
      <summary>
        <span>{name ?? show(figure.label)}</span>
        <b>{groupDigits(figure.value)}</b>
      </summary>
      <div className="figure-body">
        <p>
          {t('formula', { formula: show(figure.formula) })} <RuleLink rule={figure.rule} />
        </p>
        {figure.inputs.map((input, at) => (
          <InputLine key={`${at} ${input.name.en}`} input={input} />
        ))}
      </div>
    </details>
  )
}
