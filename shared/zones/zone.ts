import { z } from 'zod'
import type { MatchSettings } from '../matching/config'
import type { ActDifferences } from '../protocol/act-table'

/** A 跨境电子商务综合试验区 as the client knows it. What a plan does not say is absent, not guessed. */
export const Zone = z.object({
  id: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
  province: z.object({ zh: z.string(), en: z.string() }),
  /** First two digits of the 4-digit customs offices of the district; a hint for choosing, not a check. */
  customsPrefix: z.string().length(2),
  /** 监管方式 that the zone's plan names by number. Others may be in use all the same. */
  modes: z.array(z.string()),
  /** The plan names 先出区后报关: goods may leave a bonded zone on a 核放单 and be declared afterwards. */
  leavesFirst: z.literal(true).optional(),
  /** The plan names 1210入区+9610出区. */
  combines1210And9610: z.literal(true).optional(),
  /** The platform the plan builds on, in its words. */
  platform: z.string(),
  /** appType of a 清单 that is sent again after 海关退单. No text settles it, so it is data: 口径待确认. */
  rejectedAppType: z.enum(['1', '2']),
  /** Rows of the table of acts that the zone's customs handle otherwise. */
  acts: z.custom<ActDifferences>().optional(),
  /** What the zone sets differently for 对碰. */
  matching: z.custom<MatchSettings>().optional(),
})
export type Zone = z.infer<typeof Zone>
