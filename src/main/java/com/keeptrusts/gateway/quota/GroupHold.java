package com.keeptrusts.gateway.quota;

import com.keeptrusts.gateway.exchange.Charge;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.ModelRequest;

/** What one admission took, and from which cells. */
final class GroupHold implements Admission.Taken {
  final Endpoint endpoint;
  final ModelRequest request;
  final long second;
  final long minuteTokens;
  final DailyTokens.Day day;
  final long dayTokens;
  final boolean fromBurst;
  private final GroupQuota group;
  private boolean ended;

  GroupHold(
      GroupQuota group,
      Endpoint endpoint,
      ModelRequest request,
      long second,
      long minuteTokens,
      DailyTokens.Day day,
      long dayTokens,
      boolean fromBurst) {
    this.group = group;
    this.endpoint = endpoint;
    this.request = request;
    this.second = second;
    this.minuteTokens = minuteTokens;
    this.day = day;
    this.dayTokens = dayTokens;
    this.fromBurst = fromBurst;
  }

  /** What the day holds: a restart adds events up to days, so an interrupted one costs this. */
  @Override
  public long reservedTokens() {
    return dayTokens;
  }

  @Override
  public void end(Charge charge) {
    group.settle(this, charge);
  }

  /** Whether this call ends the hold. Guarded by the group's lock. */
  boolean endOnce() {
    boolean first = !ended;
    ended = true;
    return first;
  }
}
