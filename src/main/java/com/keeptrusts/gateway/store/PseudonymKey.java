package com.keeptrusts.gateway.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The secret that makes pseudonyms, in a file of its owner's only. It is made once: with another
 * one the same people would get other names, and whoever has it can find out who is who.
 */
public final class PseudonymKey implements Supplier<Optional<byte[]>> {
  private static final Logger LOG = LoggerFactory.getLogger(PseudonymKey.class);
  private static final String FILE = "pseudonym.key";
  private static final int BYTES = 32;

  private final Path file;
  private byte @Nullable [] secret;

  /**
   * Reads nothing yet.
   *
   * @param folder of the gateway's durable state
   */
  public PseudonymKey(DataFolder folder) {
    this.file = folder.path().resolve(FILE);
  }

  /** The secret; empty, with a word in the log, when it cannot be read or made. */
  @Override
  public synchronized Optional<byte[]> get() {
    if (secret == null) {
      try {
        secret = readOrMade();
      } catch (IOException | IllegalArgumentException e) {
        LOG.error(
            "no pseudonyms, events name nobody: '{}' cannot be used ({})", file, e.toString());
      }
    }
    return Optional.ofNullable(secret);
  }

  private byte[] readOrMade() throws IOException {
    try {
      byte[] known = HexFormat.of().parseHex(Files.readString(file, US_ASCII).strip());
      if (known.length != BYTES) {
        throw new IOException("it holds no key of " + BYTES + " bytes");
      }
      return known;
    } catch (NoSuchFileException absent) {
      return made();
    }
  }

  /** Whole or not at all, so that a kill leaves no half of a key. */
  private byte[] made() throws IOException {
    byte[] fresh = new byte[BYTES];
    new SecureRandom().nextBytes(fresh);
    Path draft = file.resolveSibling(FILE + ".tmp");
    Files.deleteIfExists(draft);
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] owner = {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
    Files.createFile(draft, posix ? owner : new FileAttribute<?>[0]);
    Files.writeString(draft, HexFormat.of().formatHex(fresh) + "\n", US_ASCII);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    return fresh;
  }
}
