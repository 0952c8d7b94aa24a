import { z } from 'zod'

/** When 对碰 last ran; its absence says that it never did. */
export const matchSetting = 'match'
export const MatchMark = z.object({ at: z.string() })
