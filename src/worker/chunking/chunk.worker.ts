import { cutText } from '../../lib/chunking-lab/cut-text.ts'
import { answerAsks } from '../answer-asks.ts'

/** Cuts long texts away from the page's own thread. */
answerAsks(cutText)
