package com.keeptrusts.gateway.policy.pii;

/** The ways in which people part a card number into groups. */
final class CardLayouts {
  /** Longer layouts first, so that 19 digits are not taken for 16 and a security code. */
  private static final int[][] LAYOUTS = {
    {4, 4, 4, 4, 3},
    {4, 4, 4, 4, 2},
    {4, 4, 4, 4, 1},
    {4, 4, 4, 4},
    {4, 4, 4, 3},
    {4, 4, 4, 2},
    {4, 4, 4, 1},
    {4, 6, 5},
    {4, 6, 4},
    {4, 4, 5},
    {4, 3, 3, 3},
    {6, 13},
    {6, 10},
    {8, 8},
  };

  private CardLayouts() {}

  /** The layouts, each as the lengths of its groups. */
  static int count() {
    return LAYOUTS.length;
  }

  /** How many groups a layout has when it begins at this group; 0 when it does not. */
  static int match(int layout, DigitGroups groups, int first) {
    int[] lengths = LAYOUTS[layout];
    for (int i = 0; i < lengths.length; i++) {
      if (groups.length(first + i) != lengths[i]) {
        return 0;
      }
    }
    return lengths.length;
  }
}
