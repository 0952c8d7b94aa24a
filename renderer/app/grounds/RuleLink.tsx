import { Button } from 'antd'
import { openRoom } from '../navigation'
import './grounds.css'

/** A rule number that leads to the rule with its grounds. */
export function RuleLink({ rule }: { rule: string }) {
  return (
    <Button type="link" size="small" className="rule-link" onClick={() => openRoom('rules', { rule })}>
      {rule}
    </Button>
  )
}
