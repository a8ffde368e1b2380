package com.keeptrusts.gateway.admin;

import com.keeptrusts.gateway.config.Problem;
import java.util.List;

/** Reads the configuration file again, all or nothing. Safe from any thread. */
public interface ConfigReload {
  /** Reloads; when the file cannot be used the running configuration stays. */
  Verdict reload();

  /** How a reload ended. */
  sealed interface Verdict {
    /**
     * The file's configuration runs now.
     *
     * @param configVersion of what runs now
     * @param added names of groups, in the file's order
     */
    record Reloaded(
        String configVersion,
        List<String> added,
        List<String> changed,
        List<String> removed,
        List<Problem> warnings)
        implements Verdict {
      public Reloaded {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
        warnings = List.copyOf(warnings);
      }
    }

    /** The file has errors; nothing changed. */
    record Rejected(List<Problem> problems) implements Verdict {
      public Rejected {
        problems = List.copyOf(problems);
      }
    }
  }
}
