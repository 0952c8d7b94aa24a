import { Button, type ButtonProps } from 'antd'
import { useWhyNot, type Deed } from './roles'

type Props = ButtonProps & {
  /** What it does; whoever may not do it finds it disabled, with the reason as its title. */
  does: Deed
}

/** A button that does something not every officer may do. */
export function ActButton({ does, disabled, title, ...rest }: Props) {
  const refused = useWhyNot()(does)
  const said = refused ?? title
  return (
    <Button
      {...rest}
      disabled={disabled === true || refused !== undefined}
      {...(said !== undefined && { title: said })}
    />
  )
}
