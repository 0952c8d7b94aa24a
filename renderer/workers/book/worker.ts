import { expose } from 'comlink'
import { keepRefusals } from './refusal-transfer'
import { SafetyHost } from './safety-host'

keepRefusals()
expose(new SafetyHost())
