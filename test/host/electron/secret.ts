import { randomBytes } from 'node:crypto'

/** Made at each start; only the Chromium that this process started has it. */
export const secret = randomBytes(32).toString('hex')
export const cookieName = 'stand-in'
