package com.keeptrusts.gateway.config;

import com.keeptrusts.gateway.exchange.Egress;
import com.keeptrusts.gateway.exchange.IdentityFiles;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A target's way out, in the words of the file; passwords by where they are. */
final class EgressDescription {
  private EgressDescription() {}

  /** Adds what there is; nothing for a way straight out. */
  static void put(EgressSettings settings, Map<String, Object> fields) {
    Egress egress = settings.egress();
    egress.proxy().ifPresent(proxy -> fields.put("proxy", proxy(proxy, settings.proxyPassword())));
    if (egress.hasTls()) {
      Map<String, Object> tls = new LinkedHashMap<>();
      putFile(tls, "ca_file", egress.caFile());
      egress
          .identity()
          .ifPresent(
              files -> tls.put("client_certificate", identity(files, settings.storePassword())));
      fields.put("tls", tls);
    }
  }

  private static Map<String, Object> proxy(Egress.Proxy proxy, Optional<SecretRef> password) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("url", proxy.url().toString());
    proxy.login().ifPresent(login -> fields.put("username", login.username()));
    putSecret(fields, password);
    putFile(fields, "ca_file", proxy.caFile());
    return fields;
  }

  private static Map<String, Object> identity(IdentityFiles files, Optional<SecretRef> password) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (files instanceof IdentityFiles.Pem pem) {
      fields.put("cert_file", pem.certificate().toString());
      fields.put("key_file", pem.key().toString());
    } else {
      fields.put("keystore_file", files.files().get(0).toString());
      putSecret(fields, password);
    }
    return fields;
  }

  private static void putSecret(Map<String, Object> fields, Optional<SecretRef> password) {
    password.ifPresent(ref -> fields.put("password_ref", ConfigDescription.reference(ref)));
  }

  private static void putFile(Map<String, Object> fields, String key, Optional<Path> file) {
    file.ifPresent(path -> fields.put(key, path.toString()));
  }
}
