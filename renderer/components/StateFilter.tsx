import { Segmented } from 'antd'

type Props<S extends string> = {
  label: string
  /** The word for all of them, with how many there are. */
  all: string
  /** In the order they are offered. */
  states: readonly S[]
  counts: Readonly<Partial<Record<S, number>>>
  nameOf: (state: S) => string
  value: S | ''
  onChange: (state: S | '') => void
}

/** Narrows a list to one state, each with its count. A state nothing is in is left out, unless it is the chosen one. */
export function StateFilter<S extends string>({
  label,
  all,
  states,
  counts,
  nameOf,
  value,
  onChange,
}: Props<S>) {
  const offered = states.filter((state) => (counts[state] ?? 0) > 0 || state === value)
  return (
    <Segmented<S | ''>
      aria-label={label}
      value={value}
      onChange={onChange}
      options={[
        { value: '' as const, label: all },
        ...offered.map((state) => ({ value: state, label: `${nameOf(state)} ${counts[state] ?? 0}` })),
      ]}
    />
  )
}
