import { BLANK, QUOTE } from './spans';

/**
 * What wraps a value in dumps of PHP, Go, Rust, Python and Java, and in the JSON of DynamoDB and OpenTelemetry: `string(8) "…"`,
 * `Some("…")`, `b'…'`, `['…']`, `{"stringValue":"…"}`.
 */
export const WRAPS =
  String.raw`(?:string\(\d{1,6}\)${BLANK}|\(string\)${BLANK}(?:\(len=\d{1,6}\)${BLANK})?|&?[A-Za-z][\w.:]{0,30}\((`
  + String.raw`?=\\*["'])|[bruf@NE](?=["'])|\[${BLANK}{0,8}(?=["'])|""(?=")|''(?=')|!!?\w{1,10}${BLANK}|&\w{1,30}${BLANK}|<!\[CDATA\[`
  + String.raw`|\{${BLANK}{0,8}${QUOTE}?(?:S|B|N|\w{0,20}[Vv]alue|text|default)${QUOTE}?${BLANK}{0,8}(?::|=)${BLANK}{0,8})*`;
