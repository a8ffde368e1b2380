package com.keeptrusts.gateway.exchange.sso;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "10.0.0.0/8, ::ffff:10.1.2.3, true",
    "10.0.0.0/8, ::ffff:0b01:0203, false",
    "10.0.0.0/8, a00::1, false",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "::ffff:10.0.0.0/104, 10.9.9.9, true",
    "fd00::/8, fdff::1, true",
    "fd00::/8, [fd00::1], true",
    "fd00::/8, fe00::1, false",
    "fe80::/10, fe80::1%eth0, true",
    "::1, 0:0:0:0:0:0:0:1, true",
    "::1, 127.0.0.1, false",
    "0.0.0.0/0, 8.8.8.8, true",
    "0.0.0.0/0, ::1, false",
    "10.0.0.0/8, localhost, false",
    "10.0.0.0/8, '', false",
    "10.0.0.0/8, 10, false",
    "10.0.0.0/8, 010.0.0.1, false"
  })
  void contains_address_ofBothFamilies(String range, String address, boolean is) {
    assertThat(AddressRange.parse(range).orElseThrow().contains(address)).isEqualTo(is);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/8",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0/8",
        "10.0.0.256",
        "example.com",
        "10.0.0.0/08",
        "fd00::/129",
        "fd00:::/8",
        "::ffff:10.0.0.0/90",
        "10.0.0.0/8/8",
        "1",
        "*"
      })
  void parse_whatIsNoRange_isEmpty(String text) {
    assertThat(AddressRange.parse(text)).isEmpty();
  }

  @Property
  void contains_anyIpv4_agreesWithArithmetic(
      @ForAll int address, @ForAll int other, @ForAll @IntRange(max = 32) int prefix) {
    AddressRange range = AddressRange.parse(dotted(address) + "/" + prefix).orElseThrow();
    int mask = prefix == 0 ? 0 : -1 << (32 - prefix);
    assertThat(range.contains(dotted(other))).isEqualTo((address & mask) == (other & mask));
    assertThat(range.contains(dotted(address))).isTrue();
    assertThat(range.isLoose()).isEqualTo((address & ~mask) != 0);
  }

  private static String dotted(int address) {
    return (address >>> 24)
        + ("." + (address >>> 16 & 255))
        + ("." + (address >>> 8 & 255))
        + ("." + (address & 255));
  }
}
