/** The provider's side of an exchange: the request that is sent, and the answer on its way back. */
@NullMarked
package com.keeptrusts.gateway.proxy;

import org.jspecify.annotations.NullMarked;
