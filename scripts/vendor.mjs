// Copy what the pages and the chart engine need from npm to static/vendor, which is shipped but never committed.
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const top = dirname(dirname(fileURLToPath(import.meta.url)));
const from = (...parts) => join(top, "node_modules", ...parts);
const to = (...parts) => join(top, "static", "vendor", ...parts);
const copy = (source, ...target) => cp(from(source), to(...target));

// The package's own style sheets, with their unicode ranges, but only for the WOFF2 files that every browser reads.
async function fontFaces(weight) {
  const css = await readFile(from("@fontsource/inter", `${weight}.css`), "utf8");
  const faces = css.replace(/, url\([^)]*\.woff\) format\('woff'\)/g, "").replaceAll("./files/", "./fonts/");
  const files = [...faces.matchAll(/\.\/fonts\/([\w-]+\.woff2)/g)].map((match) => match[1]);
  await Promise.all(files.map((name) => copy(`@fontsource/inter/files/${name}`, "fonts", name)));
  return faces + signs(weight);
}

// The arrows and diamonds of the charts are in none of those files: they come from the engine's own.
const signs = (weight) => `
/* inter-signs-${weight}-normal */
@font-face {
  font-family: 'Inter';
  font-style: normal;
  font-display: swap;
  font-weight: ${weight};
  src: url(./fonts/Inter-${weight === 400 ? "Regular" : "Bold"}.ttf) format('truetype');
  unicode-range: U+2190,U+2192,U+25C6-25C7;
}
`;

await rm(to(), { recursive: true, force: true });
await mkdir(to("fonts"), { recursive: true });
const faces = await Promise.all([400, 700].map(fontFaces));
await writeFile(to("fonts.css"), `${faces.join("\n").trim()}\n`);
await Promise.all([
  copy("htmx.org/dist/htmx.min.js", "htmx.min.js"),
  copy("htmx.org/LICENSE", "licences", "htmx.txt"),
  copy("@fontsource/inter/LICENSE", "licences", "inter-web.txt"),
  copy("@expo-google-fonts/inter/LICENSE_FONT", "licences", "inter.txt"),
  copy("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf", "fonts", "Inter-Regular.ttf"),
  copy("@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf", "fonts", "Inter-Bold.ttf"),
]);
