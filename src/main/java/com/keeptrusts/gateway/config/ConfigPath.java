package com.keeptrusts.gateway.config;

/** The written form of a place in the file's tree. */
final class ConfigPath {
  private ConfigPath() {}

  /** A key below a path; the root's path is empty. */
  static String join(String parent, String key) {
    return parent.isEmpty() ? key : parent + "." + key;
  }

  /** An item of a list. */
  static String item(String list, int index) {
    return list + "[" + index + "]";
  }
}
