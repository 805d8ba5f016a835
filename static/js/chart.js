// Pan, zoom and the way from box to box. A stage scrolls its sheet; zooming is the sheet's width.

const LEAST = 0.1, MOST = 4, READABLE = 0.45, STEP = 1.25, EDGE = 16
const zooms = new WeakMap()

export const stages = () => [...document.querySelectorAll('.stage')]
const sheetOf = stage => stage.firstElementChild
const chartOf = stage => stage.querySelector('svg.chart')

function size(stage) {
  const box = chartOf(stage)?.viewBox.baseVal
  return box ? [box.width, box.height] : [1, 1]
}

/** Zoom a stage, keeping the point (in pixels from its corner) where it is. */
export function zoom(stage, factor, point = [stage.clientWidth / 2, stage.clientHeight / 2]) {
  if (!chartOf(stage)) return
  const before = zooms.get(stage) ?? 1
  const after = Math.min(MOST, Math.max(LEAST, factor))
  const [x, y] = point, sheet = sheetOf(stage)
  const dx = stage.scrollLeft + x - sheet.offsetLeft, dy = stage.scrollTop + y - sheet.offsetTop
  zooms.set(stage, after)
  const [width, height] = size(stage)
  sheet.style.width = `${width * after}px`
  sheet.style.height = `${height * after}px`
  stage.scrollLeft = dx * after / before + sheet.offsetLeft - x
  stage.scrollTop = dy * after / before + sheet.offsetTop - y
}

/** Let the sheet take the size of a chart that was swapped, at the same zoom. */
export const resize = stage => zoom(stage, zooms.get(stage) ?? 1)

function fitting(stage) {
  const [width, height] = size(stage)
  return Math.min((stage.clientWidth - 2 * EDGE) / width, (stage.clientHeight - 2 * EDGE) / height, 1.4)
}

// The whole chart in the middle, or where it is wider than the stage, the box that all hangs from;
// a journey from its start.
function centre(stage) {
  const root = chartOf(stage)?.querySelector('.desired, .organisation, .node')
  if (!root) return
  const sheet = sheetOf(stage)
  const isWide = sheet.offsetWidth > stage.clientWidth
  const at = (isWide ? root : sheet).getBoundingClientRect(), view = stage.getBoundingClientRect()
  stage.scrollLeft += stage.dataset.from === 'left' && isWide
    ? sheet.getBoundingClientRect().left - view.left - EDGE
    : at.left + at.width / 2 - view.left - stage.clientWidth / 2
  stage.scrollTop = sheet.offsetTop - EDGE
}

/** Show a chart as it opens: the width decides, for letters count for more than seeing all at once. */
export function open(stage) {
  const wide = Math.min((stage.clientWidth - 2 * EDGE) / size(stage)[0], 1.2)
  zoom(stage, Math.max(fitting(stage), wide, Number(stage.dataset.least ?? READABLE)))
  centre(stage)
}

const acts = {
  in: stage => zoom(stage, (zooms.get(stage) ?? 1) * STEP),
  out: stage => zoom(stage, (zooms.get(stage) ?? 1) / STEP),
  fit: stage => { zoom(stage, fitting(stage)); centre(stage) },
  next: stage => step(stage, 1),
  previous: stage => step(stage, -1),
}
const keys = {'+': 'in', '=': 'in', '-': 'out', '0': 'fit', n: 'next', p: 'previous'}

function step(stage, by) {
  const boxes = [...stage.querySelectorAll('.node a')].filter(a => !a.closest('.fold'))
  const here = boxes.indexOf(document.activeElement)
  const next = boxes[here < 0 ? 0 : (here + by + boxes.length) % boxes.length]
  next?.focus({preventScroll: true})
  if (next) reveal(stage, next)
}

/** Scroll a stage just far enough that an element in it can be seen. */
export function reveal(stage, element) {
  const at = element.getBoundingClientRect(), view = stage.getBoundingClientRect()
  const nearest = (low, high, least, most) =>
    low < least ? low - least - EDGE : high > most ? Math.min(high - most + EDGE, low - least - EDGE) : 0
  stage.scrollLeft += nearest(at.left, at.right, view.left, view.left + stage.clientWidth)
  stage.scrollTop += nearest(at.top, at.bottom, view.top, view.top + stage.clientHeight)
}

function drag(stage) {
  let from = null, moved = false
  stage.addEventListener('pointerdown', event => {
    if (event.pointerType !== 'mouse' || event.button !== 0) return
    moved = false
    const picked = !('still' in stage.dataset) && event.target.closest?.('.node.function')
    if (picked) return  // picked up instead: see move.js
    from = [event.clientX + stage.scrollLeft, event.clientY + stage.scrollTop]
  })
  addEventListener('pointermove', event => {
    if (!from) return
    const [left, top] = [from[0] - event.clientX, from[1] - event.clientY]
    moved ||= Math.hypot(left - stage.scrollLeft, top - stage.scrollTop) > 4
    if (!moved) return
    stage.classList.add('dragging')
    stage.scrollTo(left, top)
  })
  addEventListener('pointerup', () => { from = null; stage.classList.remove('dragging') })
  stage.addEventListener('dragstart', event => event.preventDefault())
  stage.addEventListener('click', event => {
    if (moved) { event.preventDefault(); event.stopImmediatePropagation() }
    moved = false
  }, true)
}

function wheel(event) {
  if (!event.ctrlKey && !event.metaKey) return
  event.preventDefault()
  const stage = event.currentTarget, view = stage.getBoundingClientRect()
  const factor = Math.exp(-event.deltaY / 300)
  zoom(stage, (zooms.get(stage) ?? 1) * factor, [event.clientX - view.left, event.clientY - view.top])
}

function press(event) {
  const act = acts[keys[event.key]]
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  act(event.currentTarget)
}

for (const stage of stages()) {
  stage.classList.add('moves')
  drag(stage)
  stage.addEventListener('wheel', wheel, {passive: false})
  stage.addEventListener('keydown', press)
  const buttons = stage.closest('.figure').querySelector('.zoom')
  buttons.hidden = false
  buttons.addEventListener('click', event => acts[event.target.dataset.zoom]?.(stage))
  open(stage)
}
