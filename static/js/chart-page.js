// Everything that the page of a chart runs: built into one file, so that a browser waits for one answer.

import './first-view.js'
import './asking-parts.js'
import './window-shape.js'
import './page.js'
import './move.js'
import './workplace.js'
import './follow.js'
import './long-lists.js'
