package com.keeptrusts.gateway.admin;

/** Events as the gateway stores them. */
public final class SampleEvents {
  private SampleEvents() {}

  public static String passed(String id, String group, String model, long tokens) {
    return """
        {"id":"%s","timestamp":"2026-04-23T10:30:01.482Z","request_id":"req_1",\
        "consumer_group":"%s","key_id":"default","endpoint":"/v1/chat/completions","model":"%s",\
        "response_model":"%s-2024-08-06","response_id":"chatcmpl-1","provider":"openai",\
        "target":"openai","result":"pass","verdict":"allow","http_status":200,"stream":true,\
        "usage":{"prompt_tokens":40,"completion_tokens":%d,"total_tokens":%d,"cached_tokens":0,\
        "reasoning_tokens":0,"source":"provider"},"latency_ms":284.6,"time_to_first_byte_ms":120,\
        "gateway_ms":0.412,"ended_by":"provider","policies":[{"name":"basic-filter",\
        "type":"content_filter","phase":"input","outcome":"passed","entities":[],\
        "duration_us":87}],"config_version":"c0ffee"}"""
        .formatted(id, group, model, model, tokens - 40, tokens);
  }

  public static String blocked(String id, String group, String model) {
    return """
        {"id":"%s","timestamp":"2026-04-23T10:30:02Z","request_id":"req_2",\
        "consumer_group":"%s","key_id":"default","endpoint":"/v1/chat/completions","model":"%s",\
        "result":"blocked","verdict":"block","reason":"model_not_allowed","http_status":403,\
        "stream":false,"usage":{"prompt_tokens":0,"completion_tokens":0,"total_tokens":0,\
        "cached_tokens":0,"reasoning_tokens":0,"source":"none"},"latency_ms":1.2,\
        "gateway_ms":1.2,"ended_by":"gateway","policies":[],"config_version":"c0ffee"}"""
        .formatted(id, group, model);
  }
}
