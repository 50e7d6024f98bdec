/** Words that are not written in lower case. */
const SPELLINGS = new Map(
  `
    AMQP API APIs ARP AWS CDN CI CPU CPUs DB DHCP DNS EC2 FD FDs GC GCs GPU GPUs GraphQL gRPC
    HTTP HTTPS ICMP ID IDs I/O IOPS IP IPs IPv4 IPv6 JDBC JMX JSON JVM JWT LDAP MQTT MTU MySQL
    NAT NFS NTP NUMA NVMe OIDC OOM OS PHP PID PIDs PostgreSQL QPS RabbitMQ RAID RAM RPC S3 SLA
    SLI SLO SMTP SNMP SQL SQS SSD SSE SSH SSL TCP TLS TSDB TTL UDP UI URL URLs UUID VLAN VM VMs
    VPN WAL XML
  `
    .trim()
    .split(/\s+/)
    .map((word) => [word.toLowerCase().replace('/', ''), word]),
);

/** A word of a name as people write it: `http` gives `HTTP`; undefined for a word that has no spelling of its own. */
export function spellingOf(word: string): string | undefined {
  return SPELLINGS.get(word.toLowerCase());
}
