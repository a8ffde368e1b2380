package com.keeptrusts.gateway.quickstart;

import java.util.Locale;

/** Something that a provider does differently; in a specification its name in lower case. */
public enum Quirk {
  /** Plain answers are compressed although the client did not say that it accepts gzip. */
  GZIP,
  /** Nothing is compressed. */
  NO_GZIP,
  /** Streams are compressed too where plain answers would be, flushed after each event. */
  GZIP_STREAMS,
  /** Plain answers have chunks and no {@code Content-Length}. */
  CHUNKED,
  /** Stream lines end with a carriage return and a line feed. */
  CRLF,
  /** A comment line stands before each stream event. */
  COMMENTS,
  /** Each stream event leaves in two writes, cut anywhere, in the middle of a letter too. */
  SPLIT,
  /** The content of each delta is the microsecond, since 1970, at which it was sent. */
  STAMP,
  /** No usage is ever told. */
  NO_USAGE,
  /** The usage that is told is zero. */
  ZERO_USAGE,
  /** {@code stream_options} is refused as an unknown argument. */
  NO_STREAM_OPTIONS,
  /** Every answer is an HTML error page, as a load balancer sends; 502 unless a status is set. */
  HTML;

  /** As a specification has it, as in {@code gzip-streams}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
