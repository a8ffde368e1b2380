package com.keeptrusts.gateway.admin;

/**
 * One thing that is wrong with a configuration file.
 *
 * @param line from 1; 0 where there is no line to point at
 * @param column from 1; 0 likewise
 * @param path as in {@code consumer_groups[1].rate_limits}
 * @param severity {@code error} or {@code warning}
 */
public record ConfigProblem(
    String file, int line, int column, String path, String message, String severity) {}
