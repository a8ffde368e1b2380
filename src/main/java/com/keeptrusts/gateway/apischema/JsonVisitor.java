package com.keeptrusts.gateway.apischema;

/** Hears what a {@link JsonScanner} passes. Items of a list come under the list's own name. */
interface JsonVisitor {
  /** What to do with a string. */
  enum Wish {
    PASS,
    COUNT,
    KEEP
  }

  void open(MemberName name, boolean isObject);

  void close();

  /** A string begins. */
  Wish string(MemberName name);

  /** A string that was wished for has ended, and is not long. */
  void kept(MemberName name, byte[] text, int length);

  /** A number, true, false or null; a length beyond the array's for what is none of them. */
  void scalar(MemberName name, byte[] text, int length);
}
