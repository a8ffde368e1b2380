package com.keeptrusts.gateway.admin;

import com.keeptrusts.gateway.event.ArchiveUnavailableException;
import com.keeptrusts.gateway.event.EventArchive;
import com.keeptrusts.gateway.event.EventFilter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Events in a list; looks for filters in the JSON's text. The cursor is the place in the list. */
public final class InMemoryEventArchive implements EventArchive {
  private final List<String> events = new CopyOnWriteArrayList<>();
  private volatile long promised;
  private volatile boolean available = true;
  private volatile EventFilter lastFilter = EventFilter.ALL;

  public void add(String event) {
    events.add(event);
  }

  /** Whether calls are answered. */
  public void available(boolean now) {
    available = now;
  }

  /** Lets the archive count more than it gives. */
  public void promise(long count) {
    promised = count;
  }

  /** The filter of the last call. */
  public EventFilter lastFilter() {
    return lastFilter;
  }

  @Override
  public Page last(EventFilter filter, int count) {
    List<String> all = matching(filter, 0);
    return new Page(all.subList(Math.max(0, all.size() - count), all.size()), events.size());
  }

  @Override
  public Page after(EventFilter filter, long cursor, int count) {
    List<String> rest = matching(filter, (int) cursor);
    if (rest.size() <= count) {
      return new Page(rest, events.size());
    }
    List<String> page = rest.subList(0, count);
    return new Page(page, events.indexOf(page.get(count - 1)) + 1L);
  }

  @Override
  public long export(EventFilter filter, Consumer<String> sink) {
    List<String> all = matching(filter, 0);
    all.forEach(sink);
    return all.size();
  }

  @Override
  public long count(EventFilter filter) {
    return Math.max(promised, matching(filter, 0).size());
  }

  @Override
  public List<Usage> usage(Instant since, Instant until, Optional<String> consumerGroup) {
    String group = consumerGroup.orElse("engineering");
    String day = since.toString().substring(0, 10);
    return List.of(new Usage(day, group, "gpt-4o", 15, 1, 2, 100, 200, 300));
  }

  @Override
  public Optional<String> ownerOf(String responseId) {
    return Optional.empty();
  }

  private List<String> matching(EventFilter filter, int from) {
    if (!available) {
      throw new ArchiveUnavailableException("no database");
    }
    lastFilter = filter;
    return events.subList(from, events.size()).stream()
        .filter(event -> says(event, "consumer_group", filter.consumerGroup()))
        .filter(event -> says(event, "result", filter.result()))
        .filter(event -> says(event, "principal", filter.principal()))
        .filter(event -> filter.policy().map(p -> event.contains('"' + p + '"')).orElse(true))
        .toList();
  }

  private static boolean says(String event, String member, Optional<String> value) {
    return value.map(v -> event.contains("\"" + member + "\":\"" + v + "\"")).orElse(true);
  }
}
