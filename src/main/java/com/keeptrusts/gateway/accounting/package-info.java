/** What an exchange cost, and the event that it leaves. */
@NullMarked
package com.keeptrusts.gateway.accounting;

import org.jspecify.annotations.NullMarked;
