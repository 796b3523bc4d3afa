package clasp.journal.demo;

/// Which addresses a show has: numbered from 0, the params first, then controls, sensors, touches and cues.
/// Immutable.
final class Rig {
    private static final int LAYERS = 20;
    private static final Fixture[] LAYER = {Fixture.OPACITY, Fixture.X, Fixture.Y, Fixture.ROTATION, Fixture.COLOR};
    private static final String[] LAYER_NAMES = {"opacity", "x", "y", "rotation", "color"};
    private static final Fixture[] CHANNEL = {Fixture.VOLUME, Fixture.PAN, Fixture.MUTE};
    private static final String[] CHANNEL_NAMES = {"volume", "pan", "mute"};
    private static final Fixture[] ROOM = {Fixture.TEMPERATURE, Fixture.HUMIDITY, Fixture.CO2};
    private static final String[] ROOM_NAMES = {"temp", "humidity", "co2"};
    private static final Fixture[] CUES = {Fixture.CUE_GO, Fixture.CUE_STOP, Fixture.CUE_NOTE};
    private static final String[] CUE_NAMES = {"go", "stop", "note"};
    private static final int CONTROLS_PER_DEVICE = 128;

    private final int layerParams;
    private final int params;
    private final int controlsEnd;
    private final int sensorsEnd;
    private final int touchesEnd;
    private final int size;

    Rig(int addresses) {
        int channels = (int) (addresses * 96L / 1_354);
        int controls = (int) (addresses * 128L / 1_354);
        int sensors = (int) (addresses * 117L / 1_354);
        int touches = Math.min(10, addresses / 50);
        layerParams = addresses - channels - controls - sensors - touches - CUES.length;
        params = layerParams + channels;
        controlsEnd = params + controls;
        sensorsEnd = controlsEnd + sensors;
        touchesEnd = sensorsEnd + touches;
        size = addresses;
    }

    int size() {
        return size;
    }

    /// The addresses below this number are params; the lowest are those of light layers, see [#layerParams()].
    int params() {
        return params;
    }

    int layerParams() {
        return layerParams;
    }

    int controls() {
        return controlsEnd - params;
    }

    int sensors() {
        return sensorsEnd - controlsEnd;
    }

    int touches() {
        return touchesEnd - sensorsEnd;
    }

    int firstControl() {
        return params;
    }

    int firstSensor() {
        return controlsEnd;
    }

    int firstTouch() {
        return sensorsEnd;
    }

    int cue(Fixture kind) {
        return touchesEnd + kind.ordinal() - Fixture.CUE_GO.ordinal();
    }

    Fixture fixture(int address) {
        if (address < layerParams) {
            return LAYER[address % LAYER.length];
        }
        if (address < params) {
            return CHANNEL[(address - layerParams) % CHANNEL.length];
        }
        if (address < controlsEnd) {
            return Fixture.CONTROL;
        }
        if (address < sensorsEnd) {
            return ROOM[(address - controlsEnd) % ROOM.length];
        }
        return address < touchesEnd ? Fixture.TOUCH : CUES[address - touchesEnd];
    }

    /// Addresses of one group are usually written by the same author: a scene, a mixer channel, a device, a room.
    int group(int address) {
        if (address < layerParams) {
            return address / (LAYER.length * LAYERS);
        }
        if (address < params) {
            return (address - layerParams) / CHANNEL.length;
        }
        return address < controlsEnd ? (address - params) / 16 : address;
    }

    String address(int number) {
        if (number < layerParams) {
            int layer = number / LAYER.length;
            return "/lumen/scene/" + layer / LAYERS + "/layer/" + layer % LAYERS + "/"
                    + LAYER_NAMES[number % LAYER.length];
        }
        if (number < params) {
            int place = number - layerParams;
            return "/audio/mixer/ch/" + place / CHANNEL.length + "/" + CHANNEL_NAMES[place % CHANNEL.length];
        }
        if (number < controlsEnd) {
            int place = number - params;
            int device = place / CONTROLS_PER_DEVICE;
            String name = device == 0 ? "launchpad" : "deck" + device;
            return "/midi/" + name + "/cc/" + place % CONTROLS_PER_DEVICE;
        }
        if (number < sensorsEnd) {
            int place = number - controlsEnd;
            return "/sensors/room" + place / ROOM.length + "/" + ROOM_NAMES[place % ROOM.length];
        }
        return number < touchesEnd ? "/touch/" + (number - sensorsEnd) : "/cue/" + CUE_NAMES[number - touchesEnd];
    }
}
