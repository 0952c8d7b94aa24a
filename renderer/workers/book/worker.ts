import { expose } from 'comlink'
import { DeskHost } from './desk-host'
import { keepRefusals } from './refusal-transfer'

keepRefusals()
expose(new DeskHost())
