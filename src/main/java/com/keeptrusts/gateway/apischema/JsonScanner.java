package com.keeptrusts.gateway.apischema;

/**
 * Follows a JSON text that comes in pieces, without keeping it: an answer may be a hundred
 * megabytes of base64. It is lenient and never fails; what is no JSON merely says nothing.
 */
final class JsonScanner {
  /** Deeper containers are passed unseen: nothing that is read lies there. */
  static final int MAX_DEPTH = 64;

  private static final int LONGEST_KEPT = 256;

  private enum State {
    STRUCTURE,
    STRING,
    ESCAPE,
    UNICODE,
    SCALAR,
    DONE
  }

  private enum Use {
    NAME,
    PASS,
    COUNT,
    KEEP
  }

  private final JsonVisitor visitor;
  private final TokenEstimate estimate;
  private final boolean[] objects = new boolean[MAX_DEPTH + 1];
  private final MemberName[] names = new MemberName[MAX_DEPTH + 1];
  private final byte[] kept = new byte[LONGEST_KEPT];

  private State state = State.STRUCTURE;
  private Use use = Use.PASS;
  private MemberName name = MemberName.OTHER;
  private boolean expectsName;
  private int depth;
  private int keptLength;
  private int escapeDigits;
  private int escapeValue;

  /**
   * A scanner at the start of a text.
   *
   * @param estimate where strings are counted that the visitor wants counted
   */
  JsonScanner(JsonVisitor visitor, TokenEstimate estimate) {
    this.visitor = visitor;
    this.estimate = estimate;
  }

  /** Forgets everything, for the next text. */
  void restart() {
    state = State.STRUCTURE;
    name = MemberName.OTHER;
    expectsName = false;
    depth = 0;
  }

  /** Goes on with the next piece. */
  void feed(byte[] bytes, int start, int end) {
    int i = start;
    while (i < end) {
      switch (state) {
        case STRUCTURE -> structure(bytes[i++]);
        case STRING -> i = string(bytes, i, end);
        case ESCAPE -> escape(bytes[i++]);
        case UNICODE -> i = unicode(bytes[i], i);
        case SCALAR -> i = scalar(bytes, i, end);
        case DONE -> i = end;
      }
    }
  }

  private void structure(byte b) {
    switch (b) {
      case '{' -> open(/* isObject= */ true);
      case '[' -> open(/* isObject= */ false);
      case '}', ']' -> close();
      case '"' -> beginString();
      case ',' -> nextMember();
      case ':' -> expectsName = false;
      case ' ', '\t', '\n', '\r' -> {}
      default -> {
        state = State.SCALAR;
        keptLength = 0;
        keep(b);
        // Anything else before the first brace, save a byte order mark, and it is no JSON.
        if (depth == 0) {
          state = b < 0 ? State.STRUCTURE : State.DONE;
        }
      }
    }
  }

  private void open(boolean isObject) {
    if (depth < Integer.MAX_VALUE) {
      depth++;
    }
    if (depth <= MAX_DEPTH) {
      visitor.open(name, isObject);
      objects[depth] = isObject;
      names[depth] = name;
      expectsName = isObject;
    }
  }

  private void close() {
    if (depth == 0) {
      return;
    }
    if (depth <= MAX_DEPTH) {
      visitor.close();
      expectsName = false;
    }
    depth--;
    if (depth == 0) {
      state = State.DONE;
    }
  }

  private void nextMember() {
    if (depth > 0 && depth <= MAX_DEPTH) {
      expectsName = objects[depth];
      name = objects[depth] ? MemberName.OTHER : names[depth];
    }
  }

  private void beginString() {
    state = State.STRING;
    keptLength = 0;
    if (depth == 0 || depth > MAX_DEPTH) {
      use = Use.PASS;
    } else if (expectsName) {
      use = Use.NAME;
    } else {
      use =
          switch (visitor.string(name)) {
            case PASS -> Use.PASS;
            case COUNT -> Use.COUNT;
            case KEEP -> Use.KEEP;
          };
    }
  }

  private int string(byte[] bytes, int start, int end) {
    int i = start;
    while (i < end && bytes[i] != '"' && bytes[i] != '\\') {
      i++;
    }
    if (use == Use.COUNT) {
      estimate.addUtf8(bytes, start, i);
    } else if (use != Use.PASS) {
      keep(bytes, start, i);
    }
    if (i == end) {
      return i;
    }
    if (bytes[i] == '"') {
      endString();
    } else {
      state = State.ESCAPE;
    }
    return i + 1;
  }

  private void endString() {
    state = State.STRUCTURE;
    boolean whole = keptLength <= LONGEST_KEPT;
    if (use == Use.NAME) {
      name = whole ? MemberName.of(kept, keptLength) : MemberName.OTHER;
    } else if (use == Use.KEEP && whole) {
      visitor.kept(name, kept, keptLength);
    }
  }

  private void escape(byte b) {
    if (b == 'u') {
      state = State.UNICODE;
      escapeDigits = 0;
      escapeValue = 0;
      return;
    }
    state = State.STRING;
    unit(
        switch (b) {
          case 'b' -> '\b';
          case 'f' -> '\f';
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          default -> (char) (b & 0x7F);
        });
  }

  private int unicode(byte b, int i) {
    int digit = Character.digit(b, 16);
    if (digit < 0) {
      state = State.STRING;
      return i;
    }
    escapeValue = escapeValue * 16 + digit;
    if (++escapeDigits == 4) {
      state = State.STRING;
      unit((char) escapeValue);
    }
    return i + 1;
  }

  private void unit(char unit) {
    if (use == Use.COUNT) {
      estimate.add(unit);
    } else if (use != Use.PASS) {
      if (unit < 0x80) {
        keep((byte) unit);
      } else {
        // No name or id that is read here is written so.
        keptLength = LONGEST_KEPT + 1;
      }
    }
  }

  private int scalar(byte[] bytes, int start, int end) {
    int i = start;
    while (i < end && !endsScalar(bytes[i])) {
      keep(bytes[i++]);
    }
    if (i < end) {
      state = State.STRUCTURE;
      if (depth > 0 && depth <= MAX_DEPTH && !expectsName) {
        visitor.scalar(name, kept, keptLength);
      }
    }
    return i;
  }

  private static boolean endsScalar(byte b) {
    return switch (b) {
      case ' ', '\t', '\n', '\r', ',', ':', ']', '}', '[', '{', '"' -> true;
      default -> false;
    };
  }

  private void keep(byte b) {
    if (keptLength < LONGEST_KEPT) {
      kept[keptLength++] = b;
    } else {
      keptLength = LONGEST_KEPT + 1;
    }
  }

  private void keep(byte[] bytes, int start, int end) {
    if (keptLength + (end - start) <= LONGEST_KEPT) {
      System.arraycopy(bytes, start, kept, keptLength, end - start);
      keptLength += end - start;
    } else if (start < end) {
      keptLength = LONGEST_KEPT + 1;
    }
  }
}
