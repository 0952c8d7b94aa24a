import type { Text } from '#shared/model/text'

/** A personal value, masked until somebody says why they need it; the reason is logged before it is shown. */
export type MaskedProps = {
  /** The masked form, made where the value is unsealed; the clear value is not in the page before the reveal. */
  masked: string
  label: Text
  /** Log the reason, then give the clear value. A refusal keeps it masked and is shown. */
  onReveal: (reason: string) => Promise<string>
}
