package com.keeptrusts.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  @TempDir private Path folder;

  private final AtomicLong millis = new AtomicLong(1_000_000);
  private final InstantSource clock = () -> Instant.ofEpochMilli(millis.get());

  private static Optional<String> environment(String value) {
    return new EnvironmentCredential("KEY", Map.of("KEY", Optional.of(value))::get).current();
  }

  @Test
  void environment_notSet_isUnavailable() {
    EnvironmentCredential credential =
        new EnvironmentCredential("NOT_SET", name -> Optional.empty());
    assertThat(credential.current()).isEmpty();
    assertThat(credential.source()).isEqualTo("environment variable 'NOT_SET'");
  }

  @Test
  void environment_newlineAtTheEnd_isDropped() {
    assertThat(environment("sk-1\r\n")).contains("sk-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "sk-1\nX-Evil: 1", "sk\r1", "sk\u00001", "sk-\u00e4"})
  void environment_whatNoHeaderCarries_isUnavailable(String value) {
    assertThat(environment(value)).isEmpty();
  }

  @Test
  void environment_toString_hidesTheKey() {
    assertThat(new EnvironmentCredential("KEY", name -> Optional.of("sk-1")))
        .hasToString("environment variable 'KEY'");
  }

  @Test
  void absent_service_needsNoKey() {
    assertThat(AbsentCredential.INSTANCE.current()).contains("");
  }

  @Test
  void file_rotated_isReadAgainAfterASecond() throws IOException {
    Path file = write("sk-1\n");
    FileCredential credential = new FileCredential(file, clock);
    assertThat(credential.current()).contains("sk-1");
    rotate(file, "sk-22\n");
    millis.addAndGet(999);
    assertThat(credential.current()).contains("sk-1");
    millis.addAndGet(1);
    assertThat(credential.current()).contains("sk-22");
  }

  @Test
  void file_replacedWithSameSizeAndTime_isReadAgain() throws IOException {
    Path file = write("sk-1");
    FileTime time = Files.getLastModifiedTime(file);
    FileCredential credential = new FileCredential(file, clock);
    Path fresh = Files.writeString(folder.resolve("fresh"), "sk-2");
    Files.setLastModifiedTime(fresh, time);
    Files.move(fresh, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    millis.addAndGet(1_000);
    assertThat(credential.current()).contains("sk-2");
  }

  @Test
  void file_clockSetBack_isStillReadAgain() throws IOException {
    Path file = write("sk-1");
    FileCredential credential = new FileCredential(file, clock);
    rotate(file, "sk-22");
    millis.addAndGet(-500_000);
    assertThat(credential.current()).contains("sk-22");
  }

  @Test
  void file_comesLaterAndGoes_isAvailableInBetween() throws IOException {
    Path file = folder.resolve("key");
    FileCredential credential = new FileCredential(file, clock);
    assertThat(credential.current()).isEmpty();
    write("sk-1");
    millis.addAndGet(1_000);
    assertThat(credential.current()).contains("sk-1");
    Files.delete(file);
    millis.addAndGet(1_000);
    assertThat(credential.current()).isEmpty();
  }

  @Test
  void catalog_openai_hasItsAddress() {
    assertThat(ProviderCatalog.names()).containsExactly("openai");
    assertThat(ProviderCatalog.baseUrl("openai").orElseThrow())
        .hasToString("https://api.openai.com/v1");
    assertThat(ProviderCatalog.baseUrl("other")).isEmpty();
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("key"), content);
  }

  private static void rotate(Path file, String content) throws IOException {
    Files.writeString(file, content);
  }
}
