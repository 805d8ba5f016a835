// The plain field of the source is not laid out where an editor takes its place: a long text takes seconds.

const field = document.getElementById('source-text')
if (field?.form?.dataset.editor) field.hidden = true

/** Show the plain field, as there is no editor. */
export const showPlainSource = () => { field.hidden = false }
