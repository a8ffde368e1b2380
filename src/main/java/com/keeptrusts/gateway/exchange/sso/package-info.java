/** The words of single sign-on: who somebody is, and which rules let them in. */
@NullMarked
package com.keeptrusts.gateway.exchange.sso;

import org.jspecify.annotations.NullMarked;
