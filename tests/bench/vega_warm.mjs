// Draws specs as vl2png does, all of them in one process and all of them
// several times: BASE FOLDER ROUNDS SPEC... Prints seconds of wall and of CPU
// for each round, so that the last is that of a process which is warm.
import {readFileSync, writeFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import * as vega from 'vega';
import * as vegaLite from 'vega-lite';

const [base, folder, rounds, ...paths] = process.argv.slice(2);
const loader = vega.loader({baseURL: base});

async function draw(path) {
  const spec = JSON.parse(readFileSync(path, 'utf8'));
  const logger = vega.logger(vega.Error);
  const compiled = vegaLite.compile(spec, {logger}).spec;
  const view = new vega.View(vega.parse(compiled), {loader, logger, renderer: 'none'});
  const canvas = await view.toCanvas();
  writeFileSync(join(folder, basename(path) + '.png'), canvas.toBuffer('image/png'));
  view.finalize();
}

for (let round = 0; round < Number(rounds); round++) {
  const start = performance.now(), before = process.cpuUsage();
  for (const path of paths) await draw(path);
  const used = process.cpuUsage(before);
  console.log((performance.now() - start) / 1e3, (used.user + used.system) / 1e6);
}
