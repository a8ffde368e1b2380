package com.keeptrusts.gateway.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import com.keeptrusts.gateway.exchange.Answer;
import com.keeptrusts.gateway.exchange.Charge;
import com.keeptrusts.gateway.exchange.ConsumerGroup;
import com.keeptrusts.gateway.exchange.Endpoint;
import com.keeptrusts.gateway.exchange.ErrorCode;
import com.keeptrusts.gateway.exchange.Exchange;
import com.keeptrusts.gateway.exchange.GroupPolicies;
import com.keeptrusts.gateway.exchange.Hold;
import com.keeptrusts.gateway.exchange.ModelName;
import com.keeptrusts.gateway.exchange.ModelRequest;
import com.keeptrusts.gateway.exchange.Outcome;
import com.keeptrusts.gateway.exchange.Outcome.EndedBy;
import com.keeptrusts.gateway.exchange.Outcome.Ending;
import com.keeptrusts.gateway.exchange.RateLimits;
import com.keeptrusts.gateway.exchange.Refusal;
import com.keeptrusts.gateway.exchange.Snapshot;
import com.keeptrusts.gateway.exchange.TokenUsage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every row of the table of what an exchange costs. */
class SettlementTest {
  private static final TokenUsage TOLD =
      new TokenUsage(10, 20, 30, 1, 2, TokenUsage.Source.PROVIDER);
  private static final Answer WITH_USAGE =
      new Answer(Optional.of("gpt-4o"), Optional.of("c"), Optional.of(TOLD), 18);
  private static final Answer WITHOUT_USAGE =
      new Answer(Optional.of("gpt-4o"), Optional.of("c"), Optional.empty(), 18);
  private static final long PROMPT = 7;
  private static final long RESERVED = 107;

  private static Exchange exchange(Endpoint endpoint, boolean sent, Answer answer) {
    ConsumerGroup group =
        new ConsumerGroup("team", true, RateLimits.NONE, Optional.empty(), GroupPolicies.NONE);
    Snapshot snapshot =
        new Snapshot("v1", List.of(), Map.of("team", group), Map.of(), true, 1 << 20);
    Exchange exchange =
        new Exchange(
            "req_1",
            "evt_1",
            Instant.EPOCH,
            1,
            endpoint,
            snapshot,
            group,
            "key",
            Optional.empty(),
            (e, o) -> {});
    ModelRequest asked =
        new ModelRequest(
            new ModelName("gpt-4o"),
            false,
            null,
            PROMPT,
            OptionalLong.of(100),
            1,
            Optional.empty(),
            List.of(),
            false);
    exchange.receive(new byte[0], asked);
    exchange.admit(new Reservation(RESERVED), Instant.EPOCH);
    if (sent) {
      exchange.sent(2);
    }
    exchange.answered(answer);
    return exchange;
  }

  private record Reservation(long reservedTokens) implements Hold {
    @Override
    public void end(Charge charge) {}
  }

  private static Settlement settle(Ending ending, Endpoint endpoint, boolean sent, Answer answer) {
    return Settlement.of(
        exchange(endpoint, sent, answer),
        new Outcome(ending, EndedBy.PROVIDER, 200, Optional.empty()));
  }

  private static Settlement settle(Ending ending, Answer answer) {
    return settle(ending, Endpoint.CHAT_COMPLETIONS, true, answer);
  }

  @Test
  void answered_withUsage_costsTheProvidersUsage() {
    Settlement settlement = settle(Ending.ANSWERED, WITH_USAGE);
    assertThat(settlement.charge()).isEqualTo(new Charge.Tokens(TOLD));
    assertThat(settlement.usage()).isEqualTo(TOLD);
  }

  @Test
  void answered_withoutUsage_costsAnEstimateOfWhatPassed() {
    Settlement settlement = settle(Ending.ANSWERED, WITHOUT_USAGE);
    assertThat(settlement.usage()).isEqualTo(TokenUsage.estimated(PROMPT, 18));
    assertThat(settlement.charge()).isEqualTo(new Charge.Tokens(settlement.usage()));
  }

  @Test
  void answered_withAUsageOfZero_costsZeroAndIsNotEstimated() {
    TokenUsage zero = new TokenUsage(0, 0, 0, 0, 0, TokenUsage.Source.PROVIDER);
    Answer answer = new Answer(Optional.empty(), Optional.empty(), Optional.of(zero), 18);
    assertThat(settle(Ending.ANSWERED, answer).usage()).isEqualTo(zero);
  }

