/** Keys and certificates in files, made ready for TLS. */
@NullMarked
package com.keeptrusts.gateway.tls;

import org.jspecify.annotations.NullMarked;
