import { Button } from 'antd'
import { openRoom } from '../../app/navigation'

/** A rule number that leads to the rule with its grounds. */
export function RuleLink({ rule }: { rule: string }) {
  return (
    <Button type="link" size="small" className="rebate-rule" onClick={() => openRoom('rules', { rule })}>
      {rule}
    </Button>
  )
}
