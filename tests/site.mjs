// Looks at a site as browsers do: reads a list of jobs from standard input, writes what it found as JSON.
// One start of Chromium serves all of them. The modules it needs are named by the folder in NODE_TOOLS.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, normalize } from "node:path";

const require = createRequire(join(process.env.NODE_TOOLS, "package.json"));
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const job = JSON.parse(readFileSync(0, "utf8"));

const KINDS = {
  html: "text/html; charset=utf-8", css: "text/css", js: "text/javascript",
  json: "application/json", xml: "application/xml", ics: "text/calendar", txt: "text/plain",
};
const asked = [];
const server = createServer((request, answer) => {
  const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
  asked.push(path);
  const file = join(job.root, normalize(path));
  try {
    const bytes = readFileSync(file);
    answer.writeHead(200, { "content-type": KINDS[file.split(".").pop()] ?? "application/octet-stream" });
    answer.end(bytes);
  } catch {
    answer.writeHead(404);
    answer.end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const base = `http://127.0.0.1:${server.address().port}/`;

const browser = await puppeteer.launch({
  executablePath: job.browser,
  protocolTimeout: 60000,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
const found = { violations: [], elsewhere: [], complaints: [], shapes: {}, wide: [], hits: null };
try {
  const page = await browser.newPage();
  page.on("request", (request) => {
    if (!request.url().startsWith(base)) found.elsewhere.push(request.url());
  });
  page.on("console", (said) => {
    if (said.type() === "error") found.complaints.push(`${page.url()}: ${said.text()}`);
  });
  page.on("dialog", (dialog) => {
    found.complaints.push(`${page.url()}: ${dialog.message()}`);
    dialog.dismiss();
  });

  const open = (path) => page.goto(base + path, { waitUntil: "load" });
  const judge = async (path, how) => {
    const result = await page.evaluate(async () => {
      const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
      return violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.html).join(" | ").slice(0, 400)}`);
    });
    for (const violation of result) found.violations.push(`${path} ${how}: ${violation}`);
  };

  for (const scripts of [true, false]) {
    for (const width of job.widths ?? []) {
      await page.setViewport({ width, height: 900 });
      for (const scheme of ["light", "dark"]) {
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        for (const path of job.judged ?? []) {
          // The page is read without scripts; axe needs them again to look at what it became.
          await page.setJavaScriptEnabled(scripts);
          await open(path);
          await page.setJavaScriptEnabled(true);
          await page.evaluate(axe);
          await judge(path, `${width} ${scheme} ${scripts ? "with" : "without"} scripts`);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (overflow > 0) found.wide.push(`${path} ${width}: ${overflow} px too wide`);
        }
      }
    }
  }
  // The tree of elements and their attributes' names, without any words.
  await page.setJavaScriptEnabled(true);
  for (const path of job.shaped ?? []) {
    await open(path);
    found.shapes[path] = await page.evaluate(() => {
      const shape = (node) => {
        const names = [...node.attributes].map((it) => it.name).sort().join(",");
        return `${node.tagName}[${names}](${[...node.children].map(shape).join("")})`;
      };
      return shape(document.documentElement);
    });
  }
  if (job.search) {
    await open(job.search.page);
    await page.type("#query", job.search.words);
    await page.waitForFunction(() => document.querySelector("#count").textContent !== "");
    found.hits = await page.$$eval("#hits a", (links) => links.map((it) => `${it.textContent} ${it.pathname}`));
  }
  for (const shot of job.pictures ?? []) {
    await page.setViewport({ width: shot.width, height: 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: shot.scheme ?? "light" }]);
    await open(shot.page);
    await page.screenshot({ path: shot.to, fullPage: true });
  }
} finally {
  await browser.close();
  server.close();
}
console.log(JSON.stringify(found));
