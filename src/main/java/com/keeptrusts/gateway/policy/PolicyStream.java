package com.keeptrusts.gateway.policy;

import com.keeptrusts.gateway.exchange.BodyEdit;
import com.keeptrusts.gateway.exchange.BodyTexts;
import com.keeptrusts.gateway.exchange.PolicyOutcome;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.exchange.StreamInspection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A group's policies on one stream, whose channels share what was found. */
final class PolicyStream implements StreamInspection {
  private final Findings findings;
  private final boolean holds;
  private final Map<String, StreamChannel> channels = new LinkedHashMap<>();

  /**
   * A stream.
   *
   * @param holds whether any policy needs texts to be kept back
   */
  PolicyStream(Findings findings, boolean holds) {
    this.findings = findings;
    this.holds = holds;
  }

  @Override
  public String next(String channel, String piece) {
    return channels
        .computeIfAbsent(channel, name -> new StreamChannel(findings, holds))
        .next(piece);
  }

  @Override
  public Map<String, String> end(String prefix) {
    Map<String, String> rests = new LinkedHashMap<>();
    for (Iterator<Map.Entry<String, StreamChannel>> i = channels.entrySet().iterator();
        i.hasNext(); ) {
      Map.Entry<String, StreamChannel> channel = i.next();
      if (channel.getKey().startsWith(prefix)) {
        String rest = channel.getValue().end();
        if (!rest.isEmpty()) {
          rests.put(channel.getKey(), rest);
        }
        i.remove();
      }
    }
    return rests;
  }

  @Override
  public List<BodyEdit> inspect(BodyTexts texts) {
    return new Inspection(texts, findings).run();
  }

  @Override
  public Optional<Refusal> refusal() {
    return findings.refusal();
  }

  @Override
  public List<PolicyOutcome> outcomes() {
    return findings.outcomes();
  }
}
