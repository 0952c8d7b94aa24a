import type { Override } from '#shared/model/override'
import type { Derived, Standing } from '#shared/provenance/derived'

/** How the value of a field stands to its source, and what may be done about it. */
export type FieldSource = {
  standing: Exclude<Standing, 'own'>
  derived: Derived
  override?: Override
  /** Go to the source. */
  onOpen?: () => void
  /** Replace the value, with the reason. */
  onOverride: () => void
  /** Take what the source says. */
  onFollow: () => void
}
