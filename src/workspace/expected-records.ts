const SAMPLE_LENGTH = 4096;
/** Bytes of the shortest line that is a record, or nearly: shorter ones make none. */
const SHORTEST_RECORD = 12;

/** Records in a text, judged by the lines of its head. */
export function expectedRecords(codes: Uint8Array): number {
  const end = Math.min(SAMPLE_LENGTH, codes.length);
  let lines = 1;
  for (let at = 0; at < end; at++) if (codes[at] === 10) lines++;
  const share = Math.min((lines * 1.05) / Math.max(end, 1), 1 / SHORTEST_RECORD);
  return Math.ceil(share * codes.length);
}
