package clasp.journal.demo;

import java.util.SplittableRandom;

/// A finger that wanders over a surface. Confined to its simulator's thread.
final class Touch {
    private static final double REACH = 0.03;

    private double x;
    private double y;
    private double pressure;

    Touch(SplittableRandom dice) {
        x = dice.nextDouble();
        y = dice.nextDouble();
        pressure = dice.nextDouble();
    }

    /// Moves a little, now and then lifts and lands elsewhere; returns the value of the gesture.
    String move(SplittableRandom dice, ValueTexts texts) {
        if (dice.nextInt(60) == 0) {
            x = dice.nextDouble();
            y = dice.nextDouble();
            pressure = 0;
        } else {
            x = near(x, dice);
            y = near(y, dice);
            pressure = near(pressure, dice);
        }
        return texts.touch(x, y, pressure);
    }

    private static double near(double at, SplittableRandom dice) {
        return Math.clamp(at + (dice.nextDouble() - 0.5) * 2 * REACH, 0, 1);
    }
}
