package com.keeptrusts.gateway.it.server;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Whom the servers' own logins know. */
public enum LoginUser {
  /** Somebody of a team. */
  ALICE("wonderland", "mkt-user"),
  /** An operator. */
  ADA("lovelace", "llm-admin"),
  /** Somebody without a role. */
  FRANK("zappa", "");

  private final String password;
  private final String role;

  LoginUser(String password, String role) {
    this.password = password;
    this.role = role;
  }

  String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  String password() {
    return password;
  }

  String role() {
    return role;
  }

  /** What a browser sends in {@code Authorization}. */
  public String basic() {
    return basic(password);
  }

  /** The same with another password. */
  public String basic(String other) {
    byte[] both = (id() + ":" + other).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }
}
