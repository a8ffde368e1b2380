package com.keeptrusts.gateway.cli;

import java.net.URI;

/**
 * A gateway's admin API and the key to it.
 *
 * @param url with the context path, without a slash at the end
 * @param keySource where the key came from, for when it is refused
 * @param trust by what an {@code https} gateway is known
 */
record LocatedGateway(URI url, String key, String keySource, TrustedGateway trust) {
  @Override
  public String toString() {
    return "LocatedGateway[url=" + url + ", keySource=" + keySource + "]";
  }
}
