package com.keeptrusts.gateway;

import com.keeptrusts.gateway.access.AccessFilter;
import com.keeptrusts.gateway.accounting.Accountant;
import com.keeptrusts.gateway.admin.AdminAuthFilter;
import com.keeptrusts.gateway.admin.AdminKeys;
import com.keeptrusts.gateway.admin.AdminParts;
import com.keeptrusts.gateway.admin.AdminServlet;
import com.keeptrusts.gateway.admin.GroupStandings;
import com.keeptrusts.gateway.admin.HealthServlet;
import com.keeptrusts.gateway.auth.AuthFilter;
import com.keeptrusts.gateway.auth.IdentityGate;
import com.keeptrusts.gateway.auth.PrincipalNames;
import com.keeptrusts.gateway.auth.jwt.IdentityProviders;
import com.keeptrusts.gateway.background.DaemonThreads;
import com.keeptrusts.gateway.config.ActiveConfig;
import com.keeptrusts.gateway.config.ConfigDescription;
import com.keeptrusts.gateway.config.ReloadResult;
import com.keeptrusts.gateway.event.EventIds;
import com.keeptrusts.gateway.event.EventLog;
import com.keeptrusts.gateway.exchange.ConsumerGroup;
import com.keeptrusts.gateway.exchange.Snapshot;
import com.keeptrusts.gateway.exchange.sso.SingleSignOn;
import com.keeptrusts.gateway.http.BodyFilter;
import com.keeptrusts.gateway.http.EndpointFilter;
import com.keeptrusts.gateway.http.ErrorWriter;
import com.keeptrusts.gateway.http.ExchangeFilter;
import com.keeptrusts.gateway.http.NotFoundServlet;
import com.keeptrusts.gateway.management.ManagedGateway;
import com.keeptrusts.gateway.metrics.GatewayMetrics;
import com.keeptrusts.gateway.metrics.MetricsServlet;
import com.keeptrusts.gateway.policy.PolicyFilter;
import com.keeptrusts.gateway.proxy.GatewayProxyServlet;
import com.keeptrusts.gateway.quota.InMemoryQuotaStore;
import com.keeptrusts.gateway.quota.QuotaFilter;
import com.keeptrusts.gateway.quota.RateLimitHeaders;
import com.keeptrusts.gateway.store.DataFolder;
import com.keeptrusts.gateway.store.EventStore;
import com.keeptrusts.gateway.store.PseudonymKey;
import com.keeptrusts.gateway.store.StoreDepth;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One gateway: its parts, made once and handed to each other. */
public final class Gateway implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
  private static final Duration BODY_PATIENCE = Duration.ofMinutes(5);
  private static final int LOOK_UP_THREADS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final EventStore store;
  private final GatewayProxyServlet proxy;
  private final GatewayChain chain;
  private final ErrorWriter errorWriter;
  private final ExchangeFilter exchangeFilter;
  private final HealthServlet health;
  private final AdminAuthFilter adminAuth;
  private final AdminServlet admin;
  private final GatewayMetrics metrics;
  private final Function<String, ManagedGateway> management;
  private final List<ManagedGateway> managed = new CopyOnWriteArrayList<>();
  private final DaemonThreads lookUpThreads = new DaemonThreads("kt-look-up");
  private final ExecutorService lookUps;
  private final InMemoryQuotaStore quota;
  private final Supplier<Snapshot> configuration;
  private final IdentityProviders identityProviders;

  private Gateway(
      ActiveConfig config, EventStore store, PseudonymKey pseudonymKey, AdminKeys adminKeys) {
    InstantSource clock = InstantSource.system();
    LongSupplier nanos = System::nanoTime;
    this.configuration = config::current;
    this.store = store;
    this.quota = quotaOfToday(store, clock, nanos);
    this.metrics = new GatewayMetrics(config.current().groups().keySet(), clock);
    EventLog eventLog = metrics.metered(store.log());
    RememberedResponses responses = new RememberedResponses(store.archive());
    this.lookUps = lookUps(lookUpThreads);
    this.errorWriter = new ErrorWriter(new RateLimitHeaders(quota), metrics::refused);
    this.identityProviders = new IdentityProviders(clock, nanos);
    IdentityGate gate = new IdentityGate(identityProviders, errorWriter);
    this.exchangeFilter = new ExchangeFilter(errorWriter, clock, nanos, new RequestIds()::next);
    this.proxy = new GatewayProxyServlet(errorWriter, eventLog, nanos, configuration);
    this.chain =
        new GatewayChain(
            exchangeFilter,
            new AuthFilter(
                configuration,
                gate,
                new PrincipalNames(pseudonymKey),
                errorWriter,
                new Accountant(eventLog, responses, nanos),
                new EventIds(clock, new SecureRandom())::next),
            new EndpointFilter(errorWriter),
            new BodyFilter(errorWriter, BODY_PATIENCE),
            new QuotaFilter(quota, errorWriter, clock),
            new AccessFilter(errorWriter, responses, lookUps),
            new PolicyFilter(errorWriter, exchange -> proxy.outlet(exchange.snapshot())),
            proxy);
    GatewayReadiness readiness = new GatewayReadiness(config, store, identityProviders, clock);
    this.health = new HealthServlet(readiness, Version.current());
    GroupStandings standings = new QuotaStandings(configuration, quota);
    metrics.observe(Version.current(), standings, readiness, store::depth);
    this.management = management(config, readiness, standings);
    this.adminAuth =
        new AdminAuthFilter(adminKeys, () -> config.current().sso(), gate, errorWriter);
    this.admin = new AdminServlet(adminParts(config, store, standings, clock), errorWriter);
    followReloads(config);
  }

  /** The quotas, with what has been used of the day before a restart. */
  private static InMemoryQuotaStore quotaOfToday(
      EventStore store, InstantSource clock, LongSupplier nanos) {
    InMemoryQuotaStore quota = new InMemoryQuotaStore(clock, nanos);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    store.tokensOn(today).forEach((group, tokens) -> quota.restoreDay(group, today, tokens));
    return quota;
  }

  private static Function<String, ManagedGateway> management(
      ActiveConfig config, GatewayReadiness readiness, GroupStandings standings) {
    return contextPath ->
        new ManagedGateway(contextPath, Version.current(), readiness, config::reload, standings);
  }

  private static AdminParts adminParts(
      ActiveConfig config, EventStore store, GroupStandings standings, InstantSource clock) {
    return new AdminParts(
        store.archive(),
        config::reload,
        () -> ConfigDescription.yaml(config.loaded()),
        standings,
        clock);
  }

  private void followReloads(ActiveConfig config) {
    config.onAttempt(
        result ->
            metrics.reloaded(
                result instanceof ReloadResult.Reloaded, config.current().groups().keySet()));
    config.onReload(loaded -> proxy.follow());
    config.onReload(
        loaded -> managed.forEach(each -> each.follow(loaded.snapshot().groups().keySet())));
    config.onReload(loaded -> follow(loaded.snapshot()));
    follow(config.current());
  }

  private void follow(Snapshot snapshot) {
    identityProviders.follow(snapshot.sso().map(SingleSignOn::issuers).orElse(List.of()));
  }

  /**
   * Opens a gateway.
   *
   * @param folder its durable state; closed with the gateway
   * @throws IOException when the state cannot be read or written
   */
  public static Gateway open(ActiveConfig config, DataFolder folder, AdminKeys adminKeys)
      throws IOException {
    EventStore store =
        EventStore.open(folder, InstantSource.system(), config.loaded().settings().retentionDays());
    if (store.interrupted() > 0) {
      LOG.warn(
          "{} requests were interrupted when the gateway ended last; their events say so",
          store.interrupted());
    }
    return new Gateway(config, store, new PseudonymKey(folder), adminKeys);
  }

  /** Serves the API and the probes in this context. */
  public void registerApi(ServletContext context) {
    chain.register(context);
    add(context, "health", health, "/healthz", "/readyz", "/health");
    add(context, "nothing", new NotFoundServlet(errorWriter), "/");
    ManagedGateway registered = management.apply(context.getContextPath());
    managed.add(registered);
    registered.open(configuration.get().groups().keySet());
  }

  /** Serves the admin API in this context, which may be the same. */
  public void registerAdmin(ServletContext context) {
    GatewayChain.add(context, "admin exchange", exchangeFilter, "/admin/*", "/metrics");
    GatewayChain.add(context, "admin auth", adminAuth, "/admin/*", "/metrics");
    add(context, "admin", admin, "/admin/*");
    add(context, "metrics", new MetricsServlet(metrics, errorWriter), "/metrics");
  }

  /** The tokens that a group has used on this UTC day; 0 for an unknown group. */
  public long tokensToday(String group) {
    ConsumerGroup known = configuration.get().groups().get(group);
    return known == null ? 0 : quota.standing(group, known.limits()).tokensPerDay().used();
  }

  /** How far events have come, and how many requests are under way. */
  public StoreDepth depth() {
    return store.depth();
  }

  private static void add(
      ServletContext context, String name, Servlet servlet, String... patterns) {
    ServletRegistration.Dynamic registration = context.addServlet(name, servlet);
    registration.setAsyncSupported(true);
    registration.addMapping(patterns);
  }

  private static ExecutorService lookUps(ThreadFactory threads) {
    return new ThreadPoolExecutor(
        0,
        LOOK_UP_THREADS,
        10,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        threads,
        new ThreadPoolExecutor.CallerRunsPolicy());
  }

  /** Writes and loads what is left; requests must have ended. */
  @Override
  public void close() throws IOException {
    managed.forEach(ManagedGateway::close);
    proxy.awaitEnd();
    lookUps.shutdown();
    lookUpThreads.awaitEnd(PATIENCE);
    identityProviders.close();
    store.close();
  }
}
