package com.keeptrusts.gateway.apischema;

/**
 * A part of a multipart form.
 *
 * @param isFile whether it has a file name
 * @param start offset of its content in the body
 * @param end offset after its content
 */
record FormPart(String name, boolean isFile, int start, int end) {}
