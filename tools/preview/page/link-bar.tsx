import type { HeaderLink, LinkTarget } from '../src/dashboard/header-links';
import { Menu } from './menu';
import { type PageAddress, writeAddress } from './page-address';

interface Props {
  readonly links: readonly HeaderLink[];
  readonly address: PageAddress;
}

/** The links of a dashboard: to others of the preview, which open here, and to anywhere else. */
export function LinkBar({ links, address }: Props) {
  if (links.length === 0) return null;
  return (
    <div className="links" role="group" aria-label="Links">
      {links.map((link, position) =>
        'target' in link ? (
          <Target key={`${link.target.title} ${position}`} target={link.target} address={address} />
        ) : (
          <Menu key={`${link.menu} ${position}`} label={`${link.menu}: links`} text={link.menu}>
            <ul>
              {link.targets.map((target) => (
                <li key={target.title}>
                  <Target target={target} address={address} />
                </li>
              ))}
            </ul>
            {link.targets.length === 0 && <p className="hint">No other dashboard has the tags.</p>}
          </Menu>
        ),
      )}
    </div>
  );
}

function Target({
  target,
  address,
}: {
  readonly target: LinkTarget;
  readonly address: PageAddress;
}) {
  const { title, tooltip, newTab } = target;
  if ('grafana' in target) {
    return (
      <span className="link" title={`In Grafana: ${target.grafana}`}>
        {title}
      </span>
    );
  }
  return (
    <a
      className="link"
      href={'url' in target ? target.url : addressOf(target, address)}
      title={tooltip}
      {...(newTab ? { target: '_blank', rel: 'noreferrer' } : {})}
    >
      {title}
    </a>
  );
}

/** The address of a dashboard of the preview, with what a link keeps of the present one. */
function addressOf(
  target: Extract<LinkTarget, { readonly slug: string }>,
  { window, choices }: PageAddress,
): string {
  return writeAddress({
    slug: target.slug,
    window: target.keepTime ? window : undefined,
    choices: target.keepVariables ? choices : {},
    refresh: undefined,
    switches: {},
  });
}
