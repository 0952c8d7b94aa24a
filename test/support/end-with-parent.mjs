// Loaded into processes that tests and benches start: whoever is killed leaves nobody behind.
import { onParentGone } from '../../build/lifeline.mjs'

onParentGone(() => process.exit(1))
