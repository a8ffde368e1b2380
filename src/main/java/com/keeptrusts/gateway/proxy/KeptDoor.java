package com.keeptrusts.gateway.proxy;

import com.keeptrusts.gateway.exchange.Egress;
import com.keeptrusts.gateway.exchange.IdentityFiles;
import com.keeptrusts.gateway.exchange.Target;
import com.keeptrusts.gateway.tls.TlsFileException;
import com.keeptrusts.gateway.upstream.FollowedFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A way out and its door as its files made it last; without one the target is unavailable. */
final class KeptDoor {
  private static final Logger LOG = LoggerFactory.getLogger(KeptDoor.class);

  private final Egress egress;
  private final Consumer<Door> opened;
  private final Consumer<Door> replaced;
  private final FollowedFiles files;
  private volatile Optional<Door> current = Optional.empty();

  /**
   * Opens a door if it can be opened.
   *
   * @param opened hears of each door before requests use it
   * @param replaced hears of each door that requests no longer use
   */
  KeptDoor(Egress egress, Consumer<Door> opened, Consumer<Door> replaced) {
    this.egress = egress;
    this.opened = opened;
    this.replaced = replaced;
    // The stamps come first: a change after them is seen at the next look.
    this.files = new FollowedFiles(files(egress), secrets(egress));
    open();
  }

  /** The door; empty while its files cannot be used, or its proxy's password is not set. */
  Optional<Door> current() {
    return egress.proxy().flatMap(Egress.Proxy::login).map(this::hasPassword).orElse(true)
        ? current
        : Optional.empty();
  }

  /** Opens a new door when the files have changed. */
  void look() {
    if (files.haveChanged()) {
      open();
    }
  }

  private boolean hasPassword(Egress.Login login) {
    return login.password().current().isPresent();
  }

  private void open() {
    Optional<Door> before = current;
    try {
      Door door = Door.open(egress);
      opened.accept(door);
      current = Optional.of(door);
      before.ifPresent(replaced);
      if (before.isPresent()) {
        LOG.info("the renewed certificates of {} are used from now on", files(egress));
      }
    } catch (TlsFileException e) {
      LOG.error(
          before.isPresent()
              ? "{}; what was read before is used on"
              : "{}; targets that need it are unavailable",
          e.getMessage());
    }
  }

  private static List<Path> files(Egress egress) {
    List<Path> files = new ArrayList<>();
    egress.caFile().ifPresent(files::add);
    egress.identity().ifPresent(identity -> files.addAll(identity.files()));
    egress.proxy().flatMap(Egress.Proxy::caFile).ifPresent(files::add);
    return files;
  }

  private static List<Target.Credential> secrets(Egress egress) {
    return egress.identity().orElse(null) instanceof IdentityFiles.Store store
        ? List.of(store.password())
        : List.of();
  }
}
