package clasp.journal.recovery;

/// Where a router may have been started again, as far as clocks show it: silences, and clocks that were set back.
/// Confined to one scan.
final class Pauses {
    /// No entry for so long is a silence; a clock that was set back by as much was set by somebody.
    private static final long BREAK_MICROS = 1_000_000;

    /// In less no router is started and has its clients back.
    private static final long SHORTEST_MICROS = 50_000;

    /// @param seq of the entry after it
    /// @param back whether the clock went back by so much, instead of on
    record Pause(long seq, long micros, boolean back) {
        /// Where the clock shows nothing.
        static final Pause NONE = new Pause(0, 0, false);

        boolean isBreak() {
            return micros >= BREAK_MICROS;
        }
    }

    private long timeBefore;
    private long highestTime;
    private boolean started;
    private Pause longest = Pause.NONE;
    private Pause latestBreak = Pause.NONE;
    /// The two as they were before the latest entry, when that went back in time: one entry with a wrong time, after
    /// which the clock goes on as before, was neither.
    private Pause longestBefore = Pause.NONE;

    private Pause latestBreakBefore = Pause.NONE;
    private boolean wentBack;

    void pass(long seq, long now) {
        if (!started) {
            started = true;
            highestTime = now;
        } else {
            boolean onAsBefore = now >= highestTime;
            if (wentBack && onAsBefore) {
                longest = longestBefore;
                latestBreak = latestBreakBefore;
            }
            // One entry with a wrong time is not followed by a silence.
            long pause = now - (onAsBefore ? highestTime : timeBefore);
            wentBack = pause < 0;
            if (Math.abs(pause) >= SHORTEST_MICROS) {
                note(new Pause(seq, Math.abs(pause), wentBack));
            }
            if (onAsBefore) {
                highestTime = now;
            }
        }
        timeBefore = now;
    }

    private void note(Pause pause) {
        longestBefore = longest;
        latestBreakBefore = latestBreak;
        if (pause.micros() > longest.micros()) {
            longest = pause;
        }
        if (pause.isBreak()) {
            latestBreak = pause;
        }
    }

    /// What was so far is of no interest any more: no router was started again in it.
    void forget() {
        longest = Pause.NONE;
        longestBefore = Pause.NONE;
    }

    /// The latest silence or clock that was set back, of a second or more.
    Pause latestBreak() {
        return latestBreak;
    }

    /// The most likely place of a restart after the entry with this seq.
    Pause after(long seq) {
        return longest.seq() > seq ? longest : latestBreak.seq() > seq ? latestBreak : Pause.NONE;
    }
}
