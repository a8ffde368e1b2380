/** What is common to all filters: the exchange of a request, its body, and the one error writer. */
@NullMarked
package com.keeptrusts.gateway.http;

import org.jspecify.annotations.NullMarked;
