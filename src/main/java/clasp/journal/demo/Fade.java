package clasp.journal.demo;

import java.util.SplittableRandom;

/// A param on its way from one level to another in even steps, slow at both ends. Confined to its simulator's thread.
final class Fade {
    /// Two of three moves are quick.
    private static final int QUICK_STEPS = 3;

    private int address;
    private double from;
    private double to;
    private int step;
    private int steps;
    private boolean fine;

    /// Begins anew, at another address.
    void begin(int newAddress, double newFrom, int maxSteps, SplittableRandom dice) {
        address = newAddress;
        from = newFrom;
        to = dice.nextInt(3) == 0 ? dice.nextInt(2) : dice.nextDouble();
        step = 0;
        steps = 1 + dice.nextInt(dice.nextInt(3) == 0 ? maxSteps : QUICK_STEPS);
        fine = dice.nextInt(3) == 0;
    }

    int address() {
        return address;
    }

    boolean fine() {
        return fine;
    }

    boolean done() {
        return step >= steps;
    }

    /// The next level.
    double advance() {
        step++;
        double at = (double) step / steps;
        return from + (to - from) * (at * at * (3 - 2 * at));
    }
}
