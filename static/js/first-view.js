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

for (const stage of document.querySelectorAll('.stage[data-canvas]')) stage.classList.add(AWAITED)
