import { Random } from '../sim/random'
import { killPoints, type ClientOptions } from './client-words'
import type { Fate } from './proxy'

export const disasters = [
  'none',
  'disk-full',
  'rolled-back',
  'interception',
  'emptied',
  'postgres-crash',
  'service-put-back',
] as const
export type Disaster = (typeof disasters)[number]

/** What one seed does to one client and one service. */
export type Plan = {
  seed: number
  disaster: Disaster
  /** When dossiers are declared, ms into the storm; one more when the line is good again. */
  declaresAt: number[]
  stormMs: number
  /** How much faster than real time the client's clock goes, so that its waits are short; network times are real. */
  speed: number
  /** Where each next start of the client kills itself. */
  kills: NonNullable<ClientOptions['kill']>[]
  /** Kills of the client and of the service at any time, ms into the storm. */
  clientKillsAt: number[]
  serviceKillsAt: number[]
  weights: Record<Fate['kind'], number>
}

/**
 * @param real waits as long as in the office: a line two seconds slow, lost requests found out by the timeout, the clock
 * as it goes
 */
export function drawPlan(seed: number, real: boolean): Plan {
  const random = new Random(seed)
  const stormMs = real ? 60_000 : 3_500
  const often = (most: number) => (random.chance(0.5) ? random.next() * most : 0)
  const times = (most: number) =>
    Array.from({ length: random.int(0, most) }, () => random.int(300, stormMs)).sort((a, b) => a - b)
  return {
    seed,
    disaster: disasters[seed % disasters.length]!,
    declaresAt: [0, ...times(8)],
    stormMs,
    speed: real ? 1 : 20,
    kills: Array.from({ length: random.int(1, 5) }, () => ({
      point: random.pick(killPoints),
      times: random.int(1, 3),
    })),
    clientKillsAt: times(2),
    serviceKillsAt: times(1),
    weights: {
      pass: 1,
      late: often(0.5),
      lost: often(0.3),
      reset: often(0.5),
      'answer-lost': often(0.4),
      'proxy-sign-in': often(0.15),
      'kill-service': often(0.1),
    },
  }
}

/** The fate of the next request, drawn by the weights. */
export function drawFate(random: Random, { weights }: Plan, real: boolean): Fate {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0)
  let at = random.next() * total
  const third = random.int(0, 3) as 0 | 1 | 2 | 3
  for (const [kind, weight] of Object.entries(weights) as [Fate['kind'], number][]) {
    at -= weight
    if (at > 0) continue
    if (kind === 'late') return { kind, ms: real ? 2_000 : random.int(50, 400) }
    if (kind === 'lost') return { kind, ms: real ? 600_000 : random.int(100, 600) }
    return kind === 'reset' || kind === 'kill-service' ? { kind, third } : { kind }
  }
  return { kind: 'pass' }
}
