package com.keeptrusts.gateway.access;

import java.util.Optional;

/** Which group created a response of the provider's account, which all groups share. */
public interface ResponseOwners {
  /** The group, when it is known without asking the store. */
  Optional<String> remembered(String responseId);

  /** The group, from the store if need be; may block. */
  Optional<String> lookUp(String responseId);
}
