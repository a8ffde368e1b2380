package com.keeptrusts.gateway.proxy.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingTest {
  private static final int MOST_IN_TURN = 72 * 1024;

  private final ByteArrayOutputStream decoded = new ByteArrayOutputStream();
  private final ContentCoding gzip = ContentCoding.of("gzip");
  private int turns;

  @Test
  void fewBytesThatStandForVeryMany_takeManyTurns() throws Exception {
    byte[] text = new byte[16 << 20];
    feed(gzip(text), 1 << 20);
    assertThat(decoded.size()).isEqualTo(text.length);
    assertThat(turns).isGreaterThan(200);
  }

  @Test
  void turn_isSharedByReceivedPieces() throws Exception {
    byte[] text = new byte[1 << 20];
    feed(gzip(text), 10);
    assertThat(decoded.size()).isEqualTo(text.length);
    assertThat(turns).isBetween(14, 18);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100, 100_000})
  void text_inTwoMembers_comesOutWhole(int piece) throws Exception {
    byte[] text = "some words, and more of them; ".repeat(5000).getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.writeBytes(gzip(Arrays.copyOf(text, 1000)));
    members.writeBytes(gzip(Arrays.copyOfRange(text, 1000, text.length)));
    feed(members.toByteArray(), piece);
    assertThat(decoded.toByteArray()).isEqualTo(text);
  }

  @Test
  void brokenInput_isReadNoFurther() throws Exception {
    feed("no gzip at all".getBytes(StandardCharsets.US_ASCII), 5);
    assertThat(decoded.size()).isZero();
  }

  private void feed(byte[] coded, int piece) {
    for (int at = 0; at < coded.length; at += piece) {
      ByteBuffer received =
          ByteBuffer.wrap(Arrays.copyOfRange(coded, at, Math.min(coded.length, at + piece)));
      int before = decoded.size();
      while (!gzip.decode(received, decoded::write)) {
        assertThat(decoded.size() - before).isLessThanOrEqualTo(MOST_IN_TURN);
        before = decoded.size();
        turns++;
      }
    }
  }

  private static byte[] gzip(byte[] text) throws IOException {
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(coded)) {
      out.write(text);
    }
    return coded.toByteArray();
  }
}
