package com.keeptrusts.gateway;

import com.keeptrusts.gateway.access.AccessFilter;
import com.keeptrusts.gateway.auth.AuthFilter;
import com.keeptrusts.gateway.http.BodyFilter;
import com.keeptrusts.gateway.http.EndpointFilter;
import com.keeptrusts.gateway.http.ExchangeFilter;
import com.keeptrusts.gateway.policy.PolicyFilter;
import com.keeptrusts.gateway.proxy.GatewayProxyServlet;
import com.keeptrusts.gateway.quota.QuotaFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The filters in front of the proxy, in order: the one list that says what happens when. */
final class GatewayChain {
  private record Stage(String name, Filter filter) {}

  private static final Logger LOG = LoggerFactory.getLogger(GatewayChain.class);
  private static final String API = "/v1/*";

  private final List<Stage> stages;
  private final GatewayProxyServlet proxy;

  GatewayChain(
      ExchangeFilter exchange,
      AuthFilter auth,
      EndpointFilter endpoint,
      BodyFilter body,
      QuotaFilter quota,
      AccessFilter access,
      PolicyFilter policies,
      GatewayProxyServlet proxy) {
    this.stages =
        List.of(
            new Stage("exchange", exchange),
            new Stage("auth", auth),
            new Stage("endpoint", endpoint),
            new Stage("body", body),
            new Stage("quota", quota),
            new Stage("model access", access),
            new Stage("policies", policies));
    this.proxy = proxy;
  }

  void register(ServletContext context) {
    for (Stage stage : stages) {
      add(context, stage.name(), stage.filter(), API);
    }
    ServletRegistration.Dynamic servlet = context.addServlet("proxy", proxy);
    servlet.setAsyncSupported(true);
    // Without a number of threads Jetty's servlet looks for Jetty's own server; without the others
    // it would allow 256 calls at once, and let go of idle connections after 30 s.
    servlet.setInitParameters(
        Map.of(
            "maxThreads", "64", "timeout", "0", "maxConnections", "16384", "idleTimeout", "50000"));
    servlet.setLoadOnStartup(1);
    servlet.addMapping(API);
    LOG.info(
        "chain: {} -> proxy", stages.stream().map(Stage::name).collect(Collectors.joining(" -> ")));
  }

  static void add(ServletContext context, String name, Filter filter, String... patterns) {
    FilterRegistration.Dynamic registration = context.addFilter(name, filter);
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(
        EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC),
        /* isMatchAfter= */ true,
        patterns);
  }
}
