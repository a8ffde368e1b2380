package com.keeptrusts.gateway.exchange;

/** What the quota stage took for an exchange, until the exchange ends. Safe from any thread. */
public interface Hold {
  /** The tokens that were reserved: the prompt's estimate and the expected answer. */
  long reservedTokens();

  /** Settles; only the first call counts. */
  void end(Charge charge);

  /** Nothing was taken. */
  Hold NONE =
      new Hold() {
        @Override
        public long reservedTokens() {
          return 0;
        }

        @Override
        public void end(Charge charge) {}
      };
}
