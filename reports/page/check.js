// Checks a diploma's code in the browser, without a server: Ed25519 (RFC 8032) and SHA-512 (FIPS 180-4) with BigInt.
// The same rules as reports/proof.py; tests run this file and that one against each other.
"use strict";

const P = 2n ** 255n - 19n;
const L = 2n ** 252n + 27742317777372353535851937790883648493n;
const mod = (a, m = P) => ((a % m) + m) % m;

function power(base, exponent) {
  let result = 1n;
  for (base = mod(base); exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = mod(result * base);
    base = mod(base * base);
  }
  return result;
}

const D = mod(-121665n * power(121666n, P - 2n));
const ROOT = power(2n, (P - 1n) / 4n);
const ZERO = [0n, 1n, 1n, 0n];

// Points in extended coordinates (X, Y, Z, T): RFC 8032, 5.1.4.
function add([x1, y1, z1, t1], [x2, y2, z2, t2]) {
  const a = mod((y1 - x1) * (y2 - x2)), b = mod((y1 + x1) * (y2 + x2));
  const c = mod(2n * t1 * t2 * D), d = mod(2n * z1 * z2);
  const e = b - a, f = d - c, g = d + c, h = b + a;
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
}

function times(scalar, point) {
  let sum = ZERO;
  for (; scalar > 0n; scalar >>= 1n) {
    if (scalar & 1n) sum = add(sum, point);
    point = add(point, point);
  }
  return sum;
}

const little = (bytes) => bytes.reduceRight((whole, byte) => (whole << 8n) | BigInt(byte), 0n);

// A point from its 32 bytes, or null when they are none: RFC 8032, 5.1.3.
function unpacked(bytes) {
  const whole = little([...bytes]);
  const sign = whole >> 255n, y = whole & ((1n << 255n) - 1n);
  if (y >= P) return null;
  const u = mod(y * y - 1n), v = mod(D * y * y + 1n);
  let x = mod(u * power(v, 3n) * power(u * power(v, 7n), (P - 5n) / 8n));
  if (mod(v * x * x) !== u) {
    if (mod(v * x * x) !== mod(-u)) return null;
    x = mod(x * ROOT);
  }
  if (x === 0n && sign) return null;
  if ((x & 1n) !== sign) x = P - x;
  return [x, y, 1n, mod(x * y)];
}

function packed([x, y, z]) {
  const inverse = power(z, P - 2n);
  const whole = mod(y * inverse) | ((mod(x * inverse) & 1n) << 255n);
  return Uint8Array.from({ length: 32 }, (_, at) => Number((whole >> BigInt(8 * at)) & 255n));
}

const BASE = unpacked(Uint8Array.from({ length: 32 }, (_, at) => (at ? 0x66 : 0x58)));

// The fractional parts of the roots of the first primes, as FIPS 180-4 takes them, found rather than listed.
function primes(count) {
  const found = [];
  for (let n = 2; found.length < count; n++) if (found.every((p) => n % p)) found.push(n);
  return found;
}

function root(value, degree) {
  let low = 0n, high = 1n << 80n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** degree <= value) low = middle;
    else high = middle;
  }
  return low;
}

const WORD = (1n << 64n) - 1n;
const K = primes(80).map((p) => root(BigInt(p) << 192n, 3n) & WORD);
const START = primes(8).map((p) => root(BigInt(p) << 128n, 2n) & WORD);
const turn = (word, by) => ((word >> by) | (word << (64n - by))) & WORD;

function sha512(message) {
  const length = (((message.length + 17 + 127) >> 7) << 7);
  const padded = new Uint8Array(length);
  padded.set(message);
  padded[message.length] = 0x80;
  for (let at = 0, bits = BigInt(message.length) * 8n; bits > 0n; at++, bits >>= 8n) padded[length - 1 - at] = Number(bits & 255n);
  let state = START;
  for (let block = 0; block < length; block += 128) {
    const w = [];
    for (let t = 0; t < 16; t++) {
      w.push(padded.subarray(block + 8 * t, block + 8 * t + 8).reduce((whole, byte) => (whole << 8n) | BigInt(byte), 0n));
    }
    for (let t = 16; t < 80; t++) {
      const s0 = turn(w[t - 15], 1n) ^ turn(w[t - 15], 8n) ^ (w[t - 15] >> 7n);
      const s1 = turn(w[t - 2], 19n) ^ turn(w[t - 2], 61n) ^ (w[t - 2] >> 6n);
      w.push((w[t - 16] + s0 + w[t - 7] + s1) & WORD);
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let t = 0; t < 80; t++) {
      const s1 = turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n);
      const t1 = h + s1 + ((e & f) ^ (~e & WORD & g)) + K[t] + w[t];
      const s0 = turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n);
      const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
      [a, b, c, d, e, f, g, h] = [(t1 + t2) & WORD, a, b, c, (d + t1) & WORD, e, f, g];
    }
    state = [a, b, c, d, e, f, g, h].map((word, at) => (word + state[at]) & WORD);
  }
  return Uint8Array.from({ length: 64 }, (_, at) => Number((state[at >> 3] >> BigInt(56 - 8 * (at & 7))) & 255n));
}

