import type { PartyField } from '#shared/filing/fields'

/** Brings a field of the form into view with the focus on it; the form may have to be shown first. */
export function focusField(field: PartyField | 'roles' | 'modes'): void {
  requestAnimationFrame(() =>
    document
      .querySelector<HTMLElement>(`.filing-record [data-field="${field}"] :is(input, [tabindex="0"])`)
      ?.focus(),
  )
}
