import { useEffect, useState } from 'react'
import type { BookKind } from '#shared/model/enterprise'
import type { Zone } from '#shared/zones/zone'
import { zones as shipped } from '#shared/zones/zones'
import { knownZones } from '../../data/zones'

/** Zones a new book can begin in: the shipped ones, and those that were taken on this machine before. */
export function useKnownZones(kind: BookKind): readonly Zone[] {
  const [zones, setZones] = useState<readonly Zone[]>(shipped)
  useEffect(() => {
    let isLeft = false
    const found = knownZones(kind === 'practice')
    // A store that cannot be read is said when the book is opened; the shipped zones go on to be offered.
    void found.then(
      (book) => !isLeft && setZones(book.zones),
      () => undefined,
    )
    return () => {
      isLeft = true
    }
  }, [kind])
  return zones
}
