package com.keeptrusts.gateway.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /admin/groups}. */
final class GroupsHandler implements AdminHandler {
  private final GroupStandings groupStandings;
  private final AdminJson json;

  GroupsHandler(GroupStandings groupStandings, AdminJson json) {
    this.groupStandings = groupStandings;
    this.json = json;
  }

  @Override
  public void handle(HttpServletRequest clientRequest, HttpServletResponse clientResponse)
      throws IOException {
    json.write(clientResponse, HttpServletResponse.SC_OK, groupStandings.now());
  }
}
