package clasp.journal.demo;

import java.util.SplittableRandom;

/// Writes the values of the show as CLASP writes JSON: no spaces, floats always with a point or an exponent.
/// Confined to the thread of its simulator.
final class ValueTexts {
    private static final String HEX = "0123456789abcdef";
    private static final String[] NOTES = {
        "house lights down",
        "standby, LX 12",
        "doors open",
        "interval – 20 min",
        "mic 4 has a new battery",
        "Vorhang: grün",
        "日本語テキスト",
        "say \\\"go\\\" late",
    };

    private final SplittableRandom dice;
    private final StringBuilder text = new StringBuilder(256);

    ValueTexts(SplittableRandom dice) {
        this.dice = dice;
    }

    /// @param level where the thing is between its least, 0, and its most, 1
    /// @param fine whether a float gets all its digits, as from a computed fade, or three decimals, as from a knob
    String value(Fixture fixture, double level, boolean fine) {
        text.setLength(0);
        switch (fixture) {
            case OPACITY, VOLUME -> number(level, fine);
            case X -> number(level * 3_840 - 1_920, fine);
            case Y -> number(level * 2_160 - 1_080, fine);
            case PAN -> number(level * 2 - 1, fine);
            case ROTATION -> text.append((int) (level * 360));
            case COLOR -> color(level, fine);
            case MUTE -> text.append(level > 0.9);
            case CONTROL -> text.append((int) (level * 127.999));
            case TEMPERATURE -> number(16 + level * 14, fine);
            case HUMIDITY -> number(25 + level * 40, false);
            case CO2 -> text.append((int) (400 + level * 1_600));
            case CUE_GO -> cue((int) (level * 120));
            case CUE_STOP -> text.append("null");
            case CUE_NOTE ->
                text.append('"')
                        .append(NOTES[(int) (level * NOTES.length) % NOTES.length])
                        .append('"');
            case TOUCH -> throw new IllegalArgumentException("a touch has three levels");
        }
        return text.toString();
    }

    String touch(double x, double y, double pressure) {
        text.setLength(0);
        text.append("{\"x\":");
        thousandths(x);
        text.append(",\"y\":");
        thousandths(y);
        text.append(",\"pressure\":");
        thousandths(pressure);
        return text.append('}').toString();
    }

    String timeline(double from, double to, long durationMicros) {
        text.setLength(0);
        text.append("{\"keyframes\":[");
        keyframe(0, from);
        text.append(',');
        keyframe(durationMicros / 2, (from + to) / 2);
        text.append(',');
        keyframe(durationMicros, to);
        return text.append("],\"loop\":")
                .append(dice.nextInt(4) == 0)
                .append('}')
                .toString();
    }

    private void keyframe(long micros, double value) {
        text.append("{\"time\":").append(micros).append(",\"value\":");
        thousandths(value);
        text.append(",\"easing\":\"ease-in-out\"}");
    }

    private void cue(int number) {
        text.append("{\"cue\":").append(number).append(",\"label\":\"");
        text.append(NOTES[number % NOTES.length]).append("\",\"fade\":");
        thousandths(number % 40 / 10.0);
        text.append('}');
    }

    private void color(double level, boolean asArray) {
        double red = level;
        double green = Math.abs(1 - 2 * level);
        double blue = 1 - level * level;
        if (asArray) {
            text.append('[');
            thousandths(red);
            text.append(',');
            thousandths(green);
            text.append(',');
            thousandths(blue);
            text.append(",1.0]");
        } else {
            text.append("\"#");
            hex((int) (red * 255));
            hex((int) (green * 255));
            hex((int) (blue * 255));
            text.append('"');
        }
    }

    private void hex(int value) {
        text.append(HEX.charAt(value >> 4)).append(HEX.charAt(value & 0xF));
    }

    private void number(double value, boolean fine) {
        if (!fine) {
            thousandths(value);
        } else if (Math.abs(value) >= 1e-3) {
            text.append(value);
        } else if (value == 0) {
            text.append("0.0");
        } else {
            // Java writes 1.5E-4 and 1.0E-5, CLASP 0.00015 or 1.5e-4 and 1e-5.
            text.append(Double.toString(value).replace(".0E", "e").replace('E', 'e'));
        }
    }

    /// Rounded to three decimals, trailing zeros left out.
    private void thousandths(double value) {
        long thousandths = Math.round(value * 1_000);
        if (thousandths < 0) {
            text.append('-');
            thousandths = -thousandths;
        }
        text.append(thousandths / 1_000).append('.');
        int rest = (int) (thousandths % 1_000);
        text.append((char) ('0' + rest / 100));
        if (rest % 100 != 0) {
            text.append((char) ('0' + rest / 10 % 10));
            if (rest % 10 != 0) {
                text.append((char) ('0' + rest % 10));
            }
        }
    }
}
