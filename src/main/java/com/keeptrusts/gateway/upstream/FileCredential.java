package com.keeptrusts.gateway.upstream;

import com.keeptrusts.gateway.exchange.Target;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A key from a file, read again when the file changes; looked at once a second at most, by one
 * thread, while the others go on with what is known.
 */
public final class FileCredential implements Target.Credential {
  private static final long CHECK_MILLIS = 1_000;
  private static final int MAX_BYTES = 16 * 1024;

  private final Path file;
  private final InstantSource clock;
  private final AtomicLong checkedMillis;
  private volatile Reading reading;

  /** Reads the file, which need not be there yet. */
  public FileCredential(Path file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
    this.checkedMillis = new AtomicLong(clock.millis());
    this.reading = read();
  }

  @Override
  public Optional<String> current() {
    long checked = checkedMillis.get();
    long now = clock.millis();
    // A clock that was set back counts as a second gone by.
    boolean isDue = now < checked || now - checked >= CHECK_MILLIS;
    if (isDue
        && checkedMillis.compareAndSet(checked, now)
        && !FileStamp.of(file).equals(reading.stamp)) {
      reading = read();
    }
    return reading.value;
  }

  @Override
  public String source() {
    return "file '" + file + "'";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FileCredential same && file.equals(same.file);
  }

  @Override
  public int hashCode() {
    return file.hashCode();
  }

  @Override
  public String toString() {
    return source();
  }

  private Reading read() {
    // The stamp comes first: a change after it is seen at the next look.
    FileStamp stamp = FileStamp.of(file);
    return new Reading(stamp, content());
  }

  private Optional<String> content() {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES);
      return CredentialText.usable(new String(bytes, StandardCharsets.UTF_8), source());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private record Reading(FileStamp stamp, Optional<String> value) {}
}
