/** Who is asking: from the key that came with the request to a consumer group. */
@NullMarked
package com.keeptrusts.gateway.auth;

import org.jspecify.annotations.NullMarked;
