package com.keeptrusts.gateway.quickstart;

/** A header field as it goes over the wire, its name in the case in which it was sent. */
public record HttpHeader(String name, String value) {}
