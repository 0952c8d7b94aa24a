import { InputNumber, type InputNumberProps } from 'antd'
import { useLayoutEffect, useRef, useState } from 'react'

/**
 * A number field. antd's own takes a value from outside in an effect, and a room behind the scenes runs none: it came
 * back with the number of before, and leaving it told that number as if it had been typed. Brought back with another
 * value it begins anew.
 */
export function NumberInput(props: InputNumberProps<number>) {
  const { value } = props
  const [turn, setTurn] = useState(0)
  const shown = useRef(value)
  const hidden = useRef(false)
  useLayoutEffect(() => {
    if (hidden.current && shown.current !== value) setTurn((last) => last + 1)
    hidden.current = false
    shown.current = value
  }, [value])
  useLayoutEffect(
    () => () => {
      hidden.current = true
    },
    [],
  )
  return <InputNumber<number> key={turn} {...props} />
}
