/** A provider's answer on its way to the client: read, looked at, and passed on piece by piece. */
@NullMarked
package com.keeptrusts.gateway.proxy.answer;

import org.jspecify.annotations.NullMarked;
