package com.keeptrusts.gateway.quickstart;

import static com.keeptrusts.gateway.quickstart.MockClient.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResponsesTest extends WithMockProvider {
  private static final String PATH = "/responses";
  private static final String HELLO = "{\"model\":\"m\",\"input\":\"Hello\"";

  @Test
  void response_plain_hasTheTextAndTheUsageInItsOwnWords() throws Exception {
    Map<String, Object> response =
        client.postForObject(PATH, HELLO + ",\"instructions\":\"1234567\"}");

    assertThat((String) response.get("id")).startsWith("resp_");
    assertThat(response).containsEntry("status", "completed").containsEntry("model", "m");
    assertThat((String) at(response, "output/0/content/0/text")).startsWith("Hello from");
    assertThat(at(response, "usage/input_tokens")).isEqualTo(3);
    assertThat(at(response, "usage/output_tokens")).isEqualTo(38);
    assertThat(at(response, "usage/total_tokens")).isEqualTo(41);
  }

  @Test
  void response_cap_leavesItIncomplete() throws Exception {
    Map<String, Object> response = client.postForObject(PATH, HELLO + ",\"max_output_tokens\":1}");

    assertThat(response).containsEntry("status", "incomplete");
    assertThat(at(response, "incomplete_details/reason")).isEqualTo("max_output_tokens");
  }

  @Test
  void response_streamed_hasTheFullSequenceAndTheUsageAtItsEnd() throws Exception {
    provider.behave(MockBehaviour.GOOD.text("12345678"));

    List<String> events = client.events(PATH, HELLO + ",\"stream\":true}");
    assertThat(events)
        .extracting(event -> at(event, "type"))
        .containsExactly(
            "response.created",
            "response.in_progress",
            "response.output_item.added",
            "response.content_part.added",
            "response.output_text.delta",
            "response.output_text.delta",
            "response.output_text.done",
            "response.content_part.done",
            "response.output_item.done",
            "response.completed");
    assertThat(at(events.get(5), "sequence_number")).isEqualTo(5);
    assertThat(at(events.get(9), "response/usage/output_tokens")).isEqualTo(2);
  }

  @Test
  void response_streamed_namesEachEventAsItsTypeSays() throws Exception {
    String stream = new String(client.post(PATH, HELLO + ",\"stream\":true}").body(), "UTF-8");

    assertThat(stream)
        .startsWith("event: response.created\ndata: {\"type\":\"response.created\"")
        .doesNotContain("[DONE]");
  }

  @Test
  void response_previousThatWasStored_isKnown() throws Exception {
    Object id = client.postForObject(PATH, HELLO + "}").get("id");

    assertThat(client.post(PATH, after(id)).statusCode()).isEqualTo(200);
  }

  @Test
  void response_previousThatWasNotStored_is404() throws Exception {
    Object unstored = client.postForObject(PATH, HELLO + ",\"store\":false}").get("id");

    assertThat(client.post(PATH, after("resp_unknown")).statusCode()).isEqualTo(404);
    assertThat(at(client.postForObject(PATH, after(unstored)), "error/code"))
        .isEqualTo("previous_response_not_found");
  }

  private static String after(Object id) {
    return HELLO + ",\"previous_response_id\":\"" + id + "\"}";
  }
}
