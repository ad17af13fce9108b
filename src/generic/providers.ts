/**
 * Domains in which a hosting or access provider names its customers' addresses by a number of its own. The one place
 * where the detector knows who is who; everything else is form.
 */

/** A domain and what the labels left of it look like when nobody chose them. */
export interface ProviderDomain {
  readonly suffix: string;
  /** Tested against everything left of the suffix; any label with a digit when absent. */
  readonly left?: RegExp;
}

/** Domains below which providers make names from addresses, by suffix. */
export const PROVIDER_DOMAINS: readonly ProviderDomain[] = [
  { suffix: '1blu.de', left: /^v\d{4,}$/ },
  { suffix: 'adelphia.net', left: /-\d+\.[a-z]+$/ },
  { suffix: 'bc.googleusercontent.com' },
  { suffix: 'cloudvps.regruhosting.ru' },
  { suffix: 'colocrossing.com', left: /\d/ },
  { suffix: 'comcast.net', left: /^(c|pcp|bgp)-?\d+.*\.[a-z]{2}$/ },
  { suffix: 'compute.amazonaws.com' },
  { suffix: 'compute-1.amazonaws.com' },
  { suffix: 'contabo.host' },
  { suffix: 'contaboserver.net' },
  { suffix: 'corecomm.net', left: /^max\d+-\d+\./ },
  { suffix: 'fastwebserver.de' },
  { suffix: 'fbx.proxad.net' },
  { suffix: 'hostwindsdns.com' },
  { suffix: 'hstgr.cloud' },
  { suffix: 'instances.scw.cloud', left: /./ },
  { suffix: 'ip.linodeusercontent.com' },
  { suffix: 'ioflood.com', left: /^we\.love\.servers\.at$/ },
  { suffix: 'kimsufi.com', left: /^ks\d+$/ },
  { suffix: 'live-servers.net' },
  { suffix: 'members.linode.com', left: /^li\d+-\d+$/ },
  { suffix: 'm247.com', left: /^no-mans-land$/ },
  { suffix: 'm247.ro', left: /^no-mans-land$/ },
  { suffix: 'mesh.ad.jp', left: /\d{2,}\.[a-z]{3}$/ },
  { suffix: 'ocn.ne.jp', left: /^p\d+-ip/ },
  { suffix: 'onlinehome-server.com', left: /^[a-z]\d+$/ },
  { suffix: 'onlinehome-server.info', left: /^[a-z]\d+$/ },
  { suffix: 'popsite.net', left: /^\d/ },
  { suffix: 'ptr.ruvds.com', left: /^/ },
  { suffix: 'rev.poneytelecom.eu' },
  { suffix: 'sd.dedibox.fr' },
  { suffix: 'servdiscount-customer.com' },
  { suffix: 'server-hosting.expert', left: /^ve\d+\./ },
  { suffix: 'startdedicated.com', left: /\d/ },
  { suffix: 'startdedicated.de', left: /\d/ },
  { suffix: 'startdedicated.net', left: /\d/ },
  { suffix: 'stratoserver.net', left: /^h\d+$/ },
  { suffix: 'telia.com', left: /^h\d+n\d+/ },
  { suffix: 'trouble-free.net', left: /\d/ },
  { suffix: 'upcloud.host' },
  { suffix: 'vps.ovh.ca' },
  { suffix: 'vps.ovh.net' },
  { suffix: 'vps.ovh.us' },
  { suffix: 'vps.webdock.cloud', left: /./ },
  { suffix: 'vs.sakura.ne.jp' },
  { suffix: 'vultrusercontent.com' },
];
