package com.keeptrusts.gateway.metrics;

import com.keeptrusts.gateway.management.OperatingSystem;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;

/** The process around the gateway, by the names that Prometheus' own clients use. */
final class ProcessGauges implements MultiCollector {
  private final OperatingSystem operatingSystem = new OperatingSystem();

  @Override
  public MetricSnapshots collect() {
    List<MetricSnapshot> all = new ArrayList<>();
    memory(all);
    collections(all);
    all.add(
        Gauges.gauge(
            "jvm_threads_current",
            "Threads of the process",
            ManagementFactory.getThreadMXBean().getThreadCount()));
    all.add(
        Gauges.gauge(
            "process_start_time_seconds",
            "When the process started",
            ManagementFactory.getRuntimeMXBean().getStartTime() / 1_000.0));
    operatingSystem
        .openFiles()
        .ifPresent(count -> all.add(Gauges.gauge("process_open_fds", "Open files", count)));
    operatingSystem
        .mostOpenFiles()
        .ifPresent(count -> all.add(Gauges.gauge("process_max_fds", "The most open files", count)));
    operatingSystem
        .processorNanos()
        .ifPresent(
            nanos ->
                all.add(
                    Gauges.counter(
                        "process_cpu_seconds", "Processor time of the process", nanos / 1e9)));
    return new MetricSnapshots(all);
  }

  private static void memory(List<MetricSnapshot> all) {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    MemoryUsage heap = memory.getHeapMemoryUsage();
    MemoryUsage other = memory.getNonHeapMemoryUsage();
    all.add(
        Gauges.many("jvm_memory_used_bytes", "Memory in use")
            .dataPoint(area("heap", heap.getUsed()))
            .dataPoint(area("nonheap", other.getUsed()))
            .build());
    all.add(
        Gauges.many("jvm_memory_max_bytes", "The most memory that may be used; -1 for no bound")
            .dataPoint(area("heap", heap.getMax()))
            .dataPoint(area("nonheap", other.getMax()))
            .build());
  }

  private static GaugeSnapshot.GaugeDataPointSnapshot area(String name, long bytes) {
    return Gauges.point(bytes, Labels.of("area", name));
  }

  private static void collections(List<MetricSnapshot> all) {
    SummarySnapshot.Builder times =
        SummarySnapshot.builder()
            .name("jvm_gc_collection_seconds")
            .help("Garbage collections and their time");
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      times.dataPoint(
          SummaryDataPointSnapshot.builder()
              .labels(Labels.of("gc", collector.getName()))
              .count(collector.getCollectionCount())
              .sum(collector.getCollectionTime() / 1_000.0)
              .build());
    }
    all.add(times.build());
  }
}
