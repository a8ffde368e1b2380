/** Tries policies on what their owners expect of them, without a gateway. */
@NullMarked
package com.keeptrusts.gateway.cli.cases;

import org.jspecify.annotations.NullMarked;
