/**
 * Who is asking: from a key, a token, the server's login or a trusted proxy's word to a consumer
 * group.
 */
@NullMarked
package com.keeptrusts.gateway.auth;

import org.jspecify.annotations.NullMarked;
