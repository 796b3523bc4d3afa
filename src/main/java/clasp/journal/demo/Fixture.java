package clasp.journal.demo;

import clasp.journal.model.SignalType;

/// What is at an address of the show, and so what kind of values it takes.
enum Fixture {
    OPACITY(SignalType.PARAM),
    X(SignalType.PARAM),
    Y(SignalType.PARAM),
    ROTATION(SignalType.PARAM),
    COLOR(SignalType.PARAM),
    VOLUME(SignalType.PARAM),
    PAN(SignalType.PARAM),
    MUTE(SignalType.PARAM),
    CONTROL(SignalType.EVENT),
    CUE_GO(SignalType.EVENT),
    CUE_STOP(SignalType.EVENT),
    CUE_NOTE(SignalType.EVENT),
    TEMPERATURE(SignalType.STREAM),
    HUMIDITY(SignalType.STREAM),
    CO2(SignalType.STREAM),
    TOUCH(SignalType.GESTURE);

    private final SignalType signal;

    Fixture(SignalType signal) {
        this.signal = signal;
    }

    SignalType signal() {
        return signal;
    }
}
