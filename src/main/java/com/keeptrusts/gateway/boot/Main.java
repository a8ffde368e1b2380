package com.keeptrusts.gateway.boot;

/** Where {@code java -jar} begins. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    System.out.println(String.join(" ", args));
  }
}
