import { useBook } from '../../app/book'
import type { ViewProps } from '../../app/room'
import { ImportList } from './ImportList'
import { NewImport } from './NewImport'
import { PlanDetail } from './PlanDetail'
import { PlanList } from './PlanList'
import { useBookOfImports, useImports } from './store'
import './imports.css'

/** Bring files in: what each is read as, what it leaves open, how it went; below, every import there was. */
export function ImportsRoom({ params }: ViewProps) {
  const port = useBook()
  useBookOfImports(port)
  const { plans, selected } = useImports()
  const shown = plans.find((plan) => plan.id === selected)
  return (
    <div className="imports" data-room="imports">
      <NewImport key={params['kind']} kind={params['kind']} />
      {plans.length > 0 && (
        <div className="imports-work">
          <PlanList plans={plans} selected={selected} />
          <div className="imports-detail">{shown && <PlanDetail key={shown.id} plan={shown} />}</div>
        </div>
      )}
      <ImportList compact={plans.length > 0} />
    </div>
  )
}
