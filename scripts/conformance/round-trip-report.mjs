/** The shares of panels that have to be the same, and the same without a merge patch. */
const LEAST_SAME = 0.99;
const LEAST_PLAIN = 0.95;

/** The longest value of a difference that is printed whole without `--verbose`. */
const LONGEST = 160;

/** Adds up what import and generation made of mixins, prints it, and says what is wrong with it. */
export function roundTripReport({ compareDashboard, compareRuleFiles }, { verbose }) {
  const total = { panels: 0, same: 0, plain: 0, foreign: 0, queries: 0, refused: 0, rules: 0 };
  const differences = [];
  return { add, finish };

  /** Prints what became of one mixin; returns what must not be. */
  function add(name, rules, dashboards) {
    const findings = [];
    for (const part of [rules, dashboards]) {
      findings.push(...(part?.errors ?? []).map(({ message }) => `refused: ${message}`));
      findings.push(...(part?.changedAgain ?? []).map((path) => `a second import changes ${path}`));
    }
    const written = rules && addRules(name, rules, findings);
    const drawn = dashboards && addDashboards(dashboards, findings);
    console.log(`${name}: ${[written, drawn].filter(Boolean).join('; ') || 'nothing to import'}`);
    return findings.map((finding) => `${name}: ${finding}`);
  }

  function addRules(name, { originals, written }, findings) {
    const trip = compareRuleFiles(name, originals, written);
    total.rules += trip.rules;
    findings.push(...trip.differences.map(printed));
    return `${trip.same} of ${trip.rules} rules the same`;
  }

  function addDashboards({ pairs, warnings }, findings) {
    const trips = pairs.map(compareDashboard);
    const sum = (key) => trips.reduce((all, trip) => all + trip[key], 0);
    for (const key of ['panels', 'same', 'plain', 'queries']) total[key] += sum(key);
    for (const { foreign, refused, lost, differences: found } of trips) {
      total.foreign += foreign.length;
      total.refused += refused.length;
      findings.push(...lost.map((difference) => `a query is lost: ${printed(difference)}`));
      findings.push(...foreign.flatMap((title) => unnamed(title, warnings)));
      differences.push(...found, ...refused);
      const missing = found.filter(({ field }) => field === 'panel');
      findings.push(...missing.flatMap(({ panel }) => unnamed(panel, warnings)));
    }
    return `${sum('same')} of ${sum('panels')} panels the same, ${sum('plain')} without a patch`;
  }

  /** Prints the totals and the differences; returns which totals are too low. */
  function finish() {
    for (const difference of differences) console.log(printed(difference));
    const { panels, same, plain, foreign, queries, refused, rules } = total;
    console.log(
      `imported and written again: ${rules} rules; ${same} of ${panels} panels the same ` +
        `(${percent(same, panels)}), ${plain} without the key grafana (${percent(plain, panels)}); ` +
        `${queries} queries, ${refused} of them no PromQL; ` +
        `${foreign} panels ask other datasources, and are named`,
    );
    return [
      ...(same < LEAST_SAME * panels ? [`fewer than ${LEAST_SAME * 100} % are the same`] : []),
      ...(plain < LEAST_PLAIN * panels
        ? [`fewer than ${LEAST_PLAIN * 100} % are the same without the key grafana`]
        : []),
    ];
  }

  /** A panel that is left out and that no warning names. */
  function unnamed(title, warnings) {
    const isNamed = warnings.some(({ message }) => message.includes(`"${title}`));
    const isUntitled =
      title === '' && warnings.some(({ message }) => /without a title/.test(message));
    return isNamed || isUntitled ? [] : [`no warning names the panel ${JSON.stringify(title)}`];
  }

  function printed({ dashboard, panel, field, original, imported }) {
    const of = panel === '' ? dashboard : `${dashboard}, ${JSON.stringify(panel)}`;
    return `${of}, ${field}: was ${shown(original)}, is ${shown(imported)}`;
  }

  function shown(value) {
    const text = value === undefined ? 'nothing' : JSON.stringify(value);
    return verbose || text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
  }
}

function percent(part, whole) {
  return whole === 0 ? '100 %' : `${((100 * part) / whole).toFixed(1)} %`;
}
