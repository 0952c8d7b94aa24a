import { z } from 'zod'

/** What the server showed of itself in the TLS handshake. */
const Certificate = z.object({
  subject: z.string(),
  issuer: z.string(),
  fingerprint: z.string(),
  validTo: z.string(),
  /** Chromium's verdict, `net::OK` or an error name. */
  verdict: z.string(),
})

/** How one request ended: an answer with its tell-tale parts, or the name of the network error. */
const Answer = z.discriminatedUnion('answered', [
  z.object({
    answered: z.literal(true),
    status: z.int(),
    /** JSON with the service's own shape; anything else is somebody else's page. */
    isService: z.boolean(),
    /** Host a redirect leads to. */
    redirectedTo: z.string().optional(),
    /** `Date` of the answer as ISO instant. */
    date: z.string().optional(),
    bytes: z.int().nonnegative(),
    ms: z.number().nonnegative(),
  }),
  z.object({ answered: z.literal(false), error: z.string(), ms: z.number().nonnegative() }),
])
export type NetworkAnswer = z.infer<typeof Answer>

/** What the probes of 网络体检 found; no judgement. Times are ISO instants. */
export const NetworkFacts = z.object({
  at: z.string(),
  /** Origin of the service; null when the book has none. */
  service: z.string().nullable(),
  practice: z.boolean(),
  /** Some interface other than loopback has an address. Never more than a hint. */
  hasInterface: z.boolean(),
  /** What the system says of the way to the service, in PAC form: `DIRECT`, `PROXY host:port`. */
  proxy: z.string(),
  proxyMode: z.enum(['system', 'direct', 'manual']),
  addresses: z.array(z.string()),
  dnsError: z.string().optional(),
  certificate: Certificate.optional(),
  /** Who issued the certificate when the service was last reached and believed. */
  issuerBefore: z.string().optional(),
  answer: Answer.optional(),
  /** Status of a request in the clear when the proxy opened no tunnel: only there it says that it wants a password. */
  plainStatus: z.int().optional(),
  /** Machine clock in the middle of the request that gave `answer.date`. */
  clock: z.string().optional(),
  /** Round trips of further requests, in ms. */
  trips: z.array(z.number().nonnegative()),
})
export type NetworkFacts = z.infer<typeof NetworkFacts>
