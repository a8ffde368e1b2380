package com.keeptrusts.gateway.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * One of the blocks of a PEM file.
 *
 * @param label as in {@code CERTIFICATE}
 * @param encrypted whether the block's own header says so, as old OpenSSL writes it
 */
record PemBlock(String label, byte[] der, boolean encrypted) {
  private static final long LARGEST = 16L * 1024 * 1024;
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";

  /** Every block of a file, in its order; what stands between them is passed over. */
  static List<PemBlock> allOf(Path file) throws TlsFileException {
    List<PemBlock> blocks = new ArrayList<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String begin = lines.get(i).strip();
      if (begin.startsWith(BEGIN) && begin.endsWith(DASHES)) {
        String label = begin.substring(BEGIN.length(), begin.length() - DASHES.length());
        int end = i + 1;
        while (end < lines.size() && !lines.get(end).strip().equals(END + label + DASHES)) {
          end++;
        }
        if (end == lines.size()) {
          throw new TlsFileException(file, "breaks off within its " + label);
        }
        blocks.add(block(file, label, lines.subList(i + 1, end)));
        i = end;
      }
    }
    return blocks;
  }

  private static PemBlock block(Path file, String label, List<String> lines)
      throws TlsFileException {
    StringBuilder base64 = new StringBuilder();
    boolean encrypted = false;
    for (String line : lines) {
      if (line.indexOf(':') < 0) {
        base64.append(line.strip());
      } else {
        encrypted |= line.startsWith("Proc-Type:") && line.contains("ENCRYPTED");
      }
    }
    try {
      return new PemBlock(label, Base64.getDecoder().decode(base64.toString()), encrypted);
    } catch (IllegalArgumentException e) {
      throw new TlsFileException(file, "holds a " + label + " that is no base64", e);
    }
  }

  private static List<String> lines(Path file) throws TlsFileException {
    try {
      if (Files.size(file) > LARGEST) {
        throw new TlsFileException(file, "is too large for a PEM file");
      }
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).lines().toList();
    } catch (TlsFileException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw new TlsFileException(file, "is not there", e);
    } catch (IOException e) {
      throw new TlsFileException(file, "cannot be read: check that it is a file, its rights", e);
    }
  }
}
