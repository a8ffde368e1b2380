package com.keeptrusts.gateway.apischema;

import static com.keeptrusts.gateway.exchange.Endpoint.TRANSCRIPTIONS;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.exchange.BodyText;
import com.keeptrusts.gateway.exchange.ModelRequest;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormRequestReaderTest {
  private static final String TYPE = "multipart/form-data; boundary=XX";
  private static final String MODEL =
      "--XX\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nwhisper-1\r\n";
  private static final String FILE =
      "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.mp3\"\r\n"
          + "Content-Type: audio/mpeg\r\n\r\n\u0000\u00ff--X\r\n-\r\n--X\r\n";
  private static final String END = "--XX--\r\n";

  private static ModelRequest read(String contentType, String latin) {
    Reading reading =
        RequestReader.read(TRANSCRIPTIONS, contentType, latin.getBytes(ISO_8859_1), true);
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return ((Reading.Read) reading).request();
  }

  private static String refuse(String contentType, String latin) {
    return RequestReaderTest.refuse(TRANSCRIPTIONS, contentType, latin.getBytes(ISO_8859_1));
  }

  private static String field(String name, String value) {
    return "--XX\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  }

  @Test
  void form_asClientsSendIt_isRead() {
    ModelRequest read =
        read(
            TYPE,
            FILE
                + MODEL
                + field("stream", "true")
                + field("prompt", "Zo\u00c3\u00ab speaks")
                + field("temperature", "0.2")
                + END);
    assertThat(read.model().value()).isEqualTo("whisper-1");
    assertThat(read.stream()).isTrue();
    assertThat(read.texts()).extracting(BodyText::text).containsExactly("Zo\u00eb speaks", "0.2");
    assertThat(read.promptTokens()).isEqualTo(1000 + 3 + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data; boundary=XX",
        "Multipart/Form-Data; Boundary=\"XX\"",
        "multipart/form-data; charset=utf-8; boundary=XX",
      })
  void boundary_tokenOrQuoted_isFound(String contentType) {
    assertThat(read(contentType, FILE + MODEL + "--XX--").stream()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "application/json",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"\"",
        "multipart/form-data; boundary=XX; boundary=YY",
        "multipart/form-data; boundary=XX; BOUNDARY=XX",
        "multipart/mixed; boundary=XX",
        "multipart/form-data; boundary=\"XX",
        "multipart/form-data; boundary=\"X\\X\"",
        "multipart/form-data; boundary=\"XX \"",
        "multipart/form-data; boundary=XX, text/plain",
        "multipart/form-data; boundary=YY",
        "multipart/form-data boundary=XX",
        "multipart/form-data; boundary*=utf-8''XX",
        "multipart/form-data; boundary=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      })
  void boundary_missingOrAmbiguous_isRefused(String contentType) {
    refuse(contentType, FILE + MODEL + END);
  }

  @Test
  void contentType_absent_isRefused() {
    assertThat(RequestReader.read(TRANSCRIPTIONS, null, (MODEL + END).getBytes(ISO_8859_1), false))
        .isInstanceOf(Reading.Malformed.class);
  }

  @Test
  void fields_missingTwiceOrOfTheWrongKind_areRefused() {
    assertThat(refuse(TYPE, FILE + END)).contains("'model' is missing");
    assertThat(refuse(TYPE, MODEL + MODEL + END)).contains("'model' stands twice");
    assertThat(refuse(TYPE, MODEL + field("stream", "true") + field("stream", "true") + END))
        .contains("'stream' stands twice");
    assertThat(refuse(TYPE, MODEL + field("stream", "1") + END)).contains("'stream'");
    assertThat(refuse(TYPE, field("model", "") + END)).contains("'model'");
    assertThat(refuse(TYPE, field("model", "a\r\nb") + END)).contains("'model'");
    assertThat(refuse(TYPE, field("model", "\u00e9") + END)).contains("UTF-8");
    assertThat(refuse(TYPE, MODEL + field("prompt", "\u00ff") + END)).contains("UTF-8");
    assertThat(refuse(TYPE, FILE.replace("\"file\"", "\"model\"") + END)).contains("a file");
    assertThat(refuse(TYPE, MODEL + FILE.replace("\"file\"", "\"prompt\"") + END))
        .contains("a file");
    assertThat(refuse(TYPE, MODEL + field("_charset_", "utf-16") + END)).contains("name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name=\"model\"|name=\"model\"; name=\"prompt\"",
        "name=\"model\"|name*=utf-8''model",
        "name=\"model\"|name=\"prompt\"; name*=utf-8''model",
        "name=\"model\"|name*0=\"mo\"; name*1=\"del\"",
        "name=\"model\"|name=\"mo\\del\"",
        "name=\"model\"|name=\"model",
        "name=\"model\"|name=\"\"",
        "name=\"model\"|name = \"model\"",
        "name=\"model\"|x=\"y\"",
        "form-data|attachment",
        "form-data; |",
        "Content-Disposition|Content-Description",
        "Content-Disposition:|Content-Disposition :",
        "Content-Disposition:|Content-Disposition",
      })
  void disposition_ambiguous_isRefused(String part, String replacement) {
    String changed = MODEL.replace(part, replacement == null ? "" : replacement);
    assertThat(changed).isNotEqualTo(MODEL);
    refuse(TYPE, changed + END);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Disposition: form-data; name=\"prompt\"",
        "Content-Transfer-Encoding: base64",
        "Content-Transfer-Encoding: quoted-printable",
        "Content-Type: text/plain; charset=utf-16",
        " folded",
        "\tfolded",
        "X: a\nY: b",
        "X: a\rY: b",
        "X: \u0000",
        "X: \u00ff",
        ": x",
        "--XX",
        "X Y: z",
      })
  void headers_twoWaysToReadThem_areRefused(String header) {
    String part = MODEL.replace("\r\n\r\n", "\r\n" + header + "\r\n\r\n");
    assertThat(part).isNotEqualTo(MODEL);
    refuse(TYPE, part + END);
    refuse(TYPE, FILE + part + END);
  }

  @Test
  void headers_delimiterAmongThem_isRefused() {
    String type = "multipart/form-data; boundary=\"a:b\"";
    String inHead =
        "--a:b\r\nContent-Disposition: form-data; name=\"model\"\r\n--a:b\r\n\r\nm\r\n--a:b--";
    refuse(type, inHead);
    assertThat(read(type, inHead.replace("\r\n--a:b\r\n\r\n", "\r\n\r\n")).model().value())
        .isEqualTo("m");
  }

  @Test
  void headers_harmless_areRead() {
    String part =
        MODEL.replace(
            "\r\n\r\n",
            "\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Length: 9\r\n"
                + "content-transfer-encoding: 8BIT\r\n\r\n");
    assertThat(read(TYPE, part + END).model().value()).isEqualTo("whisper-1");
    read(TYPE, MODEL + FILE.replace("filename=\"a.mp3\"", "filename*=utf-8''a.mp3") + END);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s%s",
        "%s%s--XX",
        "%s%s--XX-",
        "%s%s--XX--\n",
        "%s%s--XX--\r\nx",
        "%s%s--XX--x",
        "x\r\n%s%s--XX--",
        "\r\n%s%s--XX--",
        "%s--XX \r\n\r\n%s--XX--",
        "%s--XXY\r\n\r\n%s--XX--",
        "--XX--",
        "--XX--\r\n%s%s",
        "",
        "--XX",
        "--X",
        "%s\n--XX--"
      })
  void frame_unterminatedOrWithMore_isRefused(String frame) {
    refuse(TYPE, String.format(frame, FILE, MODEL));
  }

  @Test
  void lineEnds_lfOnly_areRefused() {
    refuse(TYPE, (FILE + MODEL + END).replace("\r\n", "\n"));
    refuse(TYPE, MODEL.replace("\r\n\r\n", "\n\n") + END);
    refuse(TYPE, MODEL + END.replace("--XX", "\n--XX"));
  }

  @Test
  void part_empty_isNoText() {
    assertThat(read(TYPE, MODEL + field("prompt", "") + END).texts()).isEmpty();
  }

  @Property(tries = 1000)
  void form_oneByteChanged_isReadOrRefused(@ForAll int where, @ForAll byte value) {
    byte[] bytes = (FILE + MODEL + field("prompt", "x") + END).getBytes(ISO_8859_1);
    bytes[Math.floorMod(where, bytes.length)] = value;
    assertThat(RequestReader.read(TRANSCRIPTIONS, TYPE, bytes, true)).isNotNull();
  }

  @Test
  void form_largeFile_isQuick() {
    String audio = "\r\n--X\r".repeat(1_000_000);
    CpuTime time = new CpuTime();
    read(TYPE, FILE.replace("\u00ff", audio) + MODEL + END);
    time.assertLessThan(Duration.ofSeconds(3));
  }
}
