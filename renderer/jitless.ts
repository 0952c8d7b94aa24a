import { z } from 'zod'

// Before any schema is made: the schema library otherwise tries to compile them with eval, which the page's policy
// refuses and reports.
z.config({ jitless: true })
