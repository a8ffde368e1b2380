package com.keeptrusts.gateway.exchange.sso;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Addresses with a common prefix, of IPv4 or IPv6; IPv4 addresses in IPv6's clothes ({@code
 * ::ffff:10.0.0.1}) are IPv4. Names are never looked up.
 *
 * @param text as in {@code 10.0.0.0/8}
 * @param first the lowest address
 * @param bits how long an address of this family is
 * @param prefix how many bits are common
 */
public record AddressRange(String text, BigInteger first, int bits, int prefix) {
  private static final int IPV4_BITS = 32;
  private static final int MAPPED_PREFIX = 96;

  /** The range in CIDR notation, or one address; empty when it is neither. */
  public static Optional<AddressRange> parse(String text) {
    int slash = text.indexOf('/');
    String written = slash < 0 ? text : text.substring(0, slash);
    Optional<byte[]> address = address(written);
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int bits = address.get().length * 8;
    Optional<Integer> prefix = slash < 0 ? Optional.of(bits) : number(text.substring(slash + 1));
    boolean mapped = bits == IPV4_BITS && written.indexOf(':') >= 0;
    int used = prefix.orElse(-1) - (mapped && slash >= 0 ? MAPPED_PREFIX : 0);
    if (used < 0 || used > bits) {
      return Optional.empty();
    }
    return Optional.of(new AddressRange(text, new BigInteger(1, address.get()), bits, used));
  }

  /** Whether the address has bits behind the prefix, which is hardly ever what was meant. */
  public boolean isLoose() {
    int behind = bits - prefix;
    return !first.shiftRight(behind).shiftLeft(behind).equals(first);
  }

  /** Whether an address, as a server reports it, is in the range. */
  public boolean contains(String address) {
    Optional<byte[]> octets = address(address);
    return octets.isPresent()
        && octets.get().length * 8 == bits
        && new BigInteger(1, octets.get()).xor(first).shiftRight(bits - prefix).signum() == 0;
  }

  private static Optional<byte[]> address(String text) {
    int zone = text.indexOf('%');
    String plain = zone < 0 ? text : text.substring(0, zone);
    String bare =
        plain.startsWith("[") && plain.endsWith("]")
            ? plain.substring(1, plain.length() - 1)
            : plain;
    boolean literal = bare.indexOf(':') >= 0 ? isIpv6Text(bare) : isIpv4(bare);
    if (!literal) {
      return Optional.empty();
    }
    try {
      // A literal is never looked up; Java itself takes the IPv6 clothes off.
      return Optional.of(InetAddress.getByName(bare).getAddress());
    } catch (UnknownHostException malformed) {
      return Optional.empty();
    }
  }

  private static boolean isIpv6Text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ':' && c != '.' && Character.digit(c, 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIpv4(String text) {
    String[] octets = text.split("\\.", -1);
    for (String octet : octets) {
      Optional<Integer> number = number(octet);
      if (number.isEmpty() || number.get() > 255) {
        return false;
      }
    }
    return octets.length == 4;
  }

  /** Up to three digits; no leading zero, which some read as octal. */
  private static Optional<Integer> number(String text) {
    if (text.isEmpty() || text.length() > 3 || (text.length() > 1 && text.charAt(0) == '0')) {
      return Optional.empty();
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return Optional.empty();
      }
    }
    return Optional.of(Integer.parseInt(text));
  }
}
