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
import java.util.function.IntPredicate;

/** A group's policies on one stream, whose channels share what was found. */
final class PolicyStream implements StreamInspection {
  private final Findings findings;
  private final boolean holds;
  private final IntPredicate takesLong;
  private final Map<String, StreamChannel> channels = new LinkedHashMap<>();

  /** What all channels have in sight, which is looked at again with each piece. */
  private int inSight;

  /**
   * A stream.
   *
   * @param holds whether any policy needs texts to be kept back
   * @param takesLong whether looking at so many bytes may take long
   */
  PolicyStream(Findings findings, boolean holds, IntPredicate takesLong) {
    this.findings = findings;
    this.holds = holds;
    this.takesLong = takesLong;
  }

  @Override
  public String next(String channel, String piece) {
    StreamChannel text =
        channels.computeIfAbsent(channel, name -> new StreamChannel(findings, holds));
    int before = text.inSight();
    String leaving = text.next(piece);
    inSight += text.inSight() - before;
    return leaving;
  }

  @Override
  public Map<String, String> end(String prefix) {
    Map<String, String> rests = new LinkedHashMap<>();
    for (Iterator<Map.Entry<String, StreamChannel>> i = channels.entrySet().iterator();
        i.hasNext(); ) {
      Map.Entry<String, StreamChannel> channel = i.next();
      if (channel.getKey().startsWith(prefix)) {
        inSight -= channel.getValue().inSight();
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
  public boolean mayTakeLong(int bytes) {
    return takesLong.test(bytes + inSight);
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
