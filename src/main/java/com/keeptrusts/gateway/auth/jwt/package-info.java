/** Tokens of the company's identity provider: whose they are, and whether they can be believed. */
@NullMarked
package com.keeptrusts.gateway.auth.jwt;

import org.jspecify.annotations.NullMarked;
