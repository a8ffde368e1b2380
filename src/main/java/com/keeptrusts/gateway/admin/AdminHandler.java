package com.keeptrusts.gateway.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers one admin path; may block. */
interface AdminHandler {
  /**
   * Answers.
   *
   * @throws BadParameterException when the query makes no sense, before anything is written
   */
  void handle(HttpServletRequest clientRequest, HttpServletResponse clientResponse)
      throws IOException, BadParameterException;
}
