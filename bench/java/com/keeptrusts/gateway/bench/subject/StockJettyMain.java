package com.keeptrusts.gateway.bench.subject;

import org.eclipse.jetty.ee10.proxy.AsyncProxyServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;

/** {@code StockJettyMain PORT PROXY_TO}: the stock servlet in the stock server. */
public final class StockJettyMain {
  private StockJettyMain() {}

  public static void main(String[] args) throws Exception {
    ServletHolder proxy = new ServletHolder(AsyncProxyServlet.Transparent.class);
    proxy.setInitParameter("proxyTo", args[1]);
    // The defaults refuse more than 256 connections and end what lasts a minute.
    proxy.setInitParameter("maxConnections", "16384");
    proxy.setInitParameter("timeout", "600000");
    proxy.setInitParameter("maxThreads", "200");
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(proxy, "/*");
    Server server = new Server(Integer.parseInt(args[0]));
    server.setHandler(context);
    server.start();
    server.join();
  }
}
