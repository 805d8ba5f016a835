// Copy what the pages and the chart engine need from npm to static/vendor, which is shipped but never committed.
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

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

// The arrows and diamonds of the charts are in none of those files: the app makes them from the engine's own.
const signs = (weight) => `
/* inter-signs-${weight}-normal */
@font-face {
  font-family: 'Inter';
  font-style: normal;
  font-display: swap;
  font-weight: ${weight};
  src: url(./fonts/signs-${weight}.woff2) format('woff2');
  unicode-range: U+2190,U+2192,U+25C6-25C7;
}
`;

// A script with all that it imports, in one file.
const bundle = (name) =>
  build({
    entryPoints: [join(top, "static", "js", name)],
    outfile: to(name),
    absWorkingDir: top,
    bundle: true,
    format: "esm",
    minify: true,
    target: "es2022",
    legalComments: "none",
    metafile: true,
    write: false,
  });

// The scripts of a page, with htmx. It says of which modules it was made, so that the server sends those that were changed since.
async function pageScripts(name) {
  const { metafile, outputFiles } = await bundle(name);
  const made = createHash("sha256");
  for (const path of Object.keys(metafile.inputs).sort()) made.update(await readFile(join(top, path)));
  const htmx = await readFile(from("htmx.org", "dist", "htmx.min.js"), "utf8");
  const first = `globalThis.htmx = (() => { ${htmx}\nreturn htmx })();`;
  await writeFile(to(name), [`// ${made.digest("hex")}`, first, outputFiles[0].text].join("\n"));
}

// The text editor, in one file; the licences of what is in it are beside those of the others.
async function editor() {
  const { metafile, outputFiles } = await bundle("editor.js");
  await writeFile(to("editor.js"), outputFiles[0].text);
  const inside = Object.keys(metafile.inputs).map((path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]);
  const licence = async (name) => `${name}\n\n${await readFile(from(name, "LICENSE"), "utf8")}`;
  const texts = await Promise.all([...new Set(inside.filter(Boolean))].sort().map(licence));
  await writeFile(to("licences", "editor.txt"), texts.join("\n\n"));
}

await rm(to(), { recursive: true, force: true });
await Promise.all(["fonts", "licences"].map((folder) => mkdir(to(folder), { recursive: true })));
const faces = await Promise.all([400, 700].map(fontFaces));
await writeFile(to("fonts.css"), `${faces.join("\n").trim()}\n`);
await Promise.all([
  pageScripts("chart-page.js"),
  pageScripts("source-page.js"),
  editor(),
  copy("htmx.org/dist/htmx.min.js", "htmx.min.js"),
  copy("htmx.org/LICENSE", "licences", "htmx.txt"),
  copy("@fontsource/inter/LICENSE", "licences", "inter-web.txt"),
  copy("@expo-google-fonts/inter/LICENSE_FONT", "licences", "inter.txt"),
  copy("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf", "fonts", "Inter-Regular.ttf"),
  copy("@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf", "fonts", "Inter-Bold.ttf"),
]);
