// A drawing is laid out once, when the page has said how large it is seen; one that is seen from afar
// after what is painted of it.

import {whenShown} from './when-shown.js'

const AWAITED = 'awaits-drawing'
const isAsked = new WeakSet()

/** Have the drawing of a stage laid out. */
export const showDrawing = stage => stage.classList.remove(AWAITED)

/** Have the drawing of a stage laid out once what is painted of it was shown. */
export function showDrawingLater(stage) {
  if (isAsked.has(stage)) return
  isAsked.add(stage)
  whenShown(() => showDrawing(stage))
}

const stages = document.querySelectorAll('.stage[data-canvas]')
for (const stage of stages) stage.classList.add(AWAITED)
// Nothing can have the focus before it is laid out: whoever uses the keyboard waits for no more.
addEventListener('keydown', () => stages.forEach(showDrawing), {capture: true, once: true})
