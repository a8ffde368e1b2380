package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.exchange.Egress;
import com.keeptrusts.gateway.exchange.IdentityFiles;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a target's {@code proxy} and {@code tls}. What stands in the file must be right; what other
 * files hold may come later, so it is a warning, and the target is unavailable until then.
 */
final class EgressReader {
  private final ProxyReader proxies;
  private final IdentityReader identities;
  private final FileRefs files;
  private final EgressCheck check;

  EgressReader(Secrets secrets, FileRefs files, EgressCheck check) {
    this.proxies = new ProxyReader(secrets, files, check);
    this.identities = new IdentityReader(secrets, files, check);
    this.files = files;
    this.check = check;
  }

  EgressSettings read(Section target, URI baseUrl) {
    if (!target.has("proxy") && !target.has("tls")) {
      return EgressSettings.DIRECT;
    }
    Optional<ProxyReader.Read> proxy = target.find("proxy").flatMap(proxies::read);
    Optional<Section> tls = target.section("tls", ConfigKeys.TLS);
    if (tls.isPresent() && baseUrl.getScheme().equals("http")) {
      target.find("tls").ifPresent(f -> f.warn("has no effect on a base_url without https"));
    }
    Optional<Path> caFile = tls.flatMap(this::caFile);
    Optional<IdentityReader.Read> identity =
        tls.flatMap(section -> section.section("client_certificate", ConfigKeys.CLIENT_CERTIFICATE))
            .flatMap(identities::read);
    return new EgressSettings(
        new Egress(
            proxy.map(ProxyReader.Read::proxy),
            caFile,
            identity.<IdentityFiles>map(IdentityReader.Read::files)),
        proxy.flatMap(ProxyReader.Read::password),
        identity.flatMap(IdentityReader.Read::password));
  }

  private Optional<Path> caFile(Section tls) {
    Optional<Field> field = tls.find("ca_file");
    Optional<Path> file = field.flatMap(files::read);
    file.ifPresent(path -> check.authorities(field.orElseThrow(), path));
    return file;
  }
}
