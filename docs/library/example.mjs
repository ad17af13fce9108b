import { checkZones } from 'zonewright';

const head = `$TTL 1h
@ IN SOA ns1.example.net. hostmaster.example.com. 2026112301 1d 2h 4w 1h
@ IN NS  ns1.example.net.
@ IN NS  ns2.example.net.
`;

const { findings, summary } = await checkZones({
  'example.com.zone': `${head}mail IN A 192.0.2.25\n`,
  '2.0.192.in-addr.arpa.zone': head,
});

for (const { file, range, rule, message } of findings) console.log(`${file}:${range.start.line}: ${rule}: ${message}`);
console.log(`${summary.warnings} warning in ${summary.files} zone files`);
