package clasp.journal.router.core;

/// Lets through so many messages a second, a second's worth at once at most. Confined to one thread.
public final class RateLimit {
    private static final double MICROS = 1_000_000;

    private final int perSecond;
    private double left;
    private long lastMicros;

    public RateLimit(int perSecond, long nowMicros) {
        this.perSecond = perSecond;
        left = perSecond;
        lastMicros = nowMicros;
    }

    public boolean passes(long nowMicros) {
        long passed = Math.max(0, nowMicros - lastMicros);
        lastMicros = nowMicros;
        left = Math.min(perSecond, left + passed * (perSecond / MICROS));
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
