import { expose } from 'comlink'
import { WorkHost } from './work-host'
import { keepRefusals } from './refusal-transfer'

keepRefusals()
expose(new WorkHost())
