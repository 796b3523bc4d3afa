package clasp.journal.demo;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.Param;
import clasp.journal.model.SignalType;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An endless show as a router would journal it: lights and sound that fade, knobs and sensors that drift, touches,
/// cues. The same plan always gives the same entries. Not thread-safe.
///
/// Of 100 entries about 60 are SETs of params, 14 events (controls and cues), 14 sensor readings, 9 touches and 3
/// timelines, 1 to 2,000 µs apart; revisions are those after the SET. Every param is set sooner or later.
public final class ShowSimulator implements Iterator<Entry> {
    private static final int AUTHORS = 40;
    private static final int FADES = 24;
    private static final int MAX_GAP_MICROS = 2_000;
    private static final long HAND_MICROS = 10_000_000;
    private static final long SCATTER = 0x9E37_79B9_7F4A_7C15L;

    /// Time between two entries on average.
    static final int USUAL_GAP_MICROS = MAX_GAP_MICROS / 2;

    private final SplittableRandom dice;
    private final long seed;
    private final Rig rig;
    private final ValueTexts texts;
    private final String[] addresses;
    private final double[] levels;
    private final Touch[] touches;
    private final Fade[] fades = new Fade[FADES];
    private final String[] authors = new String[AUTHORS];
    private final ParamStore params;
    private final int maxFadeSteps;
    private final int stride;
    private int walk;
    private long micros;
    private long seq;

    public ShowSimulator(ShowPlan plan) {
        seed = plan.seed();
        dice = new SplittableRandom(seed);
        rig = new Rig(plan.addresses());
        texts = new ValueTexts(dice);
        micros = plan.startMicros();
        addresses = new String[rig.size()];
        levels = new double[rig.size()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = rig.address(i);
            levels[i] = dice.nextDouble();
        }
        params = new ParamStore(addresses, rig.params());
        touches = new Touch[rig.touches()];
        Arrays.setAll(touches, i -> new Touch(dice));
        // A show with very many params moves each of them in few steps, so that all have their turn.
        maxFadeSteps = (int) Math.clamp(40_000L / rig.params(), 4, 30);
        stride = strideFor(rig.params());
        newAuthors();
        for (int i = 0; i < fades.length; i++) {
            fades[i] = new Fade();
            begin(fades[i]);
        }
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public Entry next() {
        micros += 1 + dice.nextInt(MAX_GAP_MICROS);
        int kind = dice.nextInt(100);
        if (kind < 60) {
            return fade();
        }
        if (kind < 74) {
            return kind < 72 ? drift(rig.firstControl() + dice.nextInt(rig.controls()), 0.04) : cue();
        }
        if (kind < 88) {
            return drift(rig.firstSensor() + dice.nextInt(rig.sensors()), 0.01);
        }
        return kind < 97 ? touch() : timeline();
    }

    /// The params as the router holds them now, by address.
    public List<Param> currentParams() {
        return params.params();
    }

    /// Time of the latest entry.
    public long nowMicros() {
        return micros;
    }

    /// Lets time pass in which nothing is journaled; a negative duration sets the clock back.
    public void pass(Duration silence) {
        micros += silence.toNanos() / 1_000;
    }

    /// The router starts again with nothing recovered: revisions begin at 1 and every writer has a new session.
    public void restart() {
        params.forget();
        newAuthors();
    }

    /// Somebody sets a light's level by hand: the next entry, at this moment.
    /// @param address of a param of the show
    Entry set(String address, double level) {
        return set(List.of(addresses).indexOf(address), level, false);
    }

    private Entry fade() {
        Fade fade = fades[dice.nextInt(FADES)];
        if (fade.done()) {
            begin(fade);
        }
        return set(fade.address(), fade.advance(), fade.fine());
    }

    private Entry set(int address, double level, boolean fine) {
        levels[address] = level;
        String value = texts.value(rig.fixture(address), level, fine);
        String author = author(address);
        long revision = params.set(address, value, author, micros);
        return entry(author, address, SignalType.PARAM, value, revision);
    }

    /// In turn: every second fade goes to the next param in a scattered order, the others anywhere.
    private void begin(Fade fade) {
        int param;
        if (dice.nextBoolean()) {
            walk = (int) (((long) walk + stride) % rig.params());
            param = walk;
        } else {
            param = dice.nextInt(rig.params());
        }
        fade.begin(param, levels[param], maxFadeSteps, dice);
    }

    private Entry drift(int address, double pace) {
        double level = Math.clamp(levels[address] + (dice.nextDouble() - 0.5) * pace, 0, 1);
        levels[address] = level;
        Fixture fixture = rig.fixture(address);
        return publish(address, fixture.signal(), texts.value(fixture, level, (address & 1) == 0));
    }

    private Entry cue() {
        Fixture fixture = switch (dice.nextInt(8)) {
            case 0 -> Fixture.CUE_STOP;
            case 1, 2 -> Fixture.CUE_NOTE;
            default -> Fixture.CUE_GO;
        };
        return publish(rig.cue(fixture), fixture.signal(), texts.value(fixture, dice.nextDouble(), false));
    }

    private Entry touch() {
        int finger = dice.nextInt(touches.length);
        return publish(rig.firstTouch() + finger, SignalType.GESTURE, touches[finger].move(dice, texts));
    }

    private Entry timeline() {
        int address = dice.nextInt(Math.max(1, rig.layerParams() / 5)) * 5;
        long duration = 500_000L * (1 + dice.nextInt(8));
        return publish(address, SignalType.TIMELINE, texts.timeline(levels[address], dice.nextDouble(), duration));
    }

    private Entry publish(int address, SignalType signal, String value) {
        return entry(author(address), address, signal, value, null);
    }

    private Entry entry(String author, int address, SignalType signal, String value, @Nullable Long revision) {
        long msgType = revision == null ? MsgType.PUBLISH : MsgType.SET;
        return new Entry(++seq, micros, author, addresses[address], signal.text(), value, revision, msgType);
    }

    /// Usually the one who owns the group; one address of sixteen is in somebody else's hand, for ten seconds at least:
    /// nobody comes in between.
    private String author(int address) {
        long scattered = (address + 1) * SCATTER;
        long turn = (micros + (scattered >>> 40)) / HAND_MICROS;
        long chance = (scattered ^ turn * SCATTER + seed) * SCATTER >>> 40;
        boolean owned = chance % 16 != 0;
        return authors[(int) (owned ? rig.group(address) : chance / 16) % AUTHORS];
    }

    private void newAuthors() {
        Arrays.setAll(authors, i -> {
            long high = dice.nextLong() & ~0xF000L | 0x4000L;
            long low = dice.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | Long.MIN_VALUE;
            return new UUID(high, low).toString();
        });
    }

    /// A step that visits every param before it comes to one again.
    private static int strideFor(int params) {
        int stride = (int) (params * 0.618);
        while (gcd(stride, params) != 1) {
            stride++;
        }
        return stride;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
