package com.keeptrusts.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.keeptrusts.gateway.admin.SampleEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrinterTest {
  private static final String PASSED = SampleEvents.passed("evt_1", "engineering", "gpt-4o", 142);
  private static final String BLOCKED = SampleEvents.blocked("evt_2", "marketing", "gpt-4o");

  @Test
  void text_passed_isTheLineOfTheContract() {
    assertThat(new TextPrinter(false).print(PASSED))
        .isEqualTo(
            "[2026-04-23T10:30:01Z] PASS id=evt_1 group=engineering model=gpt-4o tokens=142"
                + " latency=285ms\n");
  }

  @Test
  void text_blocked_saysTheReason() {
    assertThat(new TextPrinter(false).print(BLOCKED))
        .isEqualTo(
            "[2026-04-23T10:30:02Z] BLOCKED id=evt_2 group=marketing model=gpt-4o tokens=0"
                + " latency=1ms reason=model_not_allowed\n");
  }

  @Test
  void text_verbose_addsALinePerPolicy() {
    String blockedByPolicy =
        BLOCKED.replace(
            "\"policies\":[]",
            """
            "policies":[{"name":"pii","type":"pii_detector","phase":"input","outcome":"blocked",\
            "entities":["credit_card","ssn"],"duration_us":310}]""");
    assertThat(new TextPrinter(true).print(blockedByPolicy))
        .endsWith(
            """
            reason=model_not_allowed
              policy=pii type=pii_detector phase=input outcome=blocked entities=credit_card,ssn \
            duration=310us
            """);
    assertThat(new TextPrinter(true).print(PASSED))
        .endsWith(
            "\n  policy=basic-filter type=content_filter phase=input outcome=passed"
                + " duration=87us\n");
    assertThat(new TextPrinter(true).print(BLOCKED)).endsWith("\n  no policy ran\n");
  }

  @Test
  void text_modelFromHell_staysOneWordOnOneLine() {
    String hell = SampleEvents.blocked("evt_3", "g", "\\u001b[2J\\nPASS id=x \\u202e\\u009b\\\"");
    assertThat(new TextPrinter(false).print(hell))
        .contains("model=\"\\\\u001b[2J\\\\u000aPASS id=x \\\\u202e\\\\u009b\\\"\" tokens=0")
        .hasLineCount(1);
  }

  @Test
  void text_nulls_areLeftOut() {
    String event =
        """
        {"id":"evt_4","timestamp":"2026-04-23T10:30:01.000Z","consumer_group":"g","model":null,\
        "reason":null,"result":"error","usage":{"total_tokens":0},"latency_ms":0.4}""";
    assertThat(new TextPrinter(false).print(event))
        .isEqualTo("[2026-04-23T10:30:01Z] ERROR id=evt_4 group=g model=- tokens=0 latency=0ms\n");
  }

  @Test
  void detailed_alignsEveryFact() {
    assertThat(new DetailedPrinter().print(PASSED))
        .isEqualTo(
            """
            evt_1
              time        2026-04-23T10:30:01.482Z
              result      PASS (HTTP 200)
              group       engineering (key default)
              model       gpt-4o (answered by gpt-4o-2024-08-06)
              endpoint    /v1/chat/completions
              provider    openai (target openai)
              tokens      142 (prompt 40, cached 0, completion 102, reasoning 0; counted by provider)
              latency     284.6ms, first byte after 120ms, gateway 0.412ms
              ended by    provider
              request     req_1
              response    chatcmpl-1
              config      c0ffee
              policy=basic-filter type=content_filter phase=input outcome=passed duration=87us

            """);
  }

  @Test
  void detailed_factsThatAreNotThere_haveNoLine() {
    assertThat(new DetailedPrinter().print(BLOCKED))
        .contains("  result      BLOCKED (model_not_allowed, HTTP 403)\n  group ")
        .contains("  latency     1.2ms, gateway 1.2ms\n")
        .doesNotContain("provider ")
        .doesNotContain("response");
  }

  @Test
  void notAnEvent_isSaid() {
    assertThatThrownBy(() -> new TextPrinter(false).print("<html>"))
        .isInstanceOf(KtException.class)
        .hasMessage("the gateway sent something that is no event: <html>");
  }

  @Test
  void csv_hasARowPerEvent() {
    CsvPrinter csv = new CsvPrinter();
    assertThat(csv.begin() + csv.print(PASSED) + csv.print(BLOCKED))
        .isEqualTo(
            """
            id,timestamp,request_id,consumer_group,key_id,principal,endpoint,model,response_model,\
            provider,target,result,reason,http_status,stream,prompt_tokens,completion_tokens,total_tokens,\
            cached_tokens,reasoning_tokens,usage_source,latency_ms,time_to_first_byte_ms,\
            gateway_ms,ended_by,config_version\r
            evt_1,2026-04-23T10:30:01.482Z,req_1,engineering,default,,/v1/chat/completions,gpt-4o,\
            gpt-4o-2024-08-06,openai,openai,pass,,200,true,40,102,142,0,0,provider,284.6,120,0.412,\
            provider,c0ffee\r
            evt_2,2026-04-23T10:30:02Z,req_2,marketing,default,,/v1/chat/completions,gpt-4o,,,,\
            blocked,model_not_allowed,403,false,0,0,0,0,0,none,1.2,,1.2,gateway,c0ffee\r
            """);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "gpt-4o | gpt-4o",
        "a,b | \"a,b\"",
        "a\"b | \"a\"\"b\"",
        "=1+1 | '=1+1",
        "+1 | '+1",
        "-1 | '-1",
        "@SUM(A1,A2) | \"'@SUM(A1,A2)\"",
        "~\tx~ | ~'\tx~",
        "~\n=1~ | ~\"'\n=1\"~",
        "\uff1d1+1 | '\uff1d1+1",
        "\uff20SUM(1) | '\uff20SUM(1)",
        "~a\nb~ | ~\"a\nb\"~"
      },
      delimiter = '|')
  void csv_field_isQuotedAndNeverAFormula(String value, String field) {
    assertThat(CsvPrinter.field(value)).isEqualTo(field);
  }
}
