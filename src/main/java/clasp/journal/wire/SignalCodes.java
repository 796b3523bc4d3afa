package clasp.journal.wire;

import clasp.journal.model.SignalType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// How the wire numbers signal types: by themselves, and as bits of a mask. Stateless.
final class SignalCodes {
    private static final int ALL = 0xFF;

    private SignalCodes() {}

    static int code(SignalType type) {
        return switch (type) {
            case PARAM -> 0;
            case EVENT -> 1;
            case STREAM -> 2;
            case GESTURE -> 3;
            case TIMELINE -> 4;
        };
    }

    /// @param offset where the code stands
    static SignalType ofCode(int code, int offset) {
        return switch (code) {
            case 0 -> SignalType.PARAM;
            case 1 -> SignalType.EVENT;
            case 2 -> SignalType.STREAM;
            case 3 -> SignalType.GESTURE;
            case 4 -> SignalType.TIMELINE;
            default -> throw new WireException("There is no signal type " + code + "; the highest is 4.", offset);
        };
    }

    static int mask(Set<SignalType> types) {
        if (types.isEmpty()) {
            return ALL;
        }
        int mask = 0;
        for (SignalType type : types) {
            mask |= 1 << code(type);
        }
        return mask;
    }

    /// Empty for all. A mask without any known bit is empty too: CLASP takes that for all as well.
    static Set<SignalType> ofMask(int mask) {
        if (mask == ALL) {
            return Collections.emptySet();
        }
        EnumSet<SignalType> types = EnumSet.noneOf(SignalType.class);
        for (SignalType type : SignalType.values()) {
            if ((mask & 1 << code(type)) != 0) {
                types.add(type);
            }
        }
        return types;
    }
}
