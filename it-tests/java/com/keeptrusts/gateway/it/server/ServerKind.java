package com.keeptrusts.gateway.it.server;

import java.io.IOException;
import java.nio.file.Path;

/** The servers that the WAR drops into. */
enum ServerKind {
  EXECUTABLE {
    @Override
    ServletServer server(Path home, Workplace place) {
      return new ExecutableWar(place);
    }
  },
  TOMCAT {
    @Override
    ServletServer server(Path home, Workplace place) throws IOException {
      return new Tomcat(home, place);
    }
  },
  JETTY {
    @Override
    ServletServer server(Path home, Workplace place) throws IOException {
      return new Jetty(home, place);
    }
  },
  WILDFLY {
    @Override
    ServletServer server(Path home, Workplace place) throws IOException {
      return new WildFly(home, place);
    }
  };

  abstract ServletServer server(Path home, Workplace place) throws IOException;
}
