package com.keeptrusts.gateway.bench.run;

import com.keeptrusts.gateway.bench.report.Samples;
import java.io.IOException;

/** One kind of figures, taken of all that runs. */
interface Measurement {
  void measure(Field field, Samples samples) throws IOException, InterruptedException;
}
