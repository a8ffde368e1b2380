package com.keeptrusts.gateway.upstream;

import com.keeptrusts.gateway.exchange.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files, and secrets that belong to them, which others renew. A change counts when two looks agree:
 * a key and its certificate are seldom replaced in one step. For one thread.
 */
public final class FollowedFiles {
  private final List<Path> files;
  private final List<Target.Credential> secrets;
  private Look handled;
  private Look seen;

  /** Follows the files from now on. */
  public FollowedFiles(List<Path> files, List<Target.Credential> secrets) {
    this.files = List.copyOf(files);
    this.secrets = List.copyOf(secrets);
    this.handled = look();
    this.seen = handled;
  }

  /** Whether they have changed since they were last reported, and were so at the last look. */
  public boolean haveChanged() {
    Look now = look();
    boolean settled = now.equals(seen) && !now.equals(handled);
    seen = now;
    if (settled) {
      handled = now;
    }
    return settled;
  }

  private Look look() {
    List<FileStamp> stamps = new ArrayList<>();
    for (Path file : files) {
      stamps.add(FileStamp.of(file));
    }
    List<Optional<String>> values = new ArrayList<>();
    for (Target.Credential secret : secrets) {
      values.add(secret.current());
    }
    return new Look(stamps, values);
  }

  private record Look(List<FileStamp> stamps, List<Optional<String>> values) {}
}
