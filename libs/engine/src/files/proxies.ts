/** The proxies that an environment names. */
export interface Proxies {
  /** Addresses; empty where there is none. */
  readonly httpProxy: string;
  readonly httpsProxy: string;
  /** Hosts that are asked directly, separated by commas. */
  readonly noProxy: string;
}

/** The proxies, and the variables that hold no address of one. */
export interface ProxiesReading {
  readonly proxies: Proxies;
  readonly wrong: readonly string[];
}

/** Reads the variables for proxies as curl does: lower case wins, and an address without a scheme is HTTP. */
export function proxiesOf(env: Readonly<Record<string, string | undefined>>): ProxiesReading {
  const wrong: string[] = [];
  const of = (name: string) => {
    const used = env[name.toLowerCase()] === undefined ? name : name.toLowerCase();
    return { used, value: env[used]?.trim() ?? '' };
  };
  const address = (name: string): string => {
    const { used, value } = of(name);
    if (value === '') return '';
    const whole = value.includes('://') ? value : `http://${value}`;
    if (URL.canParse(whole) && /^https?:$/.test(new URL(whole).protocol)) return whole;
    wrong.push(used);
    return '';
  };
  const proxies = {
    httpProxy: address('HTTP_PROXY'),
    httpsProxy: address('HTTPS_PROXY'),
    noProxy: of('NO_PROXY').value,
  };
  return { proxies, wrong };
}
