import { Button, type ButtonProps } from 'antd'
import { useWhyNot, type Deed } from './roles'

/**
 * How a button stands that does something not every officer may do: disabled, with the reason as its title, for whoever may
 * not. For the buttons of a dialog, which draws them itself.
 */
export function useOffer(does: Deed, disabled = false): Pick<ButtonProps, 'disabled' | 'title'> {
  const refused = useWhyNot()(does)
  return { disabled: disabled || refused !== undefined, ...(refused !== undefined && { title: refused }) }
}

/** A button that does something not every officer may do. */
export function ActButton({ does, disabled, ...rest }: ButtonProps & { does: Deed }) {
  return <Button {...rest} {...useOffer(does, disabled)} />
}
