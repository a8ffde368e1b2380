/** Providers: where they are by default and which credential opens them. */
@NullMarked
package com.keeptrusts.gateway.upstream;

import org.jspecify.annotations.NullMarked;