const joined = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));

function verified(publicKey, message, signature) {
  const key = unpacked(publicKey), s = little([...signature.subarray(32)]);
  if (signature.length !== 64 || key === null || s >= L) return false;
  const k = mod(little([...sha512(joined(signature.subarray(0, 32), publicKey, message))]), L);
  const [x, y, z, t] = key;
  const point = packed(add(times(s, BASE), times(k, [mod(-x), y, z, mod(-t)])));
  return point.every((byte, at) => byte === signature[at]);
}

const text = (string) => new TextEncoder().encode(string);
const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const unhex = (string) => Uint8Array.from(string.match(/../g) || [], (pair) => parseInt(pair, 16));

function unbase32(code) {
  const bytes = [];
  let bits = 0, held = 0;
  for (const letter of code) {
    bits = (bits << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
    held += 5;
    if (held >= 8) {
      held -= 8;
      bytes.push((bits >> held) & 255);
      bits &= (1 << held) - 1;
    }
  }
  return Uint8Array.from(bytes);
}

const day = (number) => (number ? new Date(Date.UTC(2000, 0, 1 + number)).toISOString().slice(0, 10) : null);

// What a code says, or null when it is none. `keys` are public keys in hexadecimal by their ids.
function readCode(said) {
  const bare = said.slice(said.lastIndexOf("#") + 1).replace(/\s/g, "").toUpperCase().replace(/^INCOGNITO:/, "");
  if (!/^[A-Z2-7]{120,480}$/.test(bare)) return null;
  const whole = unbase32(bare);
  const covered = whole.subarray(0, -64);
  if (covered[0] !== 1) return null;
  let parts;
  try {
    parts = new TextDecoder("utf-8", { fatal: true }).decode(covered.subarray(9)).split("\x1f");
  } catch {
    return null;
  }
  if (parts.length !== 4) return null;
  const [number, award, edition, entrant] = parts;
  const granted = day((covered[5] << 8) | covered[6]), validUntil = day((covered[7] << 8) | covered[8]);
  return { number, award, edition, entrant, granted, validUntil, key: hex(covered.subarray(1, 5)), covered, signature: whole.subarray(-64) };
}

// "genuine", "expired", "revoked", "unknown" (not our key) or "forged"; `revoked` are numbers, `today` is YYYY-MM-DD.
function judge(read, keys, revoked, today) {
  if (!(read.key in keys)) return "unknown";
  if (!verified(unhex(keys[read.key]), joined(text("incognito code 1\0"), read.covered), read.signature)) return "forged";
  if (revoked.includes(read.number)) return "revoked";
  return read.validUntil !== null && read.validUntil < today ? "expired" : "genuine";
}

// The numbers of a signed list of what was taken back, or null when it is not ours.
function revokedOf(list, keys) {
  const { signature, ...rest } = list;
  if (!(rest.key in keys)) return null;
  const sorted = (value) =>
    Array.isArray(value) ? value.map(sorted)
    : value && typeof value === "object" ? Object.fromEntries(Object.keys(value).sort().map((name) => [name, sorted(value[name])]))
    : value;
  const message = joined(text("incognito revoked 1\0"), text(JSON.stringify(sorted(rest))));
  const bytes = Uint8Array.from(atob(signature), (letter) => letter.charCodeAt(0));
  return verified(unhex(keys[rest.key]), message, bytes) ? rest.revoked.map((each) => each.number) : null;
}

if (typeof module !== "undefined") module.exports = { sha512, verified, readCode, judge, revokedOf, hex };
