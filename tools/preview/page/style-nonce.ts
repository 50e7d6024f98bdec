import { sheet } from '@emotion/css';

/**
 * Gives the style sheets of Grafana's components the nonce that the policy of the page allows. Some
 * of them are written as soon as their module is loaded, so this module comes before all of them.
 */
const nonce = document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content;
if (nonce !== undefined) sheet.nonce = nonce;
