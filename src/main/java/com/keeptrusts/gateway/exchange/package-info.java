/** The words of the gateway: what every stage knows about one exchange, and nothing of how. */
@NullMarked
package com.keeptrusts.gateway.exchange;

import org.jspecify.annotations.NullMarked;
