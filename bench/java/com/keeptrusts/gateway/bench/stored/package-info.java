/** Fills a state folder, to see what a gateway costs that has worked for long. */
package com.keeptrusts.gateway.bench.stored;
