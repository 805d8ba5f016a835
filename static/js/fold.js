/** A text as it is compared: without accents and capitals. */
export const fold = text => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
