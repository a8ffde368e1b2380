package com.keeptrusts.gateway.policy.pii;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.policy.Lines;
import com.keeptrusts.gateway.policy.detect.Detector;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IpAddressDetectorTest {
  private static final Detector ADDRESSES = Found.detector("ip_address");
  private static final Cases PUBLISHED = Cases.of("published-ip-addresses.txt");

  static List<Cases.Case> published() {
    return PUBLISHED.all();
  }

  static List<String> notAddresses() {
    return Lines.of(IpAddressDetectorTest.class, "not-ip-addresses.txt").stream()
        .map(line -> line.replace("\\n", "\n"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("published")
  void find_publishedCase_asExpected(Cases.Case published) {
    boolean agrees = Found.in(published.text(), ADDRESSES).size() == published.expected();
    assertThat(agrees).isEqualTo(!published.differs());
  }

  @Test
  void find_publishedCases_agreesWithNearlyAll() {
    assertThat(PUBLISHED.agreement()).isGreaterThanOrEqualTo(95);
  }

  @ParameterizedTest
  @MethodSource("notAddresses")
  void find_somethingElse_nothing(String text) {
    assertThat(Found.in(text, ADDRESSES)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "from 10.0.0.1:8080.|10.0.0.1",
        "http://192.168.1.1/24/x|192.168.1.1",
        "10.0.0.0/8|10.0.0.0",
        "localhost/127.0.0.1|127.0.0.1",
        "a range, 10.0.0.9-|10.0.0.9",
        "{\"line\":\"x\\n10.0.0.1\\n\"}|10.0.0.1",
        "ping 10.0.0.1...|10.0.0.1",
        "地址192.168.1.1是|192.168.1.1",
        "１０．０．０．１|１０．０．０．１",
        "server: 10.0.0.1|10.0.0.1",
        "fe80::1%eth0|fe80::1%eth0",
        "[2001:db8::1]:443|2001:db8::1",
        "2001:db8::/32|2001:db8::",
        "addr fe80::1: unreachable|fe80::1",
        "dst=::1|::1",
        "[::]:8080|::",
        "::ffff:10.0.0.1|::ffff:10.0.0.1",
        "dead::beef|dead::beef"
      })
  void find_addressAmongOthers_onlyTheAddress(String text, String address) {
    assertThat(Found.in(text, ADDRESSES)).containsExactly(address);
  }

  @Test
  void find_range_bothEnds() {
    assertThat(Found.in("10.0.0.1-10.0.0.9", ADDRESSES)).containsExactly("10.0.0.1", "10.0.0.9");
  }
}
