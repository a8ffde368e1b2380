package com.keeptrusts.gateway.exchange.sso;

import java.util.List;
import java.util.Optional;

/**
 * A reverse proxy that logs people in and says in headers who they are.
 *
 * @param ranges the addresses that it speaks from; from others the headers mean nothing
 * @param groupsHeader group names, separated by commas
 * @param rolesHeader role names, separated by commas
 */
public record TrustedProxy(
    List<AddressRange> ranges,
    String userHeader,
    String groupsHeader,
    Optional<String> rolesHeader) {
  public TrustedProxy {
    ranges = List.copyOf(ranges);
  }

  /** Whether a request from this address comes from the proxy. */
  public boolean isAt(String address) {
    for (AddressRange range : ranges) {
      if (range.contains(address)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a header is one that says who somebody is, whoever sent it. */
  public boolean carriesIdentity(String header) {
    return header.equalsIgnoreCase(userHeader)
        || header.equalsIgnoreCase(groupsHeader)
        || (rolesHeader.isPresent() && header.equalsIgnoreCase(rolesHeader.get()));
  }
}
