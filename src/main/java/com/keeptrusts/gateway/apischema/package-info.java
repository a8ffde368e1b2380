/** The JSON that is read from requests and answers; the rest passes through untouched. */
@NullMarked
package com.keeptrusts.gateway.apischema;

import org.jspecify.annotations.NullMarked;
