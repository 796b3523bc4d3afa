package clasp.journal.ui.fx;

/// Room for one running task: a newer one cancels the older. Confined to the FX thread.
public final class TaskSlot {
    private Runnable cancelCurrent = () -> {};

    void take(Runnable cancelNew) {
        cancel();
        cancelCurrent = cancelNew;
    }

    /// Cancels whatever runs in this slot.
    public void cancel() {
        cancelCurrent.run();
        cancelCurrent = () -> {};
    }
}