  @Test
  void clientLeft_costsAnEstimateOfWhatWasStreamed() {
    assertThat(settle(Ending.CLIENT_LEFT, WITHOUT_USAGE).usage())
        .isEqualTo(TokenUsage.estimated(PROMPT, 18));
    assertThat(settle(Ending.CLIENT_LEFT, Answer.NONE).usage())
        .isEqualTo(TokenUsage.estimated(PROMPT, 0));
  }

  @Test
  void clientLeft_beforeTheRequestWasSent_costsNothing() {
    Settlement settlement =
        settle(Ending.CLIENT_LEFT, Endpoint.CHAT_COMPLETIONS, false, Answer.NONE);
    assertThat(settlement.charge()).isEqualTo(new Charge.Nothing());
    assertThat(settlement.usage()).isEqualTo(TokenUsage.NONE);
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void refused_forWhateverReason_costsNothing(ErrorCode code) {
    Settlement settlement =
        Settlement.of(
            exchange(Endpoint.CHAT_COMPLETIONS, false, Answer.NONE),
            Outcome.refused(Refusal.of(code, "no")));
    assertThat(settlement.charge()).isEqualTo(new Charge.Nothing());
    assertThat(settlement.usage()).isEqualTo(TokenUsage.NONE);
  }

  @Test
  void providerError_costsTheRequestOnly() {
    Settlement settlement = settle(Ending.PROVIDER_ERROR, WITHOUT_USAGE);
    assertThat(settlement.charge()).isEqualTo(new Charge.RequestOnly());
    assertThat(settlement.usage()).isEqualTo(TokenUsage.NONE);
  }

  @ParameterizedTest
  @EnumSource(names = {"PROVIDER_LOST", "GATEWAY_FAULT"})
  void lost_costsWhatWasReserved(Ending ending) {
    Settlement settlement = settle(ending, WITHOUT_USAGE);
    assertThat(settlement.charge()).isEqualTo(new Charge.Reserved());
    assertThat(settlement.usage()).isEqualTo(TokenUsage.estimated(PROMPT, RESERVED - PROMPT));
  }

  @Test
  void lost_afterMoreThanWasReserved_costsWhatPassed() {
    Answer much = new Answer(Optional.empty(), Optional.empty(), Optional.empty(), 500);
    Settlement settlement = settle(Ending.PROVIDER_LOST, much);
    assertThat(settlement.usage()).isEqualTo(TokenUsage.estimated(PROMPT, 500));
    assertThat(settlement.charge()).isEqualTo(new Charge.Tokens(settlement.usage()));
  }

  @Test
  void lost_afterTheUsageWasTold_costsTheUsage() {
    assertThat(settle(Ending.PROVIDER_LOST, WITH_USAGE).charge())
        .isEqualTo(new Charge.Tokens(TOLD));
  }

  @ParameterizedTest
  @EnumSource(names = {"PROVIDER_LOST", "GATEWAY_FAULT"})
  void lost_beforeItWasSent_costsNothing(Ending ending) {
    assertThat(settle(ending, Endpoint.CHAT_COMPLETIONS, false, Answer.NONE).charge())
        .isEqualTo(new Charge.Nothing());
  }

  @ParameterizedTest
  @EnumSource(names = {"ANSWERED", "CLIENT_LEFT", "PROVIDER_LOST", "PROVIDER_ERROR"})
  void moderations_costTheRequestOnly(Ending ending) {
    Settlement settlement = settle(ending, Endpoint.MODERATIONS, true, WITH_USAGE);
    assertThat(settlement.charge()).isEqualTo(new Charge.RequestOnly());
    assertThat(settlement.usage().totalTokens()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Ending.class)
  void total_ofTheEvent_isWhatTheDayIsCharged(Ending ending) {
    for (Answer answer : List.of(WITH_USAGE, WITHOUT_USAGE, Answer.NONE)) {
      Settlement settlement = settle(ending, answer);
      long charged = 0;
      if (settlement.charge() instanceof Charge.Tokens tokens) {
        charged = tokens.usage().totalTokens();
      } else if (settlement.charge() instanceof Charge.Reserved) {
        charged = RESERVED;
      }
      assertThat(settlement.usage().totalTokens()).isEqualTo(charged);
    }
  }
}
