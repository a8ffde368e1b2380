package com.keeptrusts.gateway.proxy;

import com.keeptrusts.gateway.exchange.BodyTexts;
import com.keeptrusts.gateway.exchange.Inspector;
import com.keeptrusts.gateway.exchange.Outlet;
import com.keeptrusts.gateway.exchange.StreamInspection;
import java.util.concurrent.CompletableFuture;

/** Looks at answers, and ends in an error of the machine's as soon as it does. */
record BrokenInspector(boolean holds, boolean takesLong) implements Inspector {
  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public boolean mayTakeLong(int bytes) {
    return takesLong;
  }

  @Override
  public CompletableFuture<Report> inspect(BodyTexts texts, Outlet outlet) {
    throw new NoClassDefFoundError("a test's");
  }

  @Override
  public StreamInspection openStream() {
    throw new NoClassDefFoundError("a test's");
  }
}
