import type { Strike } from './strike'

/** What a process is told; `keys` as base64, so that no password is derived in every one of them. */
export type Errand = {
  profile: string
  book: string
  keys: { keyId: string; dataKey: string; indexKey: string; officer: string }
  task: 'backup' | 'restore'
  /** The file to restore. */
  file?: string
  passphrase: string
  password: string
  strike?: Strike
}
/** What it tells, when it lives to: acts on the disk, and the code of its refusal. */
export type Told = { acts: number; refused?: string }

/** Rows of the second backup; the first has fewer. */
export const rows = 3
